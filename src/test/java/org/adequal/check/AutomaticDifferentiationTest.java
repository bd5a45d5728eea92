package org.adequal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class AutomaticDifferentiationTest {

    /** Within 64 bounds: Commons Math's own rounding is not in ours. */
    @Test
    void agreesOnRealFormulas() {
        int compared = 0;
        for (KnownGradients known : KnownGradients.all()) {
            var witness = AutomaticDifferentiation.of(known.formula());
            KnownGradients.At at = known.points().getFirst();
            if (witness.isEmpty()) {
                continue;
            }
            double[] gradient = witness.get().gradient(at.point());
            Accuracy.Bounds bounds = known.formula().accuracy(Format.F64).at(at.point());
            for (int i = 0; i < gradient.length; i++) {
                if (Double.isFinite(gradient[i])) {
                    assertThat(at.error(gradient[i], i)).as("%s by %s", known.text(), known.formula().wrt().get(i))
                            .isLessThanOrEqualTo(64 * bounds.partial(i));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void isSilentWhereCommonsMathLacksAFunction() {
        assertThat(AutomaticDifferentiation.of(KnownGradients.formula("x*erf(x)", List.of("x")))).isEmpty();
        assertThat(AutomaticDifferentiation.of(KnownGradients.formula("if(x > 0, x, sin(x))", List.of("x"))))
                .hasValueSatisfying(witness -> {
                    assertThat(witness.gradient(2)).containsExactly(1);
                    assertThat(witness.gradient(-0.0)).containsExactly(1);
                });
    }
}
