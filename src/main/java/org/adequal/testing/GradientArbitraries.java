package org.adequal.testing;

import java.util.Arrays;
import java.util.List;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Status;
import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What jqwik properties of gradients are about: points, and formulas. */
public final class GradientArbitraries {
    private static final int MISSES = 10_000;

    private GradientArbitraries() {}

    /** Points of the ranges at which the formula has a derivative: a coordinate for each variable, in natural order. */
    public static Arbitrary<double[]> points(String formula, String on, String... definitions) {
        GradientCheck check = GradientCheck.of(formula, definitions);
        return points(check.formula(), check.box(on));
    }

    /** The same for a formula that has been read. */
    public static Arbitrary<double[]> points(Formula formula, Box box) {
        Arbitrary<List<Double>> all = Combinators.combine(box.ranges().stream().map(GradientArbitraries::in).toList())
                .as(coordinates -> coordinates);
        return all.map(coordinates -> coordinates.stream().mapToDouble(x -> x + 0.0).toArray())
                .filter(MISSES, point -> isSmooth(formula, point));
    }

    private static Arbitrary<Double> in(Box.Range range) {
        return range.from() == range.to()
                ? Arbitraries.just(range.from())
                : Arbitraries.doubles().between(range.from(), range.to()).ofScale(15);
    }

    private static boolean isSmooth(Formula formula, double[] point) {
        PointResult result = formula.at(point);
        return result.status() == Status.SMOOTH && result.isComplete();
    }

    /** Formulas in these variables, functions nested at most so deep; any row of the table may occur. */
    public static Arbitrary<String> formulas(int depth, String... variables) {
        Arbitrary<Expr> formula = leaf(variables);
        for (int i = 0; i < depth; i++) {
            formula = Arbitraries.frequencyOf(Tuple.of(1, formula), Tuple.of(6, applications(formula)));
        }
        return formula.map(Printer::print);
    }

    private static Arbitrary<Expr> leaf(String... variables) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(variables).map(name -> (Expr) Variable.of(name))),
                Tuple.of(1, Arbitraries.integers().between(1, 9).map(n -> (Expr) Constant.of(n))));
    }

    private static Arbitrary<Expr> applications(Arbitrary<Expr> argument) {
        Arbitrary<Primitive> arithmetic = Arbitraries.of(Primitive.ADD, Primitive.SUBTRACT, Primitive.MULTIPLY,
                Primitive.DIVIDE, Primitive.NEGATE, Primitive.POWER);
        List<Primitive> functions = Arrays.stream(Primitive.values()).filter(row -> row.arity() > 0).toList();
        return Combinators.combine(Arbitraries.oneOf(arithmetic, Arbitraries.of(functions)), argument.list().ofSize(3))
                .as((row, arguments) -> Application.of(row, arguments.subList(0, row.arity())));
    }
}
