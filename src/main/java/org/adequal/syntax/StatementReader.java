package org.adequal.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.adequal.number.Rational;
import org.adequal.syntax.grammar.AdequalLexer;
import org.adequal.syntax.grammar.AdequalParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Parse tree of a statement to {@link Statement}. */
final class StatementReader {
    /** How often a variable may be repeated in {@code wrt x, n}. */
    private static final int REPETITION_LIMIT = 1_000_000;

    private final Source source;
    private final AstReader expressions;

    StatementReader(Source source, AstReader expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    Statement statement(AdequalParser.StatementContext context) {
        Span span = source.span(context);
        return switch (context) {
            case AdequalParser.DefineContext define -> definition(define.definition());
            case AdequalParser.ValueContext value ->
                new Statement.Value(expressions.expression(value.expression()), at(value.point()), span);
            case AdequalParser.DerivativeContext diff -> derivative(diff, span);
            case AdequalParser.GradientContext gradient -> gradient(gradient, span);
            case AdequalParser.CheckContext check -> check(check, span);
            case AdequalParser.DeclarationContext declaration ->
                new Statement.Declaration(parameters(declaration.parameter(), new HashSet<>()), span);
            case AdequalParser.ForgetContext forget -> new Statement.Forget(
                    forget.names().NAME().stream().map(name -> expressions.identifier(name.getSymbol())).toList(),
                    span);
            case AdequalParser.WhoContext _ -> new Statement.Who(span);
            case AdequalParser.SimplifyContext simplify ->
                new Statement.Simplify(expressions.expression(simplify.expression()), span);
            case AdequalParser.PlotContext plot -> new PlotReader(source, expressions, this).plot(plot, span);
            case AdequalParser.ReportContext report ->
                new Statement.Report(expressions.expression(report.expression()), at(report.point()),
                        report.STRING() == null ? null : text(report.STRING()), span);
            case AdequalParser.HelpContext help -> {
                String topic = unread(help.unread());
                yield new Statement.Help(topic.isEmpty() ? null : topic, span);
            }
            case AdequalParser.MinimizeContext minimize -> minimize(minimize, span);
            case AdequalParser.LoadContext load -> load(load, span);
            case AdequalParser.QuitContext _ -> new Statement.Quit(span);
            case AdequalParser.ExportContext export -> new Statement.Export(
                    export.verb == null
                            ? Statement.Order.VALUE
                            : export.verb.getType() == AdequalLexer.GRAD
                                    ? Statement.Order.FIRST
                                    : Statement.Order.SECOND,
                    expressions.expression(export.expression()), expressions.identifier(export.NAME().getSymbol()),
                    export.STRING() == null ? null : text(export.STRING()), span);
            case AdequalParser.SaveContext save -> new Statement.Save(text(save.STRING()), span);
            case AdequalParser.UnavailableContext unavailable -> new Statement.Unavailable(
                    expressions.identifier(unavailable.verb), unread(unavailable.unread()), span);
            default -> throw new IllegalStateException("unknown statement: " + context.getClass());
        };
    }

    Statement.Definition definition(AdequalParser.DefinitionContext context) {
        Ast body = expressions.expression(context.expression());
        Span span = source.span(context);
        if (context.LABEL() != null) {
            return new Statement.Definition(expressions.newName(context.LABEL().getSymbol()), null, body, span);
        }
        Identifier name = expressions.newName(context.FUNCTION().getSymbol());
        Set<String> seen = new HashSet<>();
        List<Statement.Parameter> variables = parameters(context.parameters(0).parameter(), seen);
        List<Statement.Parameter> data = context.parameters().size() == 1
                ? List.of()
                : parameters(context.parameters(1).parameter(), seen);
        return new Statement.Definition(name, new Statement.Parameters(variables, data), body, span);
    }

    Statement.Text text(TerminalNode string) {
        String quoted = string.getText();
        return new Statement.Text(quoted.substring(1, quoted.length() - 1), source.span(string.getSymbol()));
    }

    private List<Statement.Parameter> parameters(List<AdequalParser.ParameterContext> contexts, Set<String> seen) {
        List<Statement.Parameter> parameters = new ArrayList<>();
        for (AdequalParser.ParameterContext context : contexts) {
            List<Ast> sizes = new ArrayList<>();
            for (AdequalParser.SizeContext size : context.size()) {
                sizes.add(size(size));
            }
            parameters.add(new Statement.Parameter(once(context.NAME().getSymbol(), seen), sizes,
                    source.span(context)));
        }
        return parameters;
    }

    private Ast size(AdequalParser.SizeContext context) {
        if (context.NAME() != null) {
            Identifier name = expressions.newName(context.NAME().getSymbol());
            return new Ast.Name(name.name(), name.span());
        }
        Ast.Numeral size = expressions.numeral(context.NUMBER().getSymbol());
        if (!size.value().isInteger()) {
            throw source.error(Diagnostic.Code.SHAPE, "a size is a whole number or a name", size.span(), null);
        }
        return size;
    }

    private Statement derivative(AdequalParser.DerivativeContext context, Span span) {
        Ast operand = expressions.expression(context.expression());
        Statement.Wrt wrt = null;
        if (context.ALONG() != null) {
            wrt = new Statement.Along(point(context.point(0)));
        } else if (context.WRT() != null) {
            wrt = new Statement.Variables(repeated(context.variables()));
        }
        return new Statement.Derivative(operand, wrt,
                context.AT() == null ? null : point(context.point().getLast()), span);
    }

    private List<Statement.Repeated> repeated(AdequalParser.VariablesContext context) {
        List<Statement.Repeated> variables = new ArrayList<>();
        boolean counted = true;
        for (int i = 0; i < context.getChildCount(); i += 2) {
            Token token = ((TerminalNode) context.getChild(i)).getSymbol();
            if (token.getType() == AdequalLexer.NAME) {
                variables.add(new Statement.Repeated(expressions.newName(token), 1));
            } else if (counted) {
                throw source.error(Diagnostic.Code.SYNTAX, "expected a name, found '" + token.getText() + "'",
                        source.span(token), "how often stands behind a variable: wrt x, 2");
            } else {
                variables.add(new Statement.Repeated(variables.removeLast().name(), times(token)));
            }
            counted = token.getType() == AdequalLexer.NUMBER;
        }
        return variables;
    }

    private int times(Token number) {
        Rational times = expressions.numeral(number).value();
        if (!times.isInteger() || times.signum() == 0) {
            throw source.error(Diagnostic.Code.SYNTAX, "how often to differentiate is a whole number from 1 on",
                    source.span(number), null);
        }
        if (times.numerator().compareTo(BigInteger.valueOf(REPETITION_LIMIT)) > 0) {
            throw source.error(Diagnostic.Code.LIMIT, "differentiated more than " + REPETITION_LIMIT + " times",
                    source.span(number), null);
        }
        return times.numerator().intValueExact();
    }

    private Statement gradient(AdequalParser.GradientContext context, Span span) {
        Ast operand = expressions.expression(context.expression());
        Set<String> seen = new HashSet<>();
        List<Identifier> wrt = context.names() == null
                ? List.of()
                : context.names().NAME().stream().map(name -> once(name.getSymbol(), seen)).toList();
        Statement.Point at = at(context.point());
        return switch (context.verb.getType()) {
            case AdequalLexer.GRAD -> new Statement.Gradient(operand, wrt, at, span);
            case AdequalLexer.HESSIAN -> new Statement.Hessian(operand, wrt, at, span);
            case AdequalLexer.JACOBIAN -> new Statement.Jacobian(operand, wrt, at, span);
            default -> throw new IllegalStateException("unknown verb: " + context.verb);
        };
    }

    private Statement check(AdequalParser.CheckContext context, Span span) {
        Ast operand = expressions.expression(context.expression());
        Statement.Where where = null;
        List<Statement.Option> options = new ArrayList<>();
        Statement.Point claiming = null;
        Statement.Against against = null;
        Set<Integer> clauses = new HashSet<>();
        for (AdequalParser.CheckClauseContext clause : context.checkClause()) {
            Token word = clause.getStart();
            if (!clauses.add(word.getType() == AdequalLexer.ON ? AdequalLexer.AT : word.getType())) {
                throw source.error(Diagnostic.Code.SYNTAX,
                        "a check has one " + (word.getType() == AdequalLexer.ON || word.getType() == AdequalLexer.AT
                                ? "place, 'at' a point or 'on' ranges"
                                : "'" + word.getText() + "'"),
                        source.span(word), null);
            }
            switch (word.getType()) {
                case AdequalLexer.AT -> where = at(clause.point());
                case AdequalLexer.ON -> where = box(clause);
                case AdequalLexer.WITH -> options.addAll(options(clause));
                case AdequalLexer.CLAIMING -> claiming = at(clause.point());
                case AdequalLexer.AGAINST -> against = against(clause);
                default -> throw new IllegalStateException("unknown clause: " + word);
            }
        }
        return new Statement.Check(operand, where, options, claiming, against, span);
    }

    private Statement minimize(AdequalParser.MinimizeContext context, Span span) {
        Ast operand = expressions.expression(context.expression());
        List<Identifier> wrt = List.of();
        Statement.Point from = null;
        Identifier by = null;
        List<Statement.Setting> settings = new ArrayList<>();
        Set<Integer> clauses = new HashSet<>();
        for (AdequalParser.MinimizeClauseContext clause : context.minimizeClause()) {
            Token word = clause.getStart();
            if (!clauses.add(word.getType())) {
                throw source.error(Diagnostic.Code.SYNTAX, "there is one '" + word.getText() + "'",
                        source.span(word), null);
            }
            switch (word.getType()) {
                case AdequalLexer.FROM -> from = point(clause.point());
                case AdequalLexer.WRT -> {
                    Set<String> seen = new HashSet<>();
                    wrt = clause.names().NAME().stream().map(name -> once(name.getSymbol(), seen)).toList();
                }
                case AdequalLexer.BY -> by = method(clause.method());
                case AdequalLexer.WITH -> settings.addAll(settings(clause.setting()));
                default -> throw new IllegalStateException("unknown clause: " + word);
            }
        }
        return new Statement.Minimize(operand, wrt, from, by, settings,
                context.NAME() == null ? null : expressions.newName(context.NAME().getSymbol()), span);
    }

    private Statement load(AdequalParser.LoadContext context, Span span) {
        Set<String> seen = new HashSet<>();
        return new Statement.Load(text(context.STRING()),
                once(context.NAME(0).getSymbol(), seen),
                context.NAME().size() == 1 ? null : once(context.NAME(1).getSymbol(), seen),
                settings(context.setting()), span);
    }

    private Identifier method(AdequalParser.MethodContext context) {
        return new Identifier(
                context.NAME().stream().map(TerminalNode::getText).collect(Collectors.joining("-")),
                source.span(context));
    }

    private List<Statement.Setting> settings(List<AdequalParser.SettingContext> contexts) {
        Set<String> seen = new HashSet<>();
        List<Statement.Setting> settings = new ArrayList<>();
        for (AdequalParser.SettingContext setting : contexts) {
            settings.add(new Statement.Setting(once(setting.LABEL().getSymbol(), seen),
                    expressions.expression(setting.expression(0)),
                    setting.expression().size() == 1 ? null : expressions.expression(setting.expression(1))));
        }
        return settings;
    }

    private Statement.Box box(AdequalParser.CheckClauseContext clause) {
        return box(clause.range());
    }

    Statement.Box box(List<AdequalParser.RangeContext> contexts) {
        Set<String> seen = new HashSet<>();
        List<Statement.Range> ranges = new ArrayList<>();
        for (AdequalParser.RangeContext range : contexts) {
            ranges.add(new Statement.Range(once(range.LABEL().getSymbol(), seen),
                    expressions.expression(range.expression(0)), expressions.expression(range.expression(1)),
                    source.span(range)));
        }
        return new Statement.Box(ranges, span(contexts));
    }

    private List<Statement.Option> options(AdequalParser.CheckClauseContext clause) {
        Set<String> seen = new HashSet<>();
        List<Statement.Option> options = new ArrayList<>();
        for (AdequalParser.NamedContext option : clause.named()) {
            options.add(new Statement.Option(once(option.LABEL().getSymbol(), seen),
                    expressions.expression(option.expression())));
        }
        return options;
    }

    private Statement.Against against(AdequalParser.CheckClauseContext clause) {
        String text = text(clause.STRING()).content();
        TerminalNode kind = clause.NAME();
        Span span = source.span(clause.getStart(), clause.getStop());
        if (kind == null) {
            return new Statement.ClaimFile(text, span);
        }
        if (!kind.getText().equals("program")) {
            throw source.error(Diagnostic.Code.SYNTAX,
                    "expected a text in double quotes or 'program', found '" + kind.getText() + "'",
                    source.span(kind.getSymbol()), "write against \"claims.csv\" or against program \"command\"");
        }
        return new Statement.ClaimProgram(text, span);
    }

    Statement.@Nullable Point at(AdequalParser.@Nullable PointContext context) {
        return context == null ? null : point(context);
    }

    private Statement.Point point(AdequalParser.PointContext context) {
        Span span = source.span(context);
        if (context.expression() != null) {
            Ast value = expressions.expression(context.expression());
            return new Statement.Positional(value instanceof Ast.Tuple tuple ? tuple.entries() : List.of(value), span);
        }
        Set<String> seen = new HashSet<>();
        List<Statement.Coordinate> coordinates = new ArrayList<>();
        for (AdequalParser.NamedContext named : context.named()) {
            coordinates.add(new Statement.Coordinate(once(named.LABEL().getSymbol(), seen),
                    expressions.expression(named.expression())));
        }
        return new Statement.Named(coordinates, span);
    }

    /** A new name that must not have been given before. */
    Identifier once(Token token, Set<String> seen) {
        Identifier name = expressions.newName(token);
        if (!seen.add(name.name())) {
            throw source.error(Diagnostic.Code.NAME, "'" + name + "' is given twice", name.span(), null);
        }
        return name;
    }

    private String unread(AdequalParser.UnreadContext context) {
        return context.getChildCount() == 0 ? "" : source.span(context).of(source.text);
    }

    private Span span(List<? extends ParserRuleContext> contexts) {
        return source.span(Objects.requireNonNull(contexts.getFirst().getStart()), contexts.getLast().getStop());
    }
}
