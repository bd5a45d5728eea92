package org.adequal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.adequal.calculus.Analysis;
import org.adequal.simplify.Domain;
import org.adequal.calculus.Forward;
import org.adequal.check.Box;
import org.adequal.check.Derivatives;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Condition;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Logic;
import org.adequal.expr.Primitive;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.simplify.Simplifier;
import org.adequal.syntax.Ast;
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
import org.jspecify.annotations.Nullable;

/**
 * What a user has defined so far. Immutable: running a statement gives the next session, so an error loses nothing.
 */
public record Session(Definitions definitions) {
    private static final String IN = "statement";
    private static final String ANSWER = "ans";

    /** A session in which nothing is defined. */
    public static Session empty() {
        return new Session(Definitions.none());
    }

    /** The session after a statement, and what the statement answers. */
    public record Outcome(Session session, Answer answer) {}

    /** Runs a statement within a time budget; refuses with a {@link DiagnosticException}. */
    public Outcome run(StatementSource source, long budgetMilliseconds) {
        return Budget.run(budgetMilliseconds, () -> run(source.parse(), source.script()));
    }

    private Outcome run(Statement statement, String script) {
        Desk desk = new Desk(script);
        return switch (statement) {
            case Statement.Value value -> desk.value(value);
            case Statement.Definition definition -> define(definition, script);
            case Statement.Derivative derivative -> stay(desk.derivative(derivative));
            case Statement.Gradient gradient -> stay(desk.gradient(gradient));
            case Statement.Hessian hessian -> stay(desk.hessian(hessian));
            case Statement.Jacobian jacobian -> stay(desk.jacobian(jacobian));
            case Statement.Check check -> stay(desk.check(check));
            case Statement.Simplify simplify -> stay(desk.simplify(simplify));
            case Statement.Forget forget -> forget(forget, script);
            case Statement.Who _ -> stay(new Answer.Message(who()));
            case Statement.Help help -> stay(new Answer.Message(Help.about(help.topic(), definitions)));
            case Statement.Quit _ -> stay(new Answer.Quit());
            case Statement.Declaration declaration -> throw desk.error(Diagnostic.Code.SHAPE,
                    "arrays are not available yet", declaration.span(), null);
            case Statement.Unavailable unavailable -> throw desk.error(Diagnostic.Code.SYNTAX,
                    unavailable.verb() + " is not available yet", unavailable.verb().span(), "help lists what is");
        };
    }

    private Outcome stay(Answer answer) {
        return new Outcome(this, answer);
    }

    private Outcome define(Statement.Definition statement, String script) {
        Definition definition = new Definition(statement, script, IN);
        Definitions next = definitions.with(definition);
        return new Outcome(new Session(next), new Answer.Message(definition.toString()));
    }

    private Outcome forget(Statement.Forget forget, String script) {
        Definitions next = definitions;
        for (Identifier name : forget.names()) {
            if (next.get(name.name()) == null) {
                String suggestion = Spelling.suggestion(name.name(),
                        definitions.all().stream().map(Definition::name).toList());
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME, name + " is not defined",
                        name.span(),
                        suggestion == null ? "who lists what is" : "did you mean " + suggestion + "?", script, IN));
            }
            next = next.without(name.name());
        }
        return new Outcome(new Session(next), new Answer.Message("forgot "
                + forget.names().stream().map(Identifier::name).collect(Collectors.joining(", "))));
    }

    private String who() {
        return definitions.all().isEmpty()
                ? "nothing is defined"
                : definitions.all().stream().map(Definition::toString).collect(Collectors.joining("\n"));
    }

    /** One statement at work, with the text that its spans refer to. */
    private final class Desk {
        private final String script;

        Desk(String script) {
            this.script = script;
        }

        DiagnosticException error(Diagnostic.Code code, String message, @Nullable Span span, @Nullable String hint) {
            return new DiagnosticException(new Diagnostic(code, message, span, hint, script, IN));
        }

        Outcome value(Statement.Value statement) {
            Expr formula = statement.at() == null
                    ? Lowering.value(statement.formula(), script, IN, definitions, List.of())
                    : Lowering.operand(statement.formula(), script, IN, definitions, List.of());
            List<Variable> variables = Graph.variables(formula);
            if (!formula.shape().isScalar()) {
                return new Outcome(Session.this, new Answer.Remembered(Printer.print(formula)));
            }
            if (statement.at() == null && !variables.isEmpty()) {
                String text = Printer.print(formula);
                boolean operators = Graph.nodes(formula).stream().anyMatch(Derivative.class::isInstance);
                return new Outcome(remember(text),
                        operators ? simplified(formula) : new Answer.Remembered(text));
            }
            Point point = statement.at() == null
                    ? new Point(List.of(), new double[0])
                    : point(statement.at(), variables, order(statement.formula(), variables));
            PointResult result = Formula.of(formula, point.variables, List.of()).at(point.coordinates);
            if (result.isUndefined()) {
                throw error(Diagnostic.Code.DOMAIN, String.valueOf(result.why()), statement.formula().span(), null);
            }
            return stay(new Answer.Value(point.place(), result.value(), result.why()));
        }

        /** The formula as it now stands is the next {@code ans}. */
        private Session remember(String text) {
            Span span = new Span(0, text.length());
            Statement.Definition answer = new Statement.Definition(new Identifier(ANSWER, span), null,
                    Parser.formula(text, ANSWER), span);
            return new Session(definitions.with(new Definition(answer, text, ANSWER)));
        }

        Answer derivative(Statement.Derivative statement) {
            Expr operand = scalarOperand(statement.operand());
            List<Variable> variables = Graph.variables(operand);
            List<Variable> order = order(statement.operand(), variables);
            if (statement.wrt() instanceof Statement.Along along) {
                Point direction = point(along.direction(), order, order);
                Map<Variable, Expr> components = new LinkedHashMap<>();
                for (int i = 0; i < direction.variables.size(); i++) {
                    components.put(direction.variables.get(i), direction.exact.get(i));
                }
                return expression(operand, List.copyOf(components.keySet()), order, statement.at(),
                        value -> Forward.directional(value, components),
                        written -> Derivatives.along(written, components));
            }
            List<Variable> wrt = new ArrayList<>();
            if (statement.wrt() instanceof Statement.Variables named) {
                for (Statement.Repeated repeated : named.variables()) {
                    Variable variable = variable(repeated.name(), statement.operand());
                    for (int i = 0; i < repeated.times(); i++) {
                        wrt.add(variable);
                    }
                }
            } else if (order.size() == 1) {
                wrt.add(order.getFirst());
            } else {
                throw error(Diagnostic.Code.NAME, order.isEmpty()
                        ? "there is no variable to differentiate by"
                        : "by which of its variables? " + names(order), statement.operand().span(),
                        "write diff ... wrt " + (order.isEmpty() ? "x" : order.getFirst()));
            }
            return expression(operand, wrt, order, statement.at(), value -> {
                Expr derivative = value;
                for (Variable variable : wrt) {
                    derivative = Forward.derivative(derivative, variable);
                }
                return derivative;
            }, written -> {
                Expr derivative = written;
                for (Variable variable : wrt) {
                    derivative = Derivatives.by(derivative, variable);
                }
                return derivative;
            });
        }

        private interface Calculus {
            Expr of(Expr value);
        }

        /** A derivative of the operand as an expression, and where a point is given as a number. */
        private Answer expression(Expr operand, List<Variable> wrt, List<Variable> order, Statement.@Nullable Point at,
                Calculus calculus, Calculus operator) {
            Analysis analysis = Analysis.of(operand, wrt);
            Expr derivative = calculus.of(analysis.value());
            Answer.Shown shown = shown(derivative, analysis.ordinary(), operand);
            if (at == null) {
                return new Answer.Expression(shown, null);
            }
            Point point = point(at, union(Graph.variables(operand), wrt), order);
            Formula formula = Formula.of(operand, point.variables, wrt.stream().distinct().toList());
            PointResult where = formula.at(point.coordinates);
            PointResult result = where;
            if (where.value().exists()) {
                // where the rules do not surely hold, the operator itself is asked, not what the rules make of it
                Expr asked = formula.isOrdinaryAt(point.coordinates) ? derivative : operator.of(operand);
                PointResult there = Formula.of(asked, point.variables, List.of()).at(point.coordinates);
                result = there.value().exists()
                        ? there
                        : new PointResult(Quantity.NONE, where.partials(), where.differentiable(),
                                where.why() == null ? there.why() : where.why());
            }
            return new Answer.Expression(shown, new Answer.At(point.place(), result));
        }

        Answer gradient(Statement.Gradient statement) {
            Expr operand = scalarOperand(statement.operand());
            List<Variable> order = order(statement.operand(), Graph.variables(operand));
            List<Variable> wrt = wrt(statement.wrt(), statement.operand(), order);
            List<Answer.Shown> partials = partials(operand, wrt);
            if (statement.at() == null) {
                return new Answer.Gradient(wrt, partials, null, null);
            }
            Point point = point(statement.at(), union(Graph.variables(operand), wrt), order);
            PointResult result = Formula.of(operand, point.variables, wrt).at(point.coordinates);
            return new Answer.Gradient(wrt, partials, point.place(), result);
        }

        Answer hessian(Statement.Hessian statement) {
            Expr operand = scalarOperand(statement.operand());
            List<Variable> order = order(statement.operand(), Graph.variables(operand));
            List<Variable> wrt = wrt(statement.wrt(), statement.operand(), order);
            Formula formula = Formula.of(operand, union(Graph.variables(operand), wrt), wrt);
            List<List<Answer.Shown>> entries = formula.hessian().stream()
                    .map(row -> row.stream().map(entry -> shown(entry, formula.ordinary(), operand)).toList()).toList();
            if (statement.at() == null) {
                return new Answer.Hessian(wrt, entries, null, null, List.of());
            }
            Point point = point(statement.at(), formula.variables(), order);
            Formula there = Formula.of(operand, point.variables, wrt);
            PointResult result = there.at(point.coordinates);
            List<List<Quantity>> values = result.status() == Status.SMOOTH
                    ? there.hessianAt(point.coordinates)
                    : entries.stream().map(row -> row.stream().map(_ -> Quantity.NONE).toList()).toList();
            return new Answer.Hessian(wrt, entries, point.place(), result, values);
        }

        Answer jacobian(Statement.Jacobian statement) {
            Expr operand = Lowering.operand(statement.operand(), script, IN, definitions, List.of());
            List<Expr> elements = operand instanceof Stack stack ? stack.elements() : List.of(operand);
            for (Expr element : elements) {
                refuseArray(element, statement.operand().span());
            }
            List<Variable> order = order(statement.operand(), Graph.variables(operand));
            List<Variable> wrt = wrt(statement.wrt(), statement.operand(), order);
            List<List<Answer.Shown>> rows = elements.stream().map(element -> partials(element, wrt)).toList();
            if (statement.at() == null) {
                return new Answer.Jacobian(wrt, rows, null, List.of());
            }
            Point point = point(statement.at(), union(Graph.variables(operand), wrt), order);
            return new Answer.Jacobian(wrt, rows, point.place(), elements.stream()
                    .map(element -> Formula.of(element, point.variables, wrt).at(point.coordinates)).toList());
        }

        Answer check(Statement.Check statement) {
            if (statement.against() instanceof Statement.Against against) {
                throw error(Diagnostic.Code.SYNTAX, "claims from files and programs are not available yet",
                        against.span(), "write check ... at (3, 4) claiming (6, 8)");
            }
            Expr operand = scalarOperand(statement.operand());
            List<Variable> variables = Graph.variables(operand);
            List<Variable> order = order(statement.operand(), variables);
            List<Variable> wrt = wrt(List.of(), statement.operand(), order);
            CheckOptions options = CheckOptions.read(statement, this::error,
                    value -> number(constant(value), value.span()));
            Checking checking = new Checking(Printer.print(operand), partials(operand, wrt), options);
            return switch (statement.where()) {
                case Statement.Point where -> {
                    Point point = point(where, union(variables, wrt), order);
                    Formula formula = Formula.of(operand, point.variables, wrt);
                    if (options.steps().isPresent()) {
                        yield checking.steps(formula, point.place(), point.coordinates).orElseThrow(
                                () -> error(Diagnostic.Code.DOMAIN, "a table of steps is for a function of one variable"
                                        + " at a point where it has a derivative", where.span(), null));
                    }
                    double[] claim = statement.claiming() == null
                            ? null
                            : inOrder(point(statement.claiming(), wrt, wrt), wrt);
                    yield checking.at(formula, point.place(), point.coordinates, claim);
                }
                case Statement.Box box -> {
                    List<Variable> needed = union(order, union(variables, wrt));
                    String text = statement.operand().span().of(script);
                    yield checking.on(Formula.of(operand, needed, wrt), box(box, needed), text);
                }
                case null -> throw error(Diagnostic.Code.SYNTAX, "where is it to be checked?", statement.span(),
                        "write check ... at (3, 4), or on x = 0..1");
            };
        }

        private double[] inOrder(Point point, List<Variable> order) {
            return order.stream().mapToDouble(variable -> point.coordinates[point.variables.indexOf(variable)])
                    .toArray();
        }

        private Box box(Statement.Box written, List<Variable> needed) {
            Map<Variable, Box.Range> ranges = new LinkedHashMap<>();
            for (Statement.Range range : written.ranges()) {
                Variable variable = Variable.of(range.name().name());
                if (!needed.contains(variable)) {
                    throw error(Diagnostic.Code.NAME, variable + " is no variable here", range.name().span(),
                            "there are " + names(needed));
                }
                double from = number(constant(range.from()), range.from().span());
                double to = number(constant(range.to()), range.to().span());
                if (from > to) {
                    throw error(Diagnostic.Code.DOMAIN, "this range ends before it begins", range.span(), null);
                }
                ranges.put(variable, new Box.Range(from, to));
            }
            List<Box.Range> inOrder = new ArrayList<>();
            for (Variable variable : needed) {
                Box.Range range = ranges.get(variable);
                if (range == null) {
                    throw error(Diagnostic.Code.NAME, variable + " has no range", written.span(),
                            "add " + variable + " = ...");
                }
                inOrder.add(range);
            }
            return new Box(inOrder);
        }

        Answer simplify(Statement.Simplify statement) {
            return simplified(scalarOperand(statement.operand()));
        }

        /** The expression with its derivative operators worked out, simplified. */
        private Answer simplified(Expr expression) {
            Analysis analysis = Analysis.of(expression, List.of());
            return new Answer.Expression(
                    shown(analysis.value(), Logic.and(analysis.defined(), analysis.certain()), expression), null);
        }

        // operands, variables, points

        private Expr scalarOperand(Ast operand) {
            Expr value = Lowering.operand(operand, script, IN, definitions, List.of());
            refuseArray(value, operand.span());
            return value;
        }

        private void refuseArray(Expr value, Span span) {
            if (!value.shape().isScalar()) {
                throw error(Diagnostic.Code.SHAPE, "an array of shape " + value.shape() + " where a number is needed",
                        span,
                        "the derivatives of an array are its jacobian");
            }
        }

        /** The variables of an operand in the order in which a point gives their coordinates. */
        private List<Variable> order(Ast operand, List<Variable> variables) {
            if (operand instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition definition
                    && definition.isFunction()) {
                List<Variable> parameters = definition.parameters().stream()
                        .map(parameter -> Variable.of(parameter.name().name())).toList();
                return union(parameters, variables);
            }
            return variables;
        }

        /** What to differentiate by: the names given, or a function's variables, or all. */
        private List<Variable> wrt(List<Identifier> names, Ast operand, List<Variable> order) {
            if (!names.isEmpty()) {
                return names.stream().map(name -> variable(name, operand)).distinct().toList();
            }
            if (operand instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition definition
                    && definition.isFunction()) {
                return definition.variables().stream().map(Variable::of).toList();
            }
            if (order.isEmpty()) {
                throw error(Diagnostic.Code.NAME, "there is no variable to differentiate by", operand.span(), null);
            }
            return order;
        }

        /** A variable to differentiate by: no constant, and no name with a value, unless it is the function's own. */
        private Variable variable(Identifier name, Ast operand) {
            boolean own = operand instanceof Ast.Name function
                    && definitions.get(function.name()) instanceof Definition definition
                    && definition.variables().contains(name.name());
            Definition known = definitions.get(name.name());
            if (known != null && !own) {
                throw error(Diagnostic.Code.NAME, name + " has a value, " + known + ": it cannot vary", name.span(),
                        "forget " + name);
            }
            if (!Primitive.named(name.name()).isEmpty() && !own) {
                throw error(Diagnostic.Code.NAME, name + " is no variable", name.span(), null);
            }
            return Variable.of(name.name());
        }

        private List<Variable> union(List<Variable> first, List<Variable> more) {
            List<Variable> all = new ArrayList<>(first);
            more.stream().filter(variable -> !all.contains(variable)).forEach(all::add);
            return all;
        }

        /** A point with a coordinate for each variable that is needed, in the formula's own order. */
        private Point point(Statement.Point written, List<Variable> needed, List<Variable> order) {
            Map<Variable, Ast> given = new LinkedHashMap<>();
            List<Variable> positions = union(order, needed);
            switch (written) {
                case Statement.Positional positional -> {
                    if (positional.coordinates().size() != positions.size()) {
                        throw error(Diagnostic.Code.NAME, count(positional.coordinates().size(), "coordinate") + " for "
                                + count(positions.size(), "variable")
                                + (positions.isEmpty() ? "" : ": " + names(positions)),
                                positional.span(), null);
                    }
                    for (int i = 0; i < positions.size(); i++) {
                        given.put(positions.get(i), positional.coordinates().get(i));
                    }
                }
                case Statement.Named named -> {
                    for (Statement.Coordinate coordinate : named.coordinates()) {
                        Variable variable = Variable.of(coordinate.name().name());
                        if (!positions.contains(variable)) {
                            String suggestion = Spelling.suggestion(variable.name(),
                                    positions.stream().map(Variable::name).toList());
                            throw error(Diagnostic.Code.NAME, variable + " is no variable here",
                                    coordinate.name().span(),
                                    suggestion != null
                                            ? "did you mean " + suggestion + "?"
                                            : positions.isEmpty()
                                                    ? "there is no variable"
                                                    : "there are " + names(positions));
                        }
                        given.put(variable, coordinate.value());
                    }
                    for (Variable variable : needed) {
                        if (!given.containsKey(variable)) {
                            throw error(Diagnostic.Code.NAME, variable + " has no coordinate", named.span(),
                                    "add " + variable + " = ...");
                        }
                    }
                }
            }
            List<Expr> exact = given.values().stream().map(this::constant).toList();
            double[] coordinates = new double[exact.size()];
            int i = 0;
            for (Ast ast : given.values()) {
                coordinates[i] = number(exact.get(i), ast.span());
                i++;
            }
            return new Point(List.copyOf(given.keySet()), coordinates, exact);
        }

        private Expr constant(Ast ast) {
            Expr value = Lowering.value(ast, script, IN, definitions, List.of());
            List<Variable> free = Graph.variables(value);
            if (!free.isEmpty() || !value.shape().isScalar()) {
                throw error(Diagnostic.Code.NAME, "a coordinate is a number" + (free.isEmpty()
                        ? ""
                        : ", and "
                                + free.getFirst() + " has no value"),
                        ast.span(), null);
            }
            return value;
        }

        private double number(Expr constant, Span span) {
            PointResult result = Formula.of(constant, List.of(), List.of()).at();
            Double value = result.value().value();
            if (value == null || value.isInfinite()) {
                throw error(Diagnostic.Code.DOMAIN, value == null
                        ? "this coordinate has no value: " + result.why()
                        : "this coordinate is too large for a double", span, null);
            }
            return value;
        }

        private List<Answer.Shown> partials(Expr operand, List<Variable> wrt) {
            Expr value = Analysis.expanded(operand);
            return wrt.stream().map(variable -> shown(Forward.derivative(value, variable),
                    Analysis.of(operand, List.of(variable)).ordinary(), operand)).toList();
        }

        /** A derivative of the operand, or the operand itself, as a person would write it, with its condition. */
        private Answer.Shown shown(Expr written, Condition condition, Expr operand) {
            Expr expression = Simplifier.simplify(written, condition, operand).expression();
            Condition domain = Domain.beside(Analysis.of(expression, List.of()).defined(), condition);
            return new Answer.Shown(Printer.print(expression), domain == Truth.TRUE ? null : Printer.print(domain),
                    Graph.nodes(expression).size());
        }
    }

    private static String names(List<Variable> variables) {
        return variables.stream().map(Variable::name).collect(Collectors.joining(", "));
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private record Point(List<Variable> variables, double[] coordinates, List<Expr> exact) {
        Point(List<Variable> variables, double[] coordinates) {
            this(variables, coordinates, List.of());
        }

        Answer.Place place() {
            Map<Variable, Double> named = new LinkedHashMap<>();
            for (int i = 0; i < coordinates.length; i++) {
                named.put(variables.get(i), coordinates[i]);
            }
            return new Answer.Place(named);
        }
    }
}
