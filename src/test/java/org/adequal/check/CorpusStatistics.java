package org.adequal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.adequal.number.DifferenceScheme;
import org.adequal.number.Estimate;

/**
 * How good and how honest a scheme is over the partial derivatives of the corpus, the formula's own rounding errors
 * being the noise.
 *
 * @param partials         how many partial derivatives, smooth and finite
 * @param median           of the relative error where the formula is well-conditioned
 * @param above1           how many, of the estimates that have an error, are off by more than it
 * @param above10          by more than ten times it
 * @param withoutError     how many have no value or no error
 * @param worst            the largest ratio of true to estimated error
 * @param worstCase        where that is
 */
record CorpusStatistics(String scheme, int partials, double median, int above1, int above10, int withoutError,
        double worst, String worstCase) {
    /** The noise of the formula, relative to its value, up to which it counts as well-conditioned. */
    static final double WELL_CONDITIONED = 1e-14;

    static CorpusStatistics of(DifferenceScheme scheme, List<KnownGradients> corpus) {
        List<Double> relative = new ArrayList<>();
        int partials = 0;
        int above1 = 0;
        int above10 = 0;
        int without = 0;
        double worst = 0;
        String worstCase = "";
        for (KnownGradients known : corpus) {
            NoisyFormula noisy = NoisyFormula.of(known.formula());
            for (KnownGradients.At at : known.points()) {
                var sample = noisy.at(at.point());
                List<Estimate> gradient = noisy.gradient(scheme, at.point());
                for (int i = 0; i < gradient.size(); i++) {
                    double exact = at.partial(i);
                    if (!Double.isFinite(exact)) {
                        continue;
                    }
                    partials++;
                    Estimate estimate = gradient.get(i);
                    double error = Double.isNaN(estimate.value()) ? Double.NaN : at.error(estimate.value(), i);
                    double scale = Math.max(Math.abs(exact),
                            Math.abs(sample.value()) / Math.max(1, Math.abs(at.point()[i])));
                    if (sample.noise() <= WELL_CONDITIONED * Math.abs(sample.value()) && scale > 0) {
                        relative.add(Double.isNaN(error) ? Double.POSITIVE_INFINITY : error / scale);
                    }
                    if (!estimate.isKnown()) {
                        without++;
                        continue;
                    }
                    double ratio = Math.max(0, error - Math.ulp(exact) / 2)
                            / Math.max(estimate.error(), Double.MIN_VALUE);
                    above1 += ratio > 1 ? 1 : 0;
                    above10 += ratio > 10 ? 1 : 0;
                    if (ratio > worst) {
                        worst = ratio;
                        worstCase = known.id() + " d/d" + known.formula().wrt().get(i) + " " + known.text();
                    }
                }
            }
        }
        Collections.sort(relative);
        return new CorpusStatistics(scheme.name(), partials, relative.get(relative.size() / 2), above1, above10,
                without, worst, worstCase);
    }

    /** The rows of the page of measurements. */
    public static void main(String[] arguments) {
        List<KnownGradients> corpus = KnownGradients.all();
        System.out.println(
                "| scheme | partials | median relative error | true/estimated error > 1 | > 10 | no error given | worst ratio |");
        DifferenceScheme.all().forEach(scheme -> System.out.println(of(scheme, corpus)));
    }

    @Override
    public String toString() {
        double known = Math.max(1, partials - withoutError);
        return String.format(Locale.ROOT, "| %s | %d | %.1e | %.2f %% | %.2f %% | %.1f %% | %.1f | %s", scheme,
                partials, median, 100 * above1 / known, 100 * above10 / known, 100.0 * withoutError / partials, worst,
                worstCase);
    }
}
