package org.adequal.number;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How good a scheme is, and how honest: over all known derivatives the median relative error, and the shares in which
 * the true error exceeds the estimated one.
 *
 * @param above1 the share, of the estimates that have an error, whose true error is larger
 * @param worst the largest ratio of true to estimated error
 */
record SchemeStatistics(String scheme, double median, double above1, double above10, double above100,
        double withoutError, double evaluations, double worst) {

    static SchemeStatistics of(DifferenceScheme scheme, int order) {
        List<KnownDerivatives> cases = KnownDerivatives.all();
        double[] relative = new double[cases.size()];
        int withError = 0;
        int[] above = new int[3];
        double evaluations = 0;
        double worst = 0;
        for (int i = 0; i < relative.length; i++) {
            KnownDerivatives known = cases.get(i);
            double exact = known.derivative(order);
            Estimate estimate = scheme.derivative(known.blackBox(), known.x(), order);
            double error = Math.abs(estimate.value() - exact);
            relative[i] = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error / Math.abs(exact);
            evaluations += estimate.evaluations();
            if (estimate.isKnown()) {
                withError++;
                // an exact derivative is itself rounded
                double ratio = Math.max(0, error - Math.ulp(exact) / 2) / Math.max(estimate.error(), Double.MIN_VALUE);
                worst = Math.max(worst, ratio);
                above[0] += ratio > 1 ? 1 : 0;
                above[1] += ratio > 10 ? 1 : 0;
                above[2] += ratio > 100 ? 1 : 0;
            }
        }
        java.util.Arrays.sort(relative);
        double count = Math.max(1, withError);
        return new SchemeStatistics(scheme.name(), relative[relative.length / 2], above[0] / count, above[1] / count,
                above[2] / count, 1 - withError / (double) relative.length, evaluations / relative.length, worst);
    }

    /** The rows of the page of measurements. */
    public static void main(String[] arguments) {
        for (int order = 1; order <= 2; order++) {
            int derivative = order;
            System.out.println("| scheme, order " + order
                    + " | median relative error | true/estimated error > 1 | > 10 | > 100 | no error given | evaluations | worst |");
            Stream.concat(DifferenceScheme.all().stream(), Stream.of(new AdaptiveStep(8)))
                    .filter(scheme -> derivative == 1 || !(scheme instanceof Ridders))
                    .forEach(scheme -> System.out.println(of(scheme, derivative)));
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "| %s | %.1e | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.0f | %.1f |", scheme,
                median, 100 * above1, 100 * above10, 100 * above100, 100 * withoutError, evaluations, worst);
    }
}
