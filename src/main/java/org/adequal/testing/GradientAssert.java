package org.adequal.testing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.adequal.check.Box;
import org.adequal.check.Format;
import org.adequal.check.probe.Probes;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ assertions on a gradient that somebody wrote.
 *
 * <pre>{@code
 * assertThatGradient(g).of("x0^2 + x1^2").isRightAt(3, 4);
 * assertThatGradient(g).of("x0^2 + x1^2").isRightOn("x0 = -1..1, x1 = 0..2");
 * }</pre>
 */
public final class GradientAssert extends AbstractAssert<GradientAssert, Function<double[], double[]>> {
    private @Nullable GradientCheck check;
    private boolean lenient;

    private GradientAssert(Function<double[], double[]> actual) {
        super(actual, GradientAssert.class);
    }

    /** The gradient that is to be right; its arrays have the order of the formula's variables. */
    public static GradientAssert assertThatGradient(Function<double[], double[]> gradient) {
        return new GradientAssert(gradient);
    }

    /** The formula in the language, in its variables in the natural order of their names, with what it uses. */
    public GradientAssert of(String formula, String... definitions) {
        return by(GradientCheck.of(formula, definitions));
    }

    /** The same with the variables in the order of the arrays. */
    public GradientAssert of(String formula, List<String> variables, String... definitions) {
        return by(GradientCheck.of(formula, variables, definitions));
    }

    /** The function itself, where there is no formula: what is found is estimated, never proven. */
    public BlackBoxAssert ofFunction(ToDoubleFunction<double[]> function) {
        return new BlackBoxAssert(actual, function);
    }

    /** A check made elsewhere. */
    public GradientAssert by(GradientCheck made) {
        check = made;
        return this;
    }

    /** The gradient is computed in single precision. */
    public GradientAssert inSinglePrecision() {
        return by(check().in(Format.F32));
    }

    /** The gradient may be off by a tolerance, relative to the larger of the derivative and the smallest normal number. */
    public GradientAssert within(double relative) {
        return by(check().within(relative));
    }

    /** So many points are drawn; {@value GradientCheck#POINTS} unless it is said. */
    public GradientAssert atPoints(int number) {
        return by(check().atPoints(number));
    }

    /** Another seed draws other points. */
    public GradientAssert withSeed(long seed) {
        return by(check().seeded(seed));
    }

    /** Points are drawn at ties, edges of the domain, and huge, tiny and subnormal numbers. */
    public GradientAssert atAdversarialPoints() {
        return by(check().atProbes(Probes.Choice.ADVERSARIAL));
    }

    /** Points at which nothing can be told are let pass, as long as there are others. */
    public GradientAssert allowingUndecided() {
        lenient = true;
        return this;
    }

    /** Whether rounding explains the gradient at the point. */
    public GradientAssert isRightAt(double... point) {
        return require(check().at(actual, point));
    }

    /** Whether rounding explains the gradient at points drawn from the box, one range for each variable. */
    public GradientAssert isRightOn(Box box) {
        return require(check().on(actual, box));
    }

    /** The same with the ranges in the language: {@code x = -1..1, y = 0..pi}. */
    public GradientAssert isRightOn(String ranges) {
        return isRightOn(check().box(ranges));
    }

    private GradientCheck check() {
        return Objects.requireNonNull(check, "which formula is it the gradient of? write .of(\"x0^2 + x1^2\")");
    }

    private GradientAssert require(GradientCheck.Report report) {
        isNotNull();
        if (lenient ? !report.isNowhereWrong() : !report.isRight()) {
            throw failure("%s", report.text());
        }
        return this;
    }
}
