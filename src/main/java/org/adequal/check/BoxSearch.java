package org.adequal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.adequal.calculus.Analysis;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Application;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Row;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Dyadic;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Encloses a formula and its partial derivatives over a box, which is cut in halves until a budget is spent: first where
 * it is open whether the formula is smooth, then where the bounds are widest.
 *
 * <p>On a part where the formula is proven smooth, f(X) lies in f(m) + f'(X) (X - m) for a point m of it, by the mean
 * value theorem on the line from m, which stays in the part; likewise each partial derivative, with a row of the Hessian.
 * Each is intersected with the natural extension; the parts' hull is the box's.
 */
final class BoxSearch {
    private static final int BITS = 64;
    private static final Arithmetic ARITHMETIC = Arithmetic.of(BITS);
    /** How many sums are computed in all, about. */
    private static final int MOST_STEPS = 200_000;
    private static final int MOST_PARTS = 256;
    /** How long a function takes, in units of a sum. */
    private static final int ELEMENTARY = 20;
    private static final int FEWEST_PARTS = 8;
    /** Rows of a larger Hessian cost more than they give. */
    private static final int MOST_SECOND_ORDER = 6;
    /** Open parts are not cut any more when they are this small a part of the box in every direction. */
    private static final int FINEST = 16;

    private final Analysis analysis;
    private final List<Variable> variables;
    private final List<Variable> wrt;
    private final List<Expr> gradient;
    private final List<List<Expr>> hessian;
    private final EnclosureProgram program;
    private final int budget;
    private final Blame blame;

    BoxSearch(Formula formula, Analysis analysis, Blame blame) {
        this.analysis = analysis;
        this.blame = blame;
        variables = formula.variables();
        wrt = formula.wrt();
        gradient = formula.gradient();
        hessian = wrt.size() <= MOST_SECOND_ORDER ? formula.hessian() : List.of();
        List<Node> outputs = new ArrayList<>(List.of(analysis.value(), analysis.defined(), analysis.ordinary()));
        outputs.addAll(gradient);
        hessian.forEach(outputs::addAll);
        program = EnclosureProgram.of(outputs, variables);
        long cost = Graph.nodes(outputs).stream().mapToLong(BoxSearch::cost).sum();
        budget = Math.clamp(MOST_STEPS / cost, FEWEST_PARTS, MOST_PARTS);
    }

    /** How long a node takes, in units of a sum. */
    private static long cost(Node node) {
        return node instanceof Application application && application.primitive().notation().fixity() == Row.Fixity.CALL
                ? ELEMENTARY
                : 1;
    }

    /** @param depths how often each side was halved */
    private record Part(List<Interval> box, int[] depths, Certainty defined, boolean smooth, Interval value,
            List<Interval> gradient) {
        boolean isOpen() {
            return !smooth && defined != Certainty.FALSE;
        }

        int depth() {
            int sum = 0;
            for (int depth : depths) {
                sum += depth;
            }
            return sum;
        }
    }

    BoxEnclosure over(List<Interval> box) {
        Comparator<Part> order = Comparator.comparing((Part part) -> !part.isOpen())
                .thenComparingInt(part -> part.isOpen() ? part.depth() : 0)
                .thenComparing(part -> part.isOpen() ? Dyadic.ZERO : spread(part), Comparator.reverseOrder());
        PriorityQueue<Part> parts = new PriorityQueue<>(order);
        List<Part> done = new ArrayList<>();
        parts.add(part(box, new int[box.size()]));
        int made = 1;
        while (!parts.isEmpty() && made < budget) {
            Part next = parts.remove();
            int side = next.defined == Certainty.FALSE ? -1 : side(next);
            if (side < 0) {
                done.add(next);
                continue;
            }
            for (int half = 0; half < 2; half++) {
                parts.add(half(next, side, half == 0));
            }
            made += 2;
        }
        done.addAll(parts);
        return together(done);
    }

    private BoxEnclosure together(List<Part> parts) {
        Interval value = Interval.EMPTY;
        boolean smooth = parts.stream().allMatch(Part::smooth);
        Map<Variable, Interval> slopes = new LinkedHashMap<>();
        for (Part part : parts) {
            value = value.hull(part.value);
            for (int i = 0; smooth && i < wrt.size(); i++) {
                slopes.merge(wrt.get(i), part.gradient.get(i), Interval::hull);
            }
        }
        boolean defined = parts.stream().allMatch(part -> part.defined == Certainty.TRUE);
        return new BoxEnclosure(defined, smooth, value, slopes, smooth ? null : open(parts));
    }

    /** The largest part without values; else the smallest one of which nothing is known. */
    private BoxEnclosure.@Nullable Open open(List<Part> parts) {
        return parts.stream().filter(part -> part.defined == Certainty.FALSE)
                .min(Comparator.comparingInt(Part::depth))
                .or(() -> parts.stream().filter(Part::isOpen).max(Comparator.comparingInt(Part::depth)))
                .map(part -> new BoxEnclosure.Open(part.box, part.defined == Certainty.FALSE,
                        blame.over(part.box, part.defined == Certainty.FALSE)))
                .orElse(null);
    }

    /** The side to halve: the longest as a part of its own; none if they are all points, or halved often enough. */
    private static int side(Part part) {
        int best = -1;
        for (int i = 0; i < part.depths.length; i++) {
            if (!part.box.get(i).isPoint() && part.depths[i] < FINEST
                    && (best < 0 || part.depths[i] < part.depths[best])) {
                best = i;
            }
        }
        return best;
    }

    private Part half(Part whole, int side, boolean lower) {
        Interval cut = whole.box.get(side);
        Dyadic middle = cut.middle(BITS);
        List<Interval> box = new ArrayList<>(whole.box);
        box.set(side, lower ? Interval.of(cut.lo(), middle) : Interval.of(middle, cut.hi()));
        int[] depths = whole.depths.clone();
        depths[side]++;
        return part(box, depths);
    }

    private static Dyadic spread(Part part) {
        return part.value.isBounded() ? part.value.width() : Dyadic.POSITIVE_INFINITY;
    }

    private Part part(List<Interval> box, int[] depths) {
        EnclosureProgram.Enclosures found = program.over(box, BITS);
        Certainty defined = found.of(analysis.defined());
        boolean smooth = found.of(analysis.ordinary()) == Certainty.TRUE;
        Interval value = defined == Certainty.FALSE ? Interval.EMPTY : found.of(analysis.value());
        List<Interval> slopes = new ArrayList<>(gradient.stream().map(found::of).toList());
        if (smooth && !hessian.isEmpty()) {
            List<Interval> middle = box.stream().map(side -> Interval.of(side.middle(BITS))).toList();
            EnclosureProgram.Enclosures there = program.over(middle, BITS);
            for (int i = 0; i < slopes.size(); i++) {
                List<Interval> row = hessian.get(i).stream().map(found::of).toList();
                slopes.set(i, better(slopes.get(i), there.of(gradient.get(i)), row, box, middle));
            }
            value = better(value, there.of(analysis.value()), slopes, box, middle);
        }
        return new Part(box, depths, defined, smooth, value, slopes);
    }

    /** The natural extension, intersected with the mean value form where all that moves is differentiated by. */
    private Interval better(Interval natural, Interval middleValue, List<Interval> slopes, List<Interval> box,
            List<Interval> middle) {
        Interval sum = middleValue;
        for (int i = 0; i < box.size(); i++) {
            int index = wrt.indexOf(variables.get(i));
            if (box.get(i).isPoint()) {
                continue;
            }
            if (index < 0) {
                return natural;
            }
            sum = ARITHMETIC.plus(sum,
                    ARITHMETIC.times(slopes.get(index), ARITHMETIC.minus(box.get(i), middle.get(i))));
        }
        Interval both = natural.intersection(sum);
        return both.isEmpty() ? natural : both;
    }
}
