package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.expr.Application;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** The rules of calculus hold for random expressions over the whole table, wherever these are surely smooth. */
class DerivativeProperties {
    private static final List<Variable> VARIABLES = RandomExpressions.VARIABLES;
    private static final double KNOWN = 1e-5;

    private int judged;

    @Provide
    Arbitrary<Expr> expressions() {
        return RandomExpressions.plain(3);
    }

    @Provide
    Arbitrary<Expr> withOperators() {
        return RandomExpressions.all(3);
    }

    @Provide
    Arbitrary<Expr> smallExpressions() {
        return RandomExpressions.plain(2);
    }

    @Provide
    Arbitrary<double[]> points() {
        return RandomExpressions.points();
    }

    /** A property that judges nothing proves nothing. */
    @AfterProperty
    void hasJudged() {
        assertThat(judged).as("points that judged").isGreaterThan(100);
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void forwardIsReverse(@ForAll("withOperators") Expr written, @ForAll("points") double[] point) {
        Analysis analysis = Analysis.of(written, VARIABLES);
        List<Expr> reverse = Reverse.gradient(analysis.value(), VARIABLES);
        for (int i = 0; i < VARIABLES.size(); i++) {
            agree(analysis.ordinary(), Forward.derivative(analysis.value(), VARIABLES.get(i)), reverse.get(i), point);
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void derivativeIsThatOfValues(@ForAll("expressions") Expr written, @ForAll("points") double[] point) {
        Analysis analysis = Analysis.of(written, List.of(VARIABLES.getFirst()));
        Expr derivative = Forward.derivative(written, VARIABLES.getFirst());
        double step = 0x1p-14;
        List<double[]> places = NumericDerivative.places(point[0], step).stream().map(x -> moved(point, x)).toList();
        Evaluation exact = Evaluation.of(derivative, VARIABLES, point);
        if (!exact.isKnownWithin(1e-9) || !holds(analysis.ordinary(), point)
                || !places.stream().allMatch(place -> holds(analysis.ordinary(), place))
                || !places.stream().allMatch(place -> sameBranches(analysis.ordinary(), point, place))) {
            return;
        }
        NumericDerivative numeric = NumericDerivative.of(
                x -> Evaluation.of(written, VARIABLES, moved(point, x)).value(), point[0], step);
        double noise = Evaluation.of(written, VARIABLES, point).error() / step * 64;
        if (numeric.tells(1e-4, 1e-2) && noise < 1e-6 * Math.max(1, Math.abs(exact.value()))) {
            judged++;
            assertThat(Math.abs(exact.value() - numeric.value()))
                    .as("d/dx %s = %s, says %s; by values %s", Printer.print(written), Printer.print(derivative),
                            exact, numeric)
                    .isLessThanOrEqualTo(100 * numeric.error() + noise);
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void linear(@ForAll("smallExpressions") Expr u, @ForAll("smallExpressions") Expr v,
            @ForAll("points") double[] point) {
        Expr combination = parse("3*u - v/4", u, v);
        for (Variable x : VARIABLES) {
            Expr expected = parse("3*u - v/4", Forward.derivative(u, x), Forward.derivative(v, x));
            agree(ordinary(u, v), Forward.derivative(combination, x), expected, point);
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void productRule(@ForAll("smallExpressions") Expr u, @ForAll("smallExpressions") Expr v,
            @ForAll("points") double[] point) {
        for (Variable x : VARIABLES) {
            Expr expected = parse("w*v + u*t", u, v, Forward.derivative(u, x), Forward.derivative(v, x));
            agree(ordinary(u, v), gradient(parse("u*v", u, v), x), expected, point);
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void quotientRule(@ForAll("smallExpressions") Expr u, @ForAll("smallExpressions") Expr v,
            @ForAll("points") double[] point) {
        Expr quotient = parse("u/v", u, v);
        for (Variable x : VARIABLES) {
            Expr expected = parse("(w*v - u*t)/v^2", u, v, Forward.derivative(u, x), Forward.derivative(v, x));
            agree(ordinary(quotient), gradient(quotient, x), expected, point);
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void chainRule(@ForAll("smallExpressions") Expr outer, @ForAll("smallExpressions") Expr inner,
            @ForAll("points") double[] point) {
        // outer over x and y, inner in the place of x: d/dz outer(inner, y) + what z itself does there
        Variable x = VARIABLES.get(0);
        Variable z = VARIABLES.get(2);
        Expr composed = (Expr) Graph.substitute(outer, Map.of(x, inner));
        Expr expected = parse("u*v + w", (Expr) Graph.substitute(Forward.derivative(outer, x), Map.of(x, inner)),
                Forward.derivative(inner, z),
                (Expr) Graph.substitute(Forward.derivative(outer, z), Map.of(x, inner)));
        agree(ordinary(composed), gradient(composed, z), expected, point);
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void hessianIsSymmetric(@ForAll("smallExpressions") Expr u, @ForAll("points") double[] point) {
        List<Expr> gradient = Reverse.gradient(u, VARIABLES);
        for (int i = 0; i < VARIABLES.size(); i++) {
            for (int j = 0; j <= i; j++) {
                agree(ordinary(u), Forward.derivative(gradient.get(i), VARIABLES.get(j)),
                        gradient(gradient.get(j), VARIABLES.get(i)), point);
            }
        }
    }

    private static Expr gradient(Expr u, Variable variable) {
        return Reverse.gradient(u, List.of(variable)).getFirst();
    }

    /** A text over u, v, w, t with expressions in their places. */
    private static Expr parse(String text, Expr... parts) {
        List<String> names = List.of("u", "v", "w", "t");
        Map<Variable, Expr> meanings = new java.util.HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            meanings.put(Variable.of(names.get(i)), parts[i]);
        }
        return (Expr) Graph.substitute(RowUnderTest.value(text, "test"), meanings);
    }

    private static Condition ordinary(Expr... parts) {
        Expr sum = Arrays.stream(parts).reduce((a, b) -> Application.of(Primitive.ADD, a, b)).orElseThrow();
        return Analysis.of(sum, VARIABLES).ordinary();
    }

    private static boolean holds(Condition condition, double[] point) {
        return Evaluation.holds(condition, VARIABLES, point);
    }

    private static double[] moved(double[] point, double x) {
        double[] there = point.clone();
        there[0] = x;
        return there;
    }

    /** Whether nothing that the condition compares comes much nearer to a tie between the places. */
    private static boolean sameBranches(Condition condition, double[] point, double[] place) {
        List<org.adequal.expr.Node> sides = new ArrayList<>();
        for (org.adequal.expr.Node node : Graph.nodes(condition)) {
            if (node instanceof org.adequal.expr.Comparison comparison) {
                sides.addAll(comparison.arguments());
            }
        }
        return new RowUnderTest.Switches(org.adequal.eval.Program.of(sides, VARIABLES)).areFarFrom(point,
                List.of(place));
    }

    private void agree(Condition ordinary, Expr left, Expr right, double[] point) {
        if (!holds(ordinary, point)) {
            return;
        }
        Evaluation a = Evaluation.of(left, VARIABLES, point);
        Evaluation b = Evaluation.of(right, VARIABLES, point);
        if (a.isKnownWithin(KNOWN) && b.isKnownWithin(KNOWN)) {
            judged++;
            assertThat(a.agreesWith(b)).as("%s = %s and %s = %s at %s", Printer.print(left), a, Printer.print(right), b,
                    Arrays.toString(point)).isTrue();
        }
    }
}
