/**
 * For the tests of those who write gradients by hand: assertions in the style of AssertJ, a JUnit annotation, jqwik
 * arbitraries, and checks of functions that have no formula. JUnit, AssertJ and jqwik are needed by the classes that are
 * named after them only, and are not dependencies of Adequal itself.
 */
@NullMarked
package org.adequal.testing;

import org.jspecify.annotations.NullMarked;
