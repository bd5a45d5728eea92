/**
 * Data as they come from elsewhere: JSON values. Reads text and readers, never files; knows no expression.
 */
@NullMarked
package org.adequal.data;

import org.jspecify.annotations.NullMarked;
