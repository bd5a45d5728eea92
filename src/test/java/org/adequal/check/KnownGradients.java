package org.adequal.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import org.adequal.corpus.Corpus;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

/** Real formulas at points with the true gradient to 25 digits; see the note beside the file. */
record KnownGradients(String id, String text, Formula formula, List<KnownGradients.At> points) {

    /** A point and the truth there. */
    record At(double[] point, BigDecimal value, List<BigDecimal> gradient) {
        double partial(int index) {
            return gradient.get(index).doubleValue();
        }

        /** How far a double is from the truth. */
        double error(double number, int index) {
            return new BigDecimal(number).subtract(gradient.get(index)).abs().doubleValue();
        }
    }

    static List<KnownGradients> all() {
        return Corpus.formulas().stream().map(KnownGradients::of).toList();
    }

    private static KnownGradients of(Corpus.Entry entry) {
        List<At> points = entry.points().stream()
                .map(point -> new At(point.coordinates().stream().mapToDouble(Double::parseDouble).toArray(),
                        point.value(), point.gradient()))
                .toList();
        return new KnownGradients(entry.id(), entry.formula(), formula(entry.formula(), entry.variables()), points);
    }

    static Formula formula(String text, List<String> names) {
        List<Variable> variables = names.stream().map(Variable::of).toList();
        return Formula.of(
                Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), names),
                variables, variables);
    }
}
