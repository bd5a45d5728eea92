package org.adequal.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.EmptyDomain;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expansion;
import org.adequal.expr.Primitive;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.Identifier;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;
import org.adequal.syntax.StatementSource;

/**
 * What a user has defined so far. Immutable: running a statement gives the next session, so an error loses nothing.
 */
public record Session(Definitions definitions, World world) {
    private static final String ANSWER = "ans";

    /** A session in which nothing is defined, and no file can be named. */
    public static Session empty() {
        return in(World.closed());
    }

    /** A session in which nothing is defined. */
    public static Session in(World world) {
        return new Session(Definitions.none(), world);
    }

    /** The session after a statement, and what the statement answers. */
    public record Outcome(Session session, Answer answer) {}

    /** What a function takes and is, in one line; empty where there is none of this name. */
    public Optional<String> signature(String function) {
        return Help.signature(function, definitions);
    }

    /** Whether {@code ans} is another formula than in an earlier session. */
    public boolean remembersOtherThan(Session earlier) {
        return definitions.get(ANSWER) != earlier.definitions.get(ANSWER);
    }

    /** What one wants to know next about the formula remembered as {@code ans}; empty where there is none. */
    public Optional<String> overview() {
        return definitions.get(ANSWER) == null ? Optional.empty() : Optional.ofNullable(Overview.of(this, ANSWER));
    }

    /**
     * Runs a statement within a time budget; refuses with a {@link DiagnosticException}. Judging a file's or a program's
     * claims takes longer: there each claim has the budget.
     */
    public Outcome run(StatementSource source, long budgetMilliseconds) {
        Desk desk = new Desk(source.script(), definitions, world);
        try {
            Statement statement = Budget.run(budgetMilliseconds, source::parse);
            return switch (statement) {
                case Statement.Minimize minimize -> {
                    // a long search takes the time that its statement asks for
                    MinimizeStatement search = new MinimizeStatement(desk);
                    long allowed = Budget.run(budgetMilliseconds, () -> search.budget(minimize, budgetMilliseconds));
                    yield Budget.run(allowed,
                            () -> kept(minimize, search.minimize(minimize, budgetMilliseconds), desk));
                }
                case Statement.Check check when check.against() instanceof Statement.Against against -> {
                    Supplier<Answer> work = Budget.run(budgetMilliseconds,
                            () -> new ClaimsStatement(desk, budgetMilliseconds).prepare(check, against));
                    yield stay(work.get());
                }
                default -> Budget.run(budgetMilliseconds, () -> run(statement, desk));
            };
        } catch (Expansion.Misfit e) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), null,
                    null, source.script(), Desk.IN));
        } catch (Expansion.TooLarge e) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.LIMIT, String.valueOf(e.getMessage()), null,
                    null, source.script(), Desk.IN));
        }
    }

    /** The session in which the table that a search is kept as has what it found. */
    private Outcome kept(Statement.Minimize statement, Answer.Minimum found, Desk desk) {
        return statement.as() instanceof Identifier name
                ? new Outcome(new Session(definitions.with(name, found.arrays(found.best().search().last().point()),
                        desk.script(), Desk.IN), world), found)
                : stay(found);
    }

    private Outcome run(Statement statement, Desk desk) {
        String script = desk.script();
        DerivativeStatements derivatives = new DerivativeStatements(desk);
        return switch (statement) {
            case Statement.Value value -> value(value, desk);
            case Statement.Definition definition -> define(definition, script);
            case Statement.Derivative derivative -> stay(derivatives.derivative(derivative));
            case Statement.Gradient gradient -> stay(derivatives.gradient(gradient));
            case Statement.Hessian hessian -> stay(derivatives.hessian(hessian));
            case Statement.Jacobian jacobian -> stay(derivatives.jacobian(jacobian));
            case Statement.Check check -> stay(new CheckStatement(desk).check(check));
            case Statement.Simplify simplify -> stay(Showing.simplified(desk.operand(simplify.operand(), null)));
            case Statement.Plot plot -> stay(new PlotStatement(desk).plot(plot));
            case Statement.Report report -> stay(new ReportStatement(desk).report(report));
            case Statement.Minimize minimize -> throw new IllegalStateException("run elsewhere: " + minimize);
            case Statement.Load load -> {
                LoadStatement.Loaded loaded = new LoadStatement(desk, load).load();
                yield new Outcome(new Session(loaded.definitions(), world), loaded.answer());
            }
            case Statement.Forget forget -> forget(forget, script);
            case Statement.Who _ -> stay(new Answer.Message(who()));
            case Statement.Help help -> stay(new Answer.Message(Help.about(help.topic(), definitions)));
            case Statement.Quit _ -> stay(new Answer.Quit());
            case Statement.Export export -> stay(new ExportStatement(desk).export(export));
            case Statement.Save save -> stay(desk.write(save.file(), script()));
            case Statement.Declaration declaration -> declare(declaration, desk);
            case Statement.Unavailable unavailable -> throw desk.error(Diagnostic.Code.SYNTAX,
                    unavailable.verb() + " is not available yet", unavailable.verb().span(), "help lists what is");
        };
    }

    private Outcome declare(Statement.Declaration declaration, Desk desk) {
        Definitions next = definitions;
        for (Statement.Parameter parameter : declaration.variables()) {
            String name = parameter.name().name();
            if (!Primitive.named(name).isEmpty()) {
                throw desk.error(Diagnostic.Code.NAME, name + " is a function, and no variable", parameter.span(),
                        null);
            }
            next = next.declaring(name, desk.shape(parameter));
        }
        return new Outcome(new Session(next, world),
                new Answer.Message(declaration.span().of(desk.script()).strip()));
    }

    private Outcome stay(Answer answer) {
        return new Outcome(this, answer);
    }

    private Outcome define(Statement.Definition statement, String script) {
        Definition definition = new Definition(statement, script, Desk.IN);
        Definitions next = definitions.with(definition);
        return new Outcome(new Session(next, world), new Answer.Message(definition.toString()));
    }

    private Outcome forget(Statement.Forget forget, String script) {
        Definitions next = definitions;
        for (Identifier name : forget.names()) {
            if (next.get(name.name()) == null && next.table(name.name()) == null
                    && !next.shapes().containsKey(name.name())) {
                String suggestion = Spelling.suggestion(name.name(),
                        definitions.all().stream().map(Definition::name).toList());
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME, name + " is not defined",
                        name.span(),
                        suggestion == null ? "who lists what is" : "did you mean " + suggestion + "?", script,
                        Desk.IN));
            }
            next = next.without(name.name());
        }
        return new Outcome(new Session(next, world), new Answer.Message("forgot "
                + forget.names().stream().map(Identifier::name).collect(Collectors.joining(", "))));
    }

    /** The definitions as a script that defines them again. */
    private String script() {
        StringBuilder script = new StringBuilder();
        definitions.shapes().forEach((name, shape) -> script.append("var ").append(name)
                .append(shape.isScalar() ? "" : shape.toString()).append('\n'));
        definitions.all().forEach(definition -> script.append(definition).append('\n'));
        return script.toString();
    }

    private String who() {
        Stream<String> tables = definitions.tables().entrySet().stream().map(table -> table.getKey() + ": "
                + table.getValue().entrySet().stream()
                        .map(column -> table.getKey() + "." + column.getKey() + column.getValue().shape())
                        .collect(Collectors.joining(", ")));
        String all = Stream.concat(script().lines(), tables).collect(Collectors.joining("\n"));
        return all.isEmpty() ? "nothing is defined" : all;
    }

    private Outcome value(Statement.Value statement, Desk desk) {
        Expr formula = statement.at() == null
                ? Lowering.value(statement.formula(), desk.script(), Desk.IN, definitions, List.of())
                : desk.operand(statement.formula(), statement.at());
        List<Variable> variables = Graph.variables(formula);
        if (statement.at() == null && variables.isEmpty() && !Start.data(formula).isEmpty()) {
            return stay(new Start(desk).closed(formula, statement.formula().span()));
        }
        boolean sized = Graph.nodes(formula).stream().anyMatch(node -> node instanceof Variable variable
                && variable.isSize() || !node.shape().isLiteral());
        if (statement.at() == null && (sized || !variables.isEmpty())) {
            String text = Printer.print(formula);
            boolean operators = Graph.nodes(formula).stream().anyMatch(Derivative.class::isInstance);
            return new Outcome(remember(text),
                    operators ? Showing.simplified(formula) : new Answer.Remembered(text, EmptyDomain.why(formula)));
        }
        Point point = statement.at() == null
                ? new Point(List.of(), new double[0])
                : desk.point(statement.at(), variables, desk.order(statement.formula(), variables));
        if (!formula.shape().isScalar()) {
            Answer.ArrayValue array = desk.array(formula, point);
            if (array.values().stream().anyMatch(each -> !each.exists())) {
                throw desk.error(Diagnostic.Code.DOMAIN, array.why() == null ? "an element has no value" : array.why(),
                        statement.formula().span(), null);
            }
            return stay(array);
        }
        PointResult result = Formula.of(point.elements().scalar(formula), point.variables(), List.of())
                .at(point.coordinates());
        if (result.isUndefined()) {
            throw desk.error(Diagnostic.Code.DOMAIN, String.valueOf(result.why()), statement.formula().span(), null);
        }
        return stay(new Answer.Value(point.place(), result.value(), result.why()));
    }

    /** The formula as it now stands is the next {@code ans}. */
    private Session remember(String text) {
        Span span = new Span(0, text.length());
        Statement.Definition answer = new Statement.Definition(new Identifier(ANSWER, span), null,
                Parser.formula(text, ANSWER), span);
        return new Session(definitions.with(new Definition(answer, text, ANSWER)), world);
    }
}
