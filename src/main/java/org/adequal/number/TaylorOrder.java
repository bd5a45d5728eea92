package org.adequal.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The Taylor-order test of a claimed derivative c, without any tolerance: r(h) = |f(x + h) - f(x - h) - 2hc| falls as
 * h^3 where c is right, as h where it is wrong.
 *
 * <p>Only steps count at which r(h) stands out from the noise tenfold; where none does, c is right as far as this
 * function can tell.
 *
 * @param verdict the answer
 * @param slope the power of h, fitted to the finest steps that count; empty where there are too few
 * @param resolution where the verdict is consistent, about how far off c may still be
 * @param evaluations how many times the function was evaluated
 * @param rows the residuals, from the largest step to the smallest
 * @param text the answer in one sentence
 */
public record TaylorOrder(Verdict verdict, OptionalDouble slope, double resolution, int evaluations, List<Row> rows,
        String text) {

    private static final int STEPS = 48;
    private static final double STANDS_OUT = 10;
    private static final int FITTED = 4;
    private static final int FEWEST = 3;

    /** What the test says of a claim. */
    public enum Verdict {
        /** The residual is of third order, or nothing but noise. */
        CONSISTENT,
        /** The residual is of first order. */
        WRONG,
        /** Neither. */
        CANNOT_TELL
    }

    /**
     * One step.
     *
     * @param h the step
     * @param residual r(h)
     * @param even |f(x + h) + f(x - h) - 2f(x)|, of second order where f is smooth
     * @param noise a bound for the noise of either
     */
    public record Row(double h, double residual, double even, double noise) {}

    /** Copies the rows. */
    public TaylorOrder {
        rows = List.copyOf(rows);
    }

    /** Tests a claimed gradient along a direction. */
    public static TaylorOrder of(NoisyField f, double[] point, double[] direction, double[] gradient) {
        if (gradient.length != direction.length) {
            throw new IllegalArgumentException(
                    "a direction of " + direction.length + " coordinates, a gradient of " + gradient.length);
        }
        double claimed = 0;
        for (int i = 0; i < gradient.length; i++) {
            claimed = Math.fma(gradient[i], direction[i], claimed);
        }
        return of(f.along(point, direction), 0, claimed);
    }

    /** Tests a claimed derivative at x. */
    public static TaylorOrder of(NoisyFunction f, double x, double claimed) {
        Probe.requireFinite(x);
        Probe probe = new Probe(f);
        List<Row> rows = new ArrayList<>();
        if (!Double.isFinite(claimed)) {
            return new TaylorOrder(Verdict.WRONG, OptionalDouble.empty(), Double.POSITIVE_INFINITY, 0, rows,
                    "the claim is no finite number");
        }
        Sample centre = probe.at(x);
        double h = Richardson.firstStep(Math.max(1, Math.abs(x)));
        for (int i = 0; i < STEPS && centre.isDefined() && x + h / 2 != x; i++, h /= 2) {
            Sample right = probe.at(x + h);
            Sample left = probe.at(x - h);
            if (right.isDefined() && left.isDefined()) {
                rows.add(row(x, h, left, centre, right, claimed));
            } else {
                rows.clear();
            }
        }
        return judge(rows, probe.evaluations());
    }

    private static Row row(double x, double h, Sample left, Sample centre, Sample right, double claimed) {
        double width = (x + h) - (x - h);
        double change = right.value() - left.value();
        double residual = Math.abs(change - width * claimed);
        double even = Math.abs((right.value() - centre.value()) + (left.value() - centre.value()));
        // the first operation on x may round as x itself would: the function is no better than that
        double argument = 4 * Math.ulp(x) * Math.abs(change / width);
        double noise = right.noise() + left.noise() + 2 * centre.noise() + argument
                + Doubles.EPSILON * (Math.abs(change) + Math.abs(width * claimed));
        return new Row(h, residual, even, noise);
    }

    private static TaylorOrder judge(List<Row> rows, int evaluations) {
        if (rows.size() < FEWEST) {
            return new TaylorOrder(Verdict.CANNOT_TELL, OptionalDouble.empty(), Double.POSITIVE_INFINITY, evaluations,
                    rows, "the function has no finite values on both sides");
        }
        List<double[]> odd = new ArrayList<>();
        List<double[]> even = new ArrayList<>();
        double resolution = Double.POSITIVE_INFINITY;
        for (Row row : rows) {
            if (row.residual > STANDS_OUT * row.noise) {
                odd.add(new double[]{Math.log(row.h), Math.log(row.residual)});
            }
            if (row.even > STANDS_OUT * row.noise) {
                even.add(new double[]{Math.log(row.h), Math.log(row.even)});
            }
            resolution = Math.min(resolution, (row.residual + STANDS_OUT * row.noise) / (2 * row.h));
        }
        OptionalDouble slope = slope(odd);
        OptionalDouble evenSlope = slope(even);
        Verdict verdict;
        String text;
        if (evenSlope.isPresent() && evenSlope.getAsDouble() < 1.5) {
            verdict = Verdict.CANNOT_TELL;
            text = "the function has a kink or a jump here: there is no derivative to compare with";
        } else if (odd.isEmpty()) {
            verdict = Verdict.CONSISTENT;
            text = String.format(Locale.ROOT, "the residual is nothing but noise: right to within %.1e", resolution);
        } else if (slope.isEmpty()) {
            verdict = Verdict.CANNOT_TELL;
            text = "too few steps stand out from the noise";
        } else {
            double power = slope.getAsDouble();
            verdict = power > 2.5
                    ? Verdict.CONSISTENT
                    : power > 0.5 && power < 1.5 ? Verdict.WRONG : Verdict.CANNOT_TELL;
            text = String.format(Locale.ROOT, "the residual falls as h^%.2f: %s", power, switch (verdict) {
                case CONSISTENT -> String.format(Locale.ROOT, "right to within %.1e", resolution);
                case WRONG -> String.format(Locale.ROOT, "off by about %.1e", wrongBy(rows));
                case CANNOT_TELL -> "neither as h^3, which is right, nor as h, which is wrong";
            });
        }
        return new TaylorOrder(verdict, slope, resolution, evaluations, rows, text);
    }

    private static double wrongBy(List<Row> rows) {
        Row finest = rows.get(0);
        for (Row row : rows) {
            if (row.residual > STANDS_OUT * row.noise) {
                finest = row;
            }
        }
        return finest.residual / (2 * finest.h);
    }

    /** The least-squares slope through the last, finest points. */
    private static OptionalDouble slope(List<double[]> points) {
        if (points.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        List<double[]> finest = points.subList(Math.max(0, points.size() - FITTED), points.size());
        double meanX = finest.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double meanY = finest.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (double[] point : finest) {
            products += (point[0] - meanX) * (point[1] - meanY);
            squares += (point[0] - meanX) * (point[0] - meanX);
        }
        return OptionalDouble.of(products / squares);
    }
}
