package org.adequal.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.plot.Titled;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Statement;

/** The statement that writes a page about a formula. */
record ReportStatement(Desk desk) {

    Answer report(Statement.Report statement) {
        Expr operand = Drawable.scalar(desk, statement.operand());
        List<Variable> variables = Graph.variables(operand);
        List<Variable> order = desk.order(statement.operand(), variables);
        List<Variable> wrt = desk.wrt(List.of(), statement.operand(), order);
        if (statement.at() == null) {
            throw desk.error(Diagnostic.Code.SYNTAX, "a report is about a point", statement.span(),
                    "write report ... at (3, 4) to \"page.html\"");
        }
        Statement.Text file = statement.to();
        if (file == null || !file.content().toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw desk.error(Diagnostic.Code.SYNTAX, "a report is a page of its own",
                    file == null ? statement.span() : file.span(), "write to \"page.html\"");
        }
        Point point = desk.point(statement.at(), Desk.union(variables, wrt), order);
        Titled titled = new PlotStatement(desk).titled(statement.operand(), operand);
        List<String> again = new ArrayList<>();
        String asked = statement.span().of(desk.script());
        used(asked).forEach(definition -> again.add(definition.toString()));
        again.add(asked);
        new PictureFile(desk, file).write(
                ReportPage.of(titled, wrt, point, again).getBytes(StandardCharsets.UTF_8));
        return new Answer.Message("wrote " + file.content() + ": " + Printer.print(operand) + " at "
                + Text.coordinates(point.place()));
    }

    /** The definitions whose names occur in a text, or in those that do; in the order in which they were made. */
    private List<Definition> used(String text) {
        Set<String> words = new HashSet<>(List.of(text.split("[^\\p{L}\\p{M}\\p{Nd}_]+", -1)));
        List<Definition> all = List.copyOf(desk.definitions().all());
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Definition definition : all) {
                if (words.contains(definition.name())) {
                    grown |= words.addAll(List.of(definition.toString().split("[^\\p{L}\\p{M}\\p{Nd}_]+", -1)));
                }
            }
        }
        return all.stream().filter(definition -> words.contains(definition.name())).toList();
    }
}
