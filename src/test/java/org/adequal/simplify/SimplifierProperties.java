package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.syntax.Printer;
import org.assertj.core.data.Offset;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Values and domains are kept, and nothing but the expression decides the result. */
class SimplifierProperties {
    private static final Variable X = Variable.of("x");
    private static final Variable Y = Variable.of("y");
    private static final double[] COORDINATES = {-2, -1, -0.75, 0, 0.5, 1, 1.75, 3};

    @Provide
    Arbitrary<Expr> expressions() {
        return tree(3);
    }

    @Provide
    Arbitrary<Expr> smallExpressions() {
        return tree(2);
    }

    private static Arbitrary<Expr> tree(int depth) {
        Arbitrary<Expr> leaf = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(X, Y)),
                Tuple.of(3, Arbitraries.integers().between(-2, 4).map(Constant::of)),
                Tuple.of(1, Arbitraries.of(Constant.of(Rational.of(1, 2)),
                        Constant.of(Rational.of(1, 5)))))
                .map(Expr.class::cast);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expr> part = tree(depth - 1);
        Arbitrary<Expr> calls = Combinators.combine(Arbitraries.of(Primitive.SIN, Primitive.COS, Primitive.TAN,
                Primitive.SEC, Primitive.EXP, Primitive.LOG, Primitive.SQRT, Primitive.ABS, Primitive.SIGN,
                Primitive.ATAN, Primitive.CBRT, Primitive.COSH, Primitive.TANH), part)
                .as((function, argument) -> Application.of(function, argument));
        Arbitrary<Expr> operations = Combinators.combine(Arbitraries.of(Primitive.ADD, Primitive.SUBTRACT,
                Primitive.MULTIPLY, Primitive.MULTIPLY, Primitive.DIVIDE), part, part)
                .as((operator, left, right) -> Application.of(operator, left, right));
        Arbitrary<Expr> powers = Combinators.combine(part, Arbitraries.of(Constant.of(2), Constant.of(3),
                Constant.of(-1), Constant.of(-2), Constant.ZERO, Constant.of(Rational.of(3, 2)),
                Constant.of(Rational.of(-1, 2)), Y)).as(
                        (base, exponent) -> Application.of(Primitive.POWER, base,
                                exponent));
        return Arbitraries.frequencyOf(Tuple.of(1, leaf), Tuple.of(2, calls),
                Tuple.of(4, operations), Tuple.of(2, powers));
    }

    @Property(tries = 500)
    void keepsValueAndDomain(@ForAll("expressions") Expr written) {
        Analysis analysis = Analysis.of(written, List.of());
        Expr simplified = Simplifier.simplify(written, analysis.defined(), written).expression();
        assertSameWhereDefined(written, analysis.defined(), simplified);
    }

    @Property(tries = 500)
    void keepsDerivatives(@ForAll("smallExpressions") Expr formula) {
        Analysis analysis = Analysis.of(formula, List.of(X));
        Expr derivative = Forward.derivative(analysis.value(), X);
        Expr simplified = Simplifier.simplify(derivative, analysis.ordinary(), formula).expression();
        assertSameWhereDefined(derivative, analysis.ordinary(), simplified);
    }

    private static boolean hasValues(Condition where) {
        Program program = Program.of(List.of(where), List.of(X, Y));
        return Arrays.stream(COORDINATES).anyMatch(
                x -> Arrays.stream(COORDINATES).anyMatch(y -> program.run(x, y)[0] == 1));
    }

    private static void assertSameWhereDefined(Expr written, Condition where, Expr simplified) {
        Condition defined = Analysis.of(simplified, List.of()).defined();
        Program program = Program.of(List.of(written, where, simplified, defined), List.of(X, Y));
        for (double x : COORDINATES) {
            for (double y : COORDINATES) {
                double[] out = program.run(x, y);
                if (out[1] == 1 && Math.abs(out[0]) < 1e6 && (Math.abs(out[0]) > 1e-6 || out[0] == 0)) {
                    assertThat(out[2]).as("%s as %s at (%s, %s)", Printer.print(written), Printer.print(simplified), x,
                            y).isCloseTo(out[0], Offset.offset(1e-6 * (1 + Math.abs(out[0]))));
                }
            }
        }
    }

    /** Where only the simplified form has a value, the condition beside it says so. */
    @Property(tries = 500)
    void noConditionIsLost(@ForAll("expressions") Expr written) {
        Condition where = Analysis.of(written, List.of()).defined();
        Expr simplified = Simplifier.simplify(written, where, written).expression();
        Condition beside = Domain.beside(Analysis.of(simplified, List.of()).defined(), where);
        Condition defined = Analysis.of(simplified, List.of()).defined();
        Program program = Program.of(List.of(where, defined, beside), List.of(X, Y));
        for (double x : COORDINATES) {
            for (double y : COORDINATES) {
                double[] out = program.run(x, y);
                if (out[0] == 0) {
                    assertThat(out[1] == 1 && out[2] == 1).as("%s as %s for %s at (%s, %s)", Printer.print(written),
                            Printer.print(simplified), Printer.print(beside), x, y).isFalse();
                }
                if (out[0] == 1) {
                    assertThat(out[2]).as("%s as %s for %s at (%s, %s)", Printer.print(written),
                            Printer.print(simplified), Printer.print(beside), x, y).isNotEqualTo(0);
                }
            }
        }
    }

    @Property(tries = 500)
    void simplifyingAgainChangesNothing(@ForAll("expressions") Expr written) {
        Condition where = Analysis.of(written, List.of()).defined();
        Expr once = Simplifier.simplify(written, where, written).expression();
        assertThat(Printer.print(Simplifier.simplify(once, where, written).expression()))
                .isEqualTo(Printer.print(once));
    }

    @Property(tries = 500)
    void orderOfConstructionDoesNotMatter(@ForAll("expressions") Expr written, @ForAll Random random) {
        Condition where = Analysis.of(written, List.of()).defined();
        Assume.that(hasValues(where));
        Expr turned = shuffled(written, random);
        assertThat(Printer.print(Simplifier.simplify(turned, where, Constant.ZERO).expression()))
                .isEqualTo(Printer.print(Simplifier.simplify(written, where, Constant.ZERO).expression()));
    }

    /** The arguments of some sums and products in the other order. */
    private static Expr shuffled(Expr root, Random random) {
        Map<Node, Node> done = new IdentityHashMap<>();
        for (Node node : Graph.nodes(root)) {
            List<Node> arguments = new ArrayList<>(node.arguments().stream().map(done::get).toList());
            if (node instanceof Application a && (a.primitive() == Primitive.ADD || a.primitive() == Primitive.MULTIPLY)
                    && random.nextBoolean()) {
                Collections.reverse(arguments);
            }
            done.put(node, node.with(arguments));
        }
        return (Expr) done.getOrDefault(root, root);
    }

    @Property(tries = 500)
    void printedFormReadsBackAsTheSameGraph(@ForAll("expressions") Expr written) {
        Expr simplified = Simplifier.simplify(written, Analysis.of(written, List.of()).defined(), written)
                .expression();
        // beyond the limits, and without a value anywhere, the expression stays as it is
        Assume.that(simplified != written);
        assertThat(Corpus.expression(Printer.print(simplified), List.of("x", "y"))).isSameAs(simplified);
    }
}
