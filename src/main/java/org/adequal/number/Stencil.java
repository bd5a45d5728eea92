package org.adequal.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A difference formula: f^(order)(x) is about sum of weight_i f(x + offset_i h) / h^order, with exact weights.
 *
 * <p>{@code Stencil.central(1, 3)} has the offsets -1, 0, 1 and the weights -1/2, 0, 1/2.
 */
public record Stencil(int order, List<Rational> offsets, List<Rational> weights) {

    /** Copies the lists. */
    public Stencil {
        offsets = List.copyOf(offsets);
        weights = List.copyOf(weights);
        if (offsets.size() != weights.size()) {
            throw new IllegalArgumentException(offsets.size() + " offsets, but " + weights.size() + " weights");
        }
    }

    /**
     * The formula that is exact for every polynomial with fewer coefficients than there are offsets.
     *
     * <p>B. Fornberg, Generation of Finite Difference Formulas on Arbitrarily Spaced Grids, Math. Comp. 51 (1988).
     *
     * @throws IllegalArgumentException for equal offsets, or as many as the order or fewer
     */
    public static Stencil of(int order, List<Rational> offsets) {
        int points = offsets.size();
        if (order < 0 || points <= order) {
            throw new IllegalArgumentException(
                    "a derivative of order " + order + " needs more than " + points + " points");
        }
        if (new HashSet<>(offsets).size() < points) {
            throw new IllegalArgumentException("offsets must differ: " + offsets);
        }
        Rational[][] weight = new Rational[points][order + 1];
        for (Rational[] row : weight) {
            Arrays.fill(row, Rational.ZERO);
        }
        weight[0][0] = Rational.ONE;
        Rational product = Rational.ONE;
        for (int i = 1; i < points; i++) {
            Rational previousProduct = product;
            product = Rational.ONE;
            Rational here = offsets.get(i);
            Rational before = offsets.get(i - 1);
            Rational[] last = weight[i - 1].clone();
            int highest = Math.min(i, order);
            for (int j = 0; j < i; j++) {
                Rational distance = here.minus(offsets.get(j));
                product = product.times(distance);
                for (int k = highest; k >= 0; k--) {
                    weight[j][k] = here.times(weight[j][k]).minus(lower(weight[j], k)).dividedBy(distance);
                }
            }
            Rational ratio = previousProduct.dividedBy(product);
            for (int k = 0; k <= highest; k++) {
                weight[i][k] = ratio.times(lower(last, k).minus(before.times(last[k])));
            }
        }
        return new Stencil(order, offsets, Arrays.stream(weight).map(row -> row[order]).toList());
    }

    /** k times the weight of the derivative one lower. */
    private static Rational lower(Rational[] row, int k) {
        return k == 0 ? Rational.ZERO : Rational.of(k).times(row[k - 1]);
    }

    /** Evenly spaced around 0: -1, 0, 1 for three points, -3/2, -1/2, 1/2, 3/2 for four. */
    public static Stencil central(int order, int points) {
        return of(order, IntStream.range(0, points).mapToObj(i -> Rational.of(2L * i - points + 1, 2)).toList());
    }

    /** The offsets 0, 1, 2, … */
    public static Stencil forward(int order, int points) {
        return of(order, IntStream.range(0, points).mapToObj(Rational::of).toList());
    }

    /** The offsets 0, -1, -2, … */
    public static Stencil backward(int order, int points) {
        return of(order, IntStream.range(0, points).mapToObj(i -> Rational.of(-i)).toList());
    }

    /** How many offsets the stencil has, those of weight 0 included. */
    public int points() {
        return offsets.size();
    }

    /** The accuracy a: the truncation error is O(h^a). */
    public int accuracy() {
        int power = order + 1;
        while (moment(power).isZero()) {
            power++;
        }
        return power - order;
    }

    /** c of the truncation error c f^(order + accuracy)(x) h^accuracy + …; 1/6 for the central difference. */
    public Rational leadingError() {
        int power = order + accuracy();
        Rational coefficient = moment(power);
        for (int k = 2; k <= power; k++) {
            coefficient = coefficient.dividedBy(Rational.of(k));
        }
        return coefficient;
    }

    /** The sum of |weight|: how far noise of the values is magnified, before the division by h^order. */
    public Rational absoluteWeight() {
        return weights.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
    }

    /** The sum of weight offset^power: order! for the power order, 0 for other small powers. */
    public Rational moment(int power) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < points(); i++) {
            sum = sum.plus(weights.get(i).times(offsets.get(i).pow(power)));
        }
        return sum;
    }

    /** The stencil with its zero weights left out. */
    Stencil withoutZeros() {
        List<Rational> keptOffsets = new ArrayList<>();
        List<Rational> keptWeights = new ArrayList<>();
        for (int i = 0; i < points(); i++) {
            if (!weights.get(i).isZero()) {
                keptOffsets.add(offsets.get(i));
                keptWeights.add(weights.get(i));
            }
        }
        return new Stencil(order, keptOffsets, keptWeights);
    }
}
