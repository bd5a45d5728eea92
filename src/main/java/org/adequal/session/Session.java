package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Domain;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.check.Box;
import org.adequal.check.Derivatives;
import org.adequal.check.Elements;
import org.adequal.check.Formula;
import org.adequal.check.PointResult;
import org.adequal.check.Quantity;
import org.adequal.check.Status;
import org.adequal.expr.Condition;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Logic;
import org.adequal.expr.Primitive;
import org.adequal.expr.Shape;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.simplify.ArrayForm;
import org.adequal.simplify.Simplifier;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.DiagnosticException;
import org.adequal.syntax.FreeNames;
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
        try {
            return Budget.run(budgetMilliseconds, () -> run(source.parse(), source.script()));
        } catch (Expansion.Misfit e) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), null,
                    null, source.script(), IN));
        } catch (Expansion.TooLarge e) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.LIMIT, String.valueOf(e.getMessage()), null,
                    null, source.script(), IN));
        }
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
                throw desk.error(Diagnostic.Code.NAME, name + " is a function, and no variable", parameter.span(), null);
            }
            next = next.declaring(name, desk.shape(parameter));
        }
        return new Outcome(new Session(next), new Answer.Message(declaration.span().of(desk.script).strip()));
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
            if (next.get(name.name()) == null && !next.shapes().containsKey(name.name())) {
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
        List<String> lines = new ArrayList<>();
        definitions.shapes().forEach(
                (name, shape) -> lines.add("var " + name + (shape.isScalar() ? "" : shape.toString())));
        definitions.all().forEach(definition -> lines.add(definition.toString()));
        return lines.isEmpty() ? "nothing is defined" : String.join("\n", lines);
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
                    : operand(statement.formula(), statement.at());
            List<Variable> variables = Graph.variables(formula);
            boolean sized = Graph.nodes(formula).stream().anyMatch(node -> node instanceof Variable variable
                    && variable.isSize() || !node.shape().isLiteral());
            if (statement.at() == null && (sized || !variables.isEmpty())) {
                String text = Printer.print(formula);
                boolean operators = Graph.nodes(formula).stream().anyMatch(Derivative.class::isInstance);
                return new Outcome(remember(text),
                        operators ? simplified(formula) : new Answer.Remembered(text));
            }
            Point point = statement.at() == null
                    ? new Point(List.of(), new double[0])
                    : point(statement.at(), variables, order(statement.formula(), variables));
            if (!formula.shape().isScalar()) {
                return stay(array(formula, point));
            }
            PointResult result = Formula.of(point.elements.scalar(formula), point.variables, List.of())
                    .at(point.coordinates);
            if (result.isUndefined()) {
                throw error(Diagnostic.Code.DOMAIN, String.valueOf(result.why()), statement.formula().span(), null);
            }
            return stay(new Answer.Value(point.place(), result.value(), result.why()));
        }

        /** The values of an array's elements. */
        private Answer array(Expr formula, Point point) {
            List<Quantity> values = new ArrayList<>();
            String why = null;
            for (Expr element : point.elements.all(formula)) {
                PointResult result = Formula.of(element, point.variables, List.of()).at(point.coordinates);
                values.add(result.value());
                why = why == null && !result.value().exists() ? result.why() : why;
            }
            return new Answer.ArrayValue(point.place(), values,
                    Arrays.stream(point.elements.dimensions(formula)).boxed().toList(), why);
        }

        Shape shape(Statement.Parameter parameter) {
            try {
                return Definitions.shape(parameter);
            } catch (IllegalArgumentException e) {
                throw error(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), parameter.span(), null);
            }
        }

        /** The operand of a verb, the names of a point being variables of the shapes that it gives them. */
        private Expr operand(Ast operand, Statement.@Nullable Where where) {
            Map<String, Shape> shapes = new LinkedHashMap<>();
            boolean function = operand instanceof Ast.Name name
                    && definitions.get(name.name()) instanceof Definition definition && definition.isFunction();
            switch (where) {
                case Statement.Named named -> named.coordinates().forEach(
                        coordinate -> given(coordinate.name().name(), coordinate.value(), shapes));
                case Statement.Positional positional when positional.coordinates().stream()
                        .anyMatch(Ast.ArrayLiteral.class::isInstance) -> {
                    List<String> names = function
                            ? order(operand, List.of()).stream().map(Variable::name).toList()
                            : FreeNames.of(operand, definitions);
                    for (int i = 0; i < Math.min(names.size(), positional.coordinates().size()); i++) {
                        given(names.get(i), positional.coordinates().get(i), shapes);
                    }
                }
                case null, default -> {
                }
            }
            if (function) {
                order(operand, List.of()).stream().filter(variable -> !variable.shape().isScalar())
                        .forEach(variable -> shapes.remove(variable.name()));
            }
            return Lowering.operand(operand, script, IN, definitions, shapes);
        }

        /** The shape of a coordinate, unless the variable was declared. */
        private void given(String name, Ast value, Map<String, Shape> shapes) {
            if (value instanceof Ast.ArrayLiteral && !definitions.shapes().containsKey(name)) {
                shapes.put(name, Lowering.value(value, script, IN, definitions, List.of()).shape());
            }
        }

        /** The formula as it now stands is the next {@code ans}. */
        private Session remember(String text) {
            Span span = new Span(0, text.length());
            Statement.Definition answer = new Statement.Definition(new Identifier(ANSWER, span), null,
                    Parser.formula(text, ANSWER), span);
            return new Session(definitions.with(new Definition(answer, text, ANSWER)));
        }

        Answer derivative(Statement.Derivative statement) {
            Expr operand = operand(statement.operand(), statement.at());
            List<Variable> variables = Graph.variables(operand);
            List<Variable> order = order(statement.operand(), variables);
            if (ArrayForm.concerns(operand)) {
                return arrayDerivative(statement, operand, order);
            }
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
                    Variable variable = variable(repeated.name(), statement.operand(), order);
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
            Expr operand = scalarOperand(statement.operand(), statement.at());
            List<Variable> order = order(statement.operand(), Graph.variables(operand));
            List<Variable> wrt = wrt(statement.wrt(), statement.operand(), order);
            List<Answer.Shown> partials = partials(operand, wrt);
            if (statement.at() == null) {
                return new Answer.Gradient(wrt, partials, null, null);
            }
            Point point = point(statement.at(), union(Graph.variables(operand), wrt), order);
            PointResult result = Formula.of(point.elements.scalar(operand), point.variables, point.elements.of(wrt))
                    .at(point.coordinates);
            return new Answer.Gradient(wrt, partials, point.place(), result);
        }

        Answer hessian(Statement.Hessian statement) {
            Expr operand = scalarOperand(statement.operand(), statement.at());
            List<Variable> order = order(statement.operand(), Graph.variables(operand));
            List<Variable> wrt = wrt(statement.wrt(), statement.operand(), order);
            if (ArrayForm.concerns(operand)) {
                return arrayHessian(statement, operand, wrt, order);
            }
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

        /** Second derivatives of arrays: each by one variable and then another. */
        private Answer arrayHessian(Statement.Hessian statement, Expr operand, List<Variable> wrt,
                List<Variable> order) {
            Analysis analysis = Analysis.of(operand, wrt);
            List<Expr> gradient = Reverse.gradient(analysis.value(), wrt);
            List<List<Answer.Shown>> entries = gradient.stream()
                    .map(row -> wrt.stream()
                            .map(variable -> shown(Forward.derivative(row, variable), analysis.ordinary(), operand))
                            .toList())
                    .toList();
            if (statement.at() == null) {
                return new Answer.Hessian(wrt, entries, null, null, List.of());
            }
            Point point = point(statement.at(), union(Graph.variables(operand), wrt), order);
            Formula there = Formula.of(point.elements.scalar(operand), point.variables, point.elements.of(wrt));
            PointResult result = there.at(point.coordinates);
            List<Quantity> none = Collections.nCopies(there.wrt().size(), Quantity.NONE);
            return new Answer.Hessian(wrt, entries, point.place(), result, result.status() == Status.SMOOTH
                    ? there.hessianAt(point.coordinates)
                    : Collections.nCopies(there.wrt().size(), none));
        }

        /** {@code diff} of or by arrays. */
        private Answer arrayDerivative(Statement.Derivative statement, Expr operand, List<Variable> order) {
            List<Variable> wrt = new ArrayList<>();
            Analysis analysis;
            Expr derivative;
            if (statement.wrt() instanceof Statement.Along along) {
                Point direction = point(along.direction(), order, order);
                Map<Variable, Expr> components = new LinkedHashMap<>();
                direction.arrays.forEach((variable, value) -> {
                    if (!variable.shape().equals(value.shape())) {
                        throw error(Diagnostic.Code.SHAPE, "a direction of shape " + value.shape() + " for " + variable
                                + " of shape " + variable.shape(), along.direction().span(), null);
                    }
                    components.put(variable, value);
                });
                wrt.addAll(components.keySet());
                analysis = Analysis.of(operand, wrt);
                derivative = Forward.directional(analysis.value(), components);
            } else {
                if (statement.wrt() instanceof Statement.Variables named) {
                    for (Statement.Repeated repeated : named.variables()) {
                        wrt.addAll(Collections.nCopies(repeated.times(),
                                variable(repeated.name(), statement.operand(), order)));
                    }
                } else if (order.size() == 1) {
                    wrt.addAll(order);
                } else {
                    throw error(Diagnostic.Code.NAME, order.isEmpty()
                            ? "there is no variable to differentiate by"
                            : "by which of its variables? " + names(order), statement.operand().span(),
                            "write diff ... wrt " + (order.isEmpty() ? "x" : order.getFirst()));
                }
                analysis = Analysis.of(operand, wrt);
                derivative = analysis.value();
                for (Variable variable : wrt) {
                    derivative = Reverse.derivative(derivative, variable);
                }
            }
            Answer.Shown shown = shown(derivative, analysis.ordinary(), operand);
            if (statement.at() == null) {
                return new Answer.Expression(shown, null);
            }
            Point point = point(statement.at(), union(Graph.variables(operand), wrt), order);
            List<Variable> by = point.elements.of(wrt.stream().distinct().toList());
            for (Expr element : point.elements.all(operand)) {
                PointResult where = Formula.of(element, point.variables, by).at(point.coordinates);
                if (where.status() != Status.SMOOTH) {
                    return new Answer.ArrayValue(point.place(), List.of(Quantity.NONE), List.of(1),
                            where.why() == null ? where.status().wireName() : where.why());
                }
            }
            if (!derivative.shape().isScalar()) {
                return array(derivative, point);
            }
            PointResult result = Formula.of(point.elements.scalar(derivative), point.variables, List.of())
                    .at(point.coordinates);
            return new Answer.Expression(shown, new Answer.At(point.place(), result));
        }

        /** The derivatives of an array by whole variables. */
        private Answer arrayJacobian(Statement.Jacobian statement, Expr operand) {
            List<Variable> order = order(statement.operand(), Graph.variables(operand));
            List<Variable> wrt = wrt(statement.wrt(), statement.operand(), order);
            List<Answer.Shown> derivatives = partials(operand, wrt);
            if (statement.at() == null) {
                return new Answer.ArrayJacobian(wrt, derivatives, null, List.of(), List.of());
            }
            Point point = point(statement.at(), union(Graph.variables(operand), wrt), order);
            List<Variable> by = point.elements.of(wrt);
            List<PointResult> rows = point.elements.all(operand).stream()
                    .map(element -> Formula.of(element, point.variables, by).at(point.coordinates)).toList();
            return new Answer.ArrayJacobian(wrt, derivatives, point.place(), rows,
                    Arrays.stream(point.elements.dimensions(operand)).boxed().toList());
        }

        Answer jacobian(Statement.Jacobian statement) {
            Expr operand = operand(statement.operand(), statement.at());
            boolean list = operand instanceof Stack stack
                    ? stack.elements().stream().noneMatch(ArrayForm::concerns)
                    : !ArrayForm.concerns(operand);
            if (!list) {
                return arrayJacobian(statement, operand);
            }
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
            Expr operand = scalarOperand(statement.operand(), statement.where());
            List<Variable> variables = Graph.variables(operand);
            List<Variable> order = order(statement.operand(), variables);
            List<Variable> wrt = wrt(List.of(), statement.operand(), order);
            CheckOptions options = CheckOptions.read(statement, this::error,
                    value -> number(constant(value), value.span()));
            Checking checking = new Checking(Printer.print(operand), wrt, partials(operand, wrt), options);
            return switch (statement.where()) {
                case Statement.Point where -> {
                    Point point = point(where, union(variables, wrt), order);
                    Formula formula = Formula.of(point.elements.scalar(operand), point.variables,
                            point.elements.of(wrt));
                    if (options.steps().isPresent()) {
                        yield checking.steps(formula, point.place(), point.coordinates).orElseThrow(
                                () -> error(Diagnostic.Code.DOMAIN, "a table of steps is for a function of one variable"
                                        + " at a point where it has a derivative", where.span(), null));
                    }
                    double[] claim = statement.claiming() == null
                            ? null
                            : inOrder(point(statement.claiming(), wrt, wrt), point.elements.of(wrt));
                    yield checking.at(formula, point.place(), point.coordinates, claim);
                }
                case Statement.Box box -> {
                    List<Variable> needed = union(order, union(variables, wrt));
                    if (ArrayForm.concerns(operand)) {
                        throw error(Diagnostic.Code.SHAPE, "random points are for functions of numbers", box.span(),
                                "check it at a point");
                    }
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
            return simplified(operand(statement.operand(), null));
        }

        /** The expression with its derivative operators worked out, simplified. */
        private Answer simplified(Expr expression) {
            Analysis analysis = Analysis.of(expression, List.of());
            return new Answer.Expression(
                    shown(analysis.value(), Logic.and(analysis.defined(), analysis.certain()), expression), null);
        }

        // operands, variables, points

        private Expr scalarOperand(Ast operand, Statement.@Nullable Where where) {
            Expr value = operand(operand, where);
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
                // a number as a parameter may be given an array
                List<Variable> parameters = Lowering.parameters(definition).stream()
                        .map(parameter -> variables.stream()
                                .filter(variable -> variable.name().equals(parameter.name())).findFirst()
                                .orElse(parameter))
                        .toList();
                return union(parameters, variables);
            }
            return variables;
        }

        /** What to differentiate by: the names given, or a function's variables, or all. */
        private List<Variable> wrt(List<Identifier> names, Ast operand, List<Variable> order) {
            if (!names.isEmpty()) {
                return names.stream().map(name -> variable(name, operand, order)).distinct().toList();
            }
            if (operand instanceof Ast.Name name && definitions.get(name.name()) instanceof Definition definition
                    && definition.isFunction()) {
                return order.stream().filter(variable -> definition.variables().contains(variable.name())).toList();
            }
            if (order.isEmpty()) {
                throw error(Diagnostic.Code.NAME, "there is no variable to differentiate by", operand.span(), null);
            }
            return order;
        }

        /** A variable to differentiate by: no constant, and no name with a value, unless it is the function's own. */
        private Variable variable(Identifier name, Ast operand, List<Variable> order) {
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
            return order.stream().filter(variable -> variable.name().equals(name.name())).findFirst().orElse(
                    Variable.of(name.name(), definitions.shapes().getOrDefault(name.name(), Shape.SCALAR)));
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
                        String name = coordinate.name().name();
                        Variable variable = positions.stream().filter(each -> each.name().equals(name)).findFirst()
                                .orElse(Variable.of(name));
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
            Map<Variable, Expr> arrays = new LinkedHashMap<>();
            Map<Variable, int[]> dimensions = new LinkedHashMap<>();
            List<Expr> exact = new ArrayList<>();
            List<Double> coordinates = new ArrayList<>();
            Elements literals = Elements.of(Map.of());
            given.forEach((variable, ast) -> {
                Expr value = constant(ast);
                arrays.put(variable, value);
                dimensions.put(variable, literals.dimensions(value));
                for (Expr element : literals.all(value)) {
                    exact.add(element);
                    coordinates.add(number(element, ast.span()));
                }
            });
            Elements elements;
            try {
                elements = Elements.of(dimensions);
            } catch (Expansion.Misfit e) {
                throw error(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()), written.span(), null);
            }
            return new Point(elements.of(List.copyOf(given.keySet())),
                    coordinates.stream().mapToDouble(Double::doubleValue).toArray(), exact, elements, arrays);
        }

        private Expr constant(Ast ast) {
            Expr value = Lowering.value(ast, script, IN, definitions, List.of());
            List<Variable> free = Graph.variables(value);
            if (!free.isEmpty()) {
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
            return wrt.stream().map(variable -> shown(Reverse.derivative(value, variable),
                    Analysis.of(operand, List.of(variable)).ordinary(), operand)).toList();
        }

        /** A derivative of the operand, or the operand itself, as a person would write it, with its condition. */
        private Answer.Shown shown(Expr written, Condition condition, Expr operand) {
            boolean arrays = ArrayForm.concerns(written) || ArrayForm.concerns(operand);
            Expr expression = arrays
                    ? ArrayForm.of(written, operand)
                    : Simplifier.simplify(written, condition, operand).expression();
            Condition domain = Domain.beside(expression, condition);
            String special = arrays
                    ? ArrayForm.whereSumsAreOne(expression)
                            .map(form -> Printer.print(form.expression()) + " for " + Printer.print(form.condition()))
                            .orElse(null)
                    : null;
            return new Answer.Shown(Printer.print(expression), domain == Truth.TRUE ? null : Printer.print(domain),
                    Graph.nodes(expression).size(), special);
        }
    }

    private static String names(List<Variable> variables) {
        return variables.stream().map(Variable::name).collect(Collectors.joining(", "));
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A point by its numbers; what is given for arrays also whole. */
    private record Point(List<Variable> variables, double[] coordinates, List<Expr> exact, Elements elements,
            Map<Variable, Expr> arrays) {
        Point(List<Variable> variables, double[] coordinates) {
            this(variables, coordinates, List.of(), Elements.of(Map.of()), Map.of());
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
