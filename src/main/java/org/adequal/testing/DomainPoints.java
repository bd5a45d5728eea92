package org.adequal.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For jqwik: a parameter of type {@code double[]} is a point at which the formula has a derivative.
 *
 * <pre>{@code
 * @Property
 * void logarithm(@ForAll @DomainPoints(formula = "log(x)*y", on = "x = -1..1, y = 0..1") double[] point) { … }
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DomainPoints {

    /** The formula in the language. */
    String formula();

    /** What the formula uses. */
    String[] definitions() default {};

    /** A range for each variable: {@code x = -1..1, y = 0..pi}. */
    String on();
}
