package org.adequal.number;

/**
 * Difference quotients of one side at ever smaller steps, extrapolated to h = 0, and the best entry so far: the one
 * of least e = max(differences in the tableau) + propagated noise.
 */
final class Ladder {

    private static final int COLUMNS = 9;

    /** Before so many rows no agreement counts. */
    private static final int LEAST_ROWS = 4;

    /** Of the variation with the step, how much the part of the other parity may miss its limit by. */
    private static final double MISFIT = 0.25;

    /** Relative to the largest quotient of the coarser steps: what is still called settled. */
    private static final double SETTLED = 1e-3;

    /**
     * An entry of the tableau.
     *
     * @param quotient the difference quotient of that step, before extrapolation
     * @param settled whether its error is noise for the most part, or small beside the coarser quotients
     */
    record Entry(double value, double error, double step, double quotient, boolean settled) {

        static final Entry NONE = new Entry(Double.NaN, Double.POSITIVE_INFINITY, 0, Double.NaN, false);
    }

    private final int order;
    private final Side side;
    private final Tableau wanted;
    private final Tableau parity;
    private double largest;
    private Entry best = Entry.NONE;

    Ladder(int order, Side side) {
        this.order = order;
        this.side = side;
        double base = side == Side.BOTH ? 4 : 2; // the error is a series in h^2, from one side in h
        this.wanted = new Tableau(base, COLUMNS);
        this.parity = new Tableau(base, COLUMNS);
    }

    Entry best() {
        return best;
    }

    /** One more rung; false where no finer step can be better, as its noise alone is larger than the best error. */
    boolean add(double h, LocalDifference difference) {
        wanted.add(difference.value(), difference.noise());
        parity.add(difference.parity(), difference.parityNoise());
        int k = wanted.rows() - 1;
        for (int j = 1; j <= wanted.lastColumn(k); j++) {
            double truncation = wanted.difference(k, j) + hidden(k, j) / h;
            double noise = wanted.noise(k, j);
            if (k + 1 >= LEAST_ROWS && truncation + noise < best.error()) {
                boolean settled = truncation <= Math.max(Estimate.SAFETY * noise, SETTLED * largest);
                best = new Entry(wanted.value(k, j), truncation + noise, h, difference.value(), settled);
            }
        }
        largest = Math.max(largest, Math.abs(difference.value()));
        return !(difference.noise() >= best.error());
    }

    /** What the differences wanted cannot show, times h: how far the other parity is from converging, in three rows. */
    private double hidden(int row, int column) {
        double most = 0;
        for (int k = row; side == Side.BOTH && k >= Math.max(1, row - 2); k--) {
            int j = Math.min(column, parity.lastColumn(k));
            double limit = parity.value(k, j);
            // the mean less f(x) has the limit 0; the limit of the slope is only known as far as it has converged
            double misfit = order == 1 ? Math.abs(limit) : parity.difference(k, j);
            double variation = order == 1 ? Math.abs(parity.value(k, 0)) : Math.abs(parity.value(k, 0) - limit);
            if (misfit > MISFIT * variation + parity.noise(k, j)) {
                most = Math.max(most, 2 * order * misfit);
            }
        }
        return most;
    }
}
