/**
 * What comes from elsewhere: JSON values, and tables of numbers and classes, shuffled, split and standardised, column by
 * column. Reads text and readers, never files; knows no expression.
 */
@NullMarked
package org.adequal.data;

import org.jspecify.annotations.NullMarked;
