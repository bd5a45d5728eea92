package org.adequal.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.adequal.check.Format;
import org.adequal.check.probe.Probes;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test of a gradient, run once for each point that is drawn. The method takes a {@link ProbePoint} and tells it
 * what the gradient is there:
 *
 * <pre>{@code
 * @GradientTest(formula = "x0^2 + x1^2", on = "x0 = -1..1, x1 = 0..2")
 * void squares(ProbePoint probe) {
 *     probe.claims(Squares.gradient(probe.coordinates()));
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(GradientTestExtension.class)
public @interface GradientTest {

    /** The formula in the language. */
    String formula();

    /** What the formula uses: {@code g(u) = u*sin(u)}. */
    String[] definitions() default {};

    /** The variables in the order of the arrays; the natural order of their names unless it is said. */
    String[] variables() default {};

    /** A range for each variable: {@code x = -1..1, y = 0..pi}. */
    String on();

    /** How many points are drawn. */
    int points() default 20;

    /** Draws the same points again. */
    long seed() default GradientCheck.SEED;

    /** Which points are drawn. */
    Probes.Choice probes() default Probes.Choice.GENERIC;

    /** The format in which the gradient is computed. */
    Format format() default Format.F64;

    /** Relative; negative to go by what rounding explains. */
    double tolerance() default -1;
}
