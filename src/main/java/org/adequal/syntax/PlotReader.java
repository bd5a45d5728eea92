package org.adequal.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.adequal.syntax.grammar.AdequalLexer;
import org.adequal.syntax.grammar.AdequalParser;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Parse tree of {@code plot …} to {@link Statement.Plot}. */
final class PlotReader {
    private static final String TANGENT = "tangent";

    private final Source source;
    private final AstReader expressions;
    private final StatementReader statements;
    private final List<Statement.Option> options = new ArrayList<>();
    private final List<Statement.Point> tangents = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    PlotReader(Source source, AstReader expressions, StatementReader statements) {
        this.source = source;
        this.expressions = expressions;
        this.statements = statements;
    }

    Statement.Plot plot(AdequalParser.PlotContext context, Span span) {
        AdequalParser.PlottedContext plotted = context.plotted();
        Statement.Subject subject = subject(plotted);
        List<Ast> operands = plotted.expression().stream().map(expressions::expression).toList();
        Statement.Point at = null;
        Statement.Box on = null;
        Statement.Text to = null;
        Set<Integer> clauses = new HashSet<>();
        for (AdequalParser.PlotClauseContext clause : context.plotClause()) {
            Token word = clause.getStart();
            if (word.getType() != AdequalLexer.WITH && !clauses.add(word.getType())) {
                throw source.error(Diagnostic.Code.SYNTAX, "a plot has one '" + word.getText() + "'", source.span(word),
                        null);
            }
            switch (word.getType()) {
                case AdequalLexer.AT -> at = statements.at(clause.point());
                case AdequalLexer.ON -> on = statements.box(clause.range());
                case AdequalLexer.TO -> to = statements.text(clause.STRING());
                default -> options(clause.plotOption());
            }
        }
        return new Statement.Plot(subject, operands, at, on, options, tangents, to, span);
    }

    private Statement.Subject subject(AdequalParser.PlottedContext plotted) {
        if (plotted.GRAD() != null) {
            return Statement.Subject.GRADIENT;
        }
        if (plotted.kind == null) {
            return Statement.Subject.VALUES;
        }
        if (plotted.of.getText().equals("of")) {
            switch (plotted.kind.getText()) {
                case "error" -> {
                    return Statement.Subject.ERROR;
                }
                case "graph" -> {
                    return Statement.Subject.GRAPH;
                }
                default -> {
                }
            }
        }
        throw source.error(Diagnostic.Code.SYNTAX,
                "there is no plot of '" + plotted.kind.getText() + " " + plotted.of.getText() + "'",
                source.span(plotted.kind, plotted.of),
                "plot f, plot grad f, plot error of diff(f, x), plot graph of f");
    }

    /** {@code tangent at x = 5, x = 10, step = 1}: what follows a tangent under the same name is one more. */
    private void options(List<AdequalParser.PlotOptionContext> contexts) {
        String variable = null;
        for (AdequalParser.PlotOptionContext context : contexts) {
            AdequalParser.NamedContext named = context.named();
            if (named == null) {
                variable = tangent(context);
            } else if (named.LABEL().getText().equals(variable)) {
                tangents.add(named(named));
            } else {
                options.add(new Statement.Option(statements.once(named.LABEL().getSymbol(), seen),
                        expressions.expression(named.expression())));
                variable = null;
            }
        }
    }

    private @Nullable String tangent(AdequalParser.PlotOptionContext context) {
        Token word = context.NAME().getSymbol();
        if (!word.getText().equals(TANGENT) && !word.getText().equals(TANGENT + "s")) {
            throw source.error(Diagnostic.Code.SYNTAX, "expected 'tangent', found '" + word.getText() + "'",
                    source.span(word), "write with tangent at x = 5");
        }
        AdequalParser.NamedContext named = context.place().named();
        if (named != null) {
            tangents.add(named(named));
            return named.LABEL().getText();
        }
        Ast place = expressions.expression(context.place().expression());
        for (Ast each : place instanceof Ast.Tuple tuple ? tuple.entries() : List.of(place)) {
            tangents.add(new Statement.Positional(List.of(each), each.span()));
        }
        return null;
    }

    private Statement.Point named(AdequalParser.NamedContext context) {
        return new Statement.Named(List.of(new Statement.Coordinate(
                expressions.newName(context.LABEL().getSymbol()), expressions.expression(context.expression()))),
                source.span(context));
    }
}
