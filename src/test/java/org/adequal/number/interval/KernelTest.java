package org.adequal.number.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.adequal.number.interval.References.Reference;
import org.junit.jupiter.api.Test;

/**
 * The kernels themselves, before any guard bits are rounded away: a constant cut short, a forgotten unit or a lost sign
 * shows here at full size.
 */
class KernelTest {

    private static final Map<String, Evaluation.Kernel> KERNELS = Map.ofEntries(Map.entry("exp", Exponential::exp),
            Map.entry("expm1", Exponential::expm1),
            Map.entry("log", (x, bits) -> Exponential.log(Interval.of(x), bits)),
            Map.entry("sin", Trigonometric::sin), Map.entry("cos", Trigonometric::cos),
            Map.entry("tan", Trigonometric::tan),
            Map.entry("asin", Arc::asin), Map.entry("acos", Arc::acos), Map.entry("atan", Arc::atan),
            Map.entry("acot", Arc::acot),
            Map.entry("sinh", Hyperbolic::sinh), Map.entry("cosh", Hyperbolic::cosh),
            Map.entry("tanh", Hyperbolic::tanh),
            Map.entry("asinh", Hyperbolic::asinh), Map.entry("acosh", Hyperbolic::acosh),
            Map.entry("atanh", Hyperbolic::atanh),
            Map.entry("sigmoid", Hyperbolic::sigmoid), Map.entry("softplus", Hyperbolic::softplus),
            Map.entry("erf", ErrorFunction::erf),
            Map.entry("erfc", ErrorFunction::erfc), Map.entry("gamma", Gamma::gamma),
            Map.entry("lgamma", Gamma::lgamma),
            Map.entry("digamma", Polygamma.kernel(0)), Map.entry("polygamma1", Polygamma.kernel(1)),
            Map.entry("polygamma2", Polygamma.kernel(2)),
            Map.entry("polygamma3", Polygamma.kernel(3)));

    @Test
    void truthIsInsideAtEveryLength() {
        for (Reference reference : References.all()) {
            if (KERNELS.containsKey(reference.function())) {
                Evaluation.Kernel kernel = Objects.requireNonNull(KERNELS.get(reference.function()));
                Interval truth = new Interval(reference.low(), reference.high());
                for (int bits : new int[]{5, 10, 17, 30, 47, 73, 101, 150, 211}) {
                    Interval found = kernel.at(reference.arguments().get(0), bits);
                    assertThat(found.intersects(truth)).as("%s at %s bits: %s", reference, bits, found).isTrue();
                }
            }
        }
    }

    /** Each exponential of a hint is a step of a chain: the kernel must not be off where units are few. */
    @Test
    void widthsFollowTheBits() {
        for (Reference reference : References.all()) {
            if (java.util.Set.of("exp", "log", "sin", "cos", "atan").contains(reference.function())
                    && !reference.isExact()) {
                Evaluation.Kernel kernel = Objects.requireNonNull(KERNELS.get(reference.function()));
                Interval found = kernel.at(reference.arguments().get(0), 160);
                assertThat(found.width()).as("%s", reference).isLessThanOrEqualTo(reference.high().abs().scale(-155));
            }
        }
    }

    /** At long numbers, which every step rounds, and at tiny ones, where some kernels take short cuts. */
    @Test
    void coarseKernelsHoldFineOnes() {
        Dyadic third = Dyadic.quotient(Dyadic.ONE, Dyadic.of(3), 300, Direction.DOWN);
        for (int places : new int[]{-6, -2, 0, 3, 8, 20, 45, 75, 200}) {
            for (Dyadic x : new Dyadic[]{third.scale(-places), third.scale(-places).negate()}) {
                KERNELS.forEach((name, kernel) -> {
                    boolean inside = switch (name) {
                        case "log" -> x.signum() > 0;
                        case "asin", "acos", "atanh" -> places >= 0;
                        default -> true;
                    };
                    Dyadic argument = name.equals("acosh") ? Dyadic.ONE.plus(x.abs()) : x;
                    Interval fine = inside ? kernel.at(argument, 400) : Interval.EMPTY;
                    for (int bits : new int[]{10, 40, 90}) {
                        Interval coarse = inside ? kernel.at(argument, bits) : Interval.EMPTY;
                        assertThat(coarse.contains(fine))
                                .as("%s at %s: %s at %s bits, then %s", name, argument, coarse, bits, fine).isTrue();
                    }
                });
            }
        }
    }
}
