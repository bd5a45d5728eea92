/** Formulas as code of other languages. */
@NullMarked
package org.adequal.export;

import org.jspecify.annotations.NullMarked;
