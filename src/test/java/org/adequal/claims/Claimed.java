package org.adequal.claims;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.adequal.check.Formula;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.verdict.Claim;

/** Formulas and texts of claims for tests. */
final class Claimed {
    private Claimed() {}

    static Formula formula(String text) {
        Expr expression = Lowering.operand(Parser.formula(text, "test"), text, "test", Definitions.none(), List.of());
        return Formula.of(expression, Graph.variables(expression), Graph.variables(expression));
    }

    static List<Entry> read(String text, String formula) throws IOException, ClaimsException {
        try (ClaimSource source = ClaimFiles.read(new StringReader(text), formula(formula))) {
            List<Entry> entries = new ArrayList<>();
            for (Entry entry = source.next(); entry != null; entry = source.next()) {
                entries.add(entry);
            }
            return entries;
        }
    }

    static Census judge(String text, String formula) throws IOException, ClaimsException {
        Formula f = formula(formula);
        try (ClaimSource source = ClaimFiles.read(new StringReader(text), f)) {
            return Tally.of(source, new FormulaJudging(f, Claim::of), () -> null);
        }
    }

    static Entry.Claim claim(long line, List<Double> point, List<Double> gradient) {
        return new Entry.Claim(Place.line(line), point, gradient);
    }
}
