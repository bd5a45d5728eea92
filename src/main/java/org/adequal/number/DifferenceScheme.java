package org.adequal.number;

import java.util.List;
import java.util.Optional;

/**
 * A way to estimate a derivative from values of a function: a value that can be named and compared.
 *
 * <p>{@code DifferenceScheme.standard().derivative(NoisyFunction.rounded(Math::sin), 1)} is 0.5403… with its error.
 */
public sealed interface DifferenceScheme permits Richardson, Ridders, AdaptiveStep, FixedStep, CommonsMathDifferences {

    /** The name under which the scheme is asked for. */
    String name();

    /**
     * The derivative of the given order at x, with what is known about its error. The function is asked only at
     * doubles near x, and outside its domain only as far as finding the edge requires.
     *
     * @throws IllegalArgumentException for an order the scheme does not serve, or an x that is not finite
     */
    Estimate derivative(NoisyFunction f, double x, int order);

    /** The first derivative at x. */
    default Estimate derivative(NoisyFunction f, double x) {
        return derivative(f, x, 1);
    }

    /** The scheme to use where nothing speaks for another: Richardson extrapolation above the floor of noise. */
    static DifferenceScheme standard() {
        return new Richardson();
    }

    /** The textbook's central difference (f(x + h) - f(x - h))/(2h) with h = 1e-4. */
    static DifferenceScheme textbook() {
        return FixedStep.central(1e-4);
    }

    /** The schemes worth setting side by side, the standard one first. */
    static List<DifferenceScheme> all() {
        return List.of(standard(), new Ridders(), new AdaptiveStep(5), textbook(), FixedStep.central(),
                FixedStep.forward(), FixedStep.backward(), new CommonsMathDifferences(5, 1e-3));
    }

    /** The scheme of {@link #all()} with this name. */
    static Optional<DifferenceScheme> named(String name) {
        return all().stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }
}
