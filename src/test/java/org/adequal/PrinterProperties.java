package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.eval.Program;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed reads back. */
class PrinterProperties {
    private static final List<Variable> VARIABLES = RandomExpressions.VARIABLES;

    @Provide
    Arbitrary<Expr> expressions() {
        return RandomExpressions.all(3);
    }

    @Provide
    Arbitrary<double[]> points() {
        return RandomExpressions.points();
    }

    @Property
    void whatCouldBeWrittenReadsBackAsTheSameNode(@ForAll("expressions") Expr expression) {
        String text = Printer.print(expression);
        Expr read = RowUnderTest.value(text, "printed");
        if (hidesNames(expression)) {
            assertThat(RowUnderTest.value(Printer.print(read), "printed")).as(text).isSameAs(read);
        } else {
            assertThat(read).as(text).isSameAs(expression);
        }
    }

    /** Whether an operator binds a name that means something else around it as well: it is renamed, once. */
    private static boolean hidesNames(Expr expression) {
        return Graph.nodes(expression).stream().anyMatch(node -> node instanceof Derivative derivative
                && Graph.nodes(derivative.body()).stream().anyMatch(part -> part instanceof Variable other
                        && other.name().equals(derivative.variable().name())
                        && other.level() < derivative.variable().level()));
    }

    @Property
    void derivativesPrintTheSameAfterReading(@ForAll("expressions") Expr expression,
            @ForAll("points") double[] point) {
        printsTheSame(Forward.derivative(Analysis.expanded(expression), VARIABLES.getFirst()), point);
    }

    @Property
    void tidiedExpressionsPrintTheSameAfterReading(@ForAll("expressions") Expr expression,
            @ForAll("points") double[] point) {
        printsTheSame((Expr) Graph.tidied(Analysis.expanded(expression)), point);
    }

    private static void printsTheSame(Expr made, double[] point) {
        String text = Printer.print(made);
        Expr read = RowUnderTest.value(text, "printed");
        assertThat(Printer.print(read)).isEqualTo(text);
        double before = Program.of(List.of(made), VARIABLES).run(point)[0];
        double after = Program.of(List.of(read), VARIABLES).run(point)[0];
        assertThat(after).as("%s at %s", text, Arrays.toString(point)).isEqualTo(Double.valueOf(before));
    }
}
