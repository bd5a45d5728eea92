package org.adequal.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Stochastic descent: each step follows the gradient on a batch of rows, drawn without replacement until all rows had their
 * turn. A step of the search is such a pass over all rows, an epoch; its value is that on all rows.
 *
 * @param descent how gradients become steps
 * @param batch   how many rows a gradient is made of; the last batch of an epoch may be smaller
 * @param seed    of the orders in which the rows come
 */
public record BatchDescent(Descent descent, int batch, long seed) implements Method {

    /** Refuses an empty batch. */
    public BatchDescent {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has a row");
        }
    }

    @Override
    public String name() {
        return descent.rule() == Rule.DESCENT ? "sgd" : descent.name();
    }

    @Override
    public Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor) {
        Rows rows = objective.rows().orElseThrow(() -> new IllegalArgumentException("there are no rows"));
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = objective.gradient(point, gradient);
        Journey journey = new Journey(point, value, gradient, limits, monitor);
        Optional<Ending> ending = journey.begin();
        Rule.Mover mover = descent.rule().mover(descent.rate(), descent.momentum(), point.length);
        Random random = new Random(seed);
        int[] order = new int[rows.count()];
        Arrays.setAll(order, i -> i);
        while (ending.isEmpty()) {
            shuffle(order, random);
            for (int from = 0; from < order.length && ending.isEmpty(); from += batch) {
                int[] some = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch));
                rows.gradient(mover.looksAhead() ? mover.ahead(point) : point, some, gradient);
                mover.move(point, gradient);
                ending = journey.pause();
            }
            value = objective.gradient(point, gradient);
            Optional<Ending> after = journey.step(point, value, gradient);
            ending = ending.isPresent() ? ending : after;
        }
        return journey.end(ending.get());
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
    }
}
