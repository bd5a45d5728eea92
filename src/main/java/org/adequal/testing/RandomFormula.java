package org.adequal.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For jqwik: a parameter of type {@code String} is a random formula in the language. */
@Documented
@Target({ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RandomFormula {

    /** How deep functions are nested at most. */
    int depth() default 3;

    /** The variables that may occur. */
    String[] variables() default {"x", "y"};
}
