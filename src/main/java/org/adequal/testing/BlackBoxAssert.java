package org.adequal.testing;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.adequal.check.Agreement;
import org.assertj.core.api.AbstractAssert;

/** AssertJ assertions on the gradient of a function that has no formula; see {@link BlackBoxCheck}. */
public final class BlackBoxAssert extends AbstractAssert<BlackBoxAssert, Function<double[], double[]>> {
    private final BlackBoxCheck check;

    BlackBoxAssert(Function<double[], double[]> gradient, ToDoubleFunction<double[]> function) {
        super(gradient, BlackBoxAssert.class);
        check = new BlackBoxCheck(function, gradient);
    }

    /** Whether neither differences nor the Taylor order refute the gradient at the point, and both can tell. */
    public BlackBoxAssert isConsistentAt(double... point) {
        isNotNull();
        BlackBoxCheck.Finding finding = check.at(GradientCheck.SEED, point);
        if (finding.agreement() != Agreement.AGREE) {
            throw failure("%s", finding.text());
        }
        return this;
    }
}
