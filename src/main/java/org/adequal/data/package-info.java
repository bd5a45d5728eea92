/**
 * Data as they come from elsewhere: JSON values, and tables of numbers and classes, which are shuffled, split and
 * standardised. Reads text and readers, never files; knows no expression.
 */
@NullMarked
package org.adequal.data;

import org.jspecify.annotations.NullMarked;
