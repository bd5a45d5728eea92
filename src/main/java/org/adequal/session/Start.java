package org.adequal.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.adequal.calculus.Analysis;
import org.adequal.check.Quantity;
import org.adequal.eval.ArrayProgram;
import org.adequal.expr.ArrayValue;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Variable;
import org.adequal.optimize.ArrayObjective;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;

/**
 * Where a search over arrays begins: an array for each variable. What is given has the shape of its variable, which tells
 * the sizes that have names, or is a number for all elements, or {@code normal(s)} or {@code uniform(a, b)}: draws that
 * follow a seed.
 */
final class Start {
    private final Desk desk;
    private final Map<String, Long> sizes = new TreeMap<>();

    Start(Desk desk) {
        this.desk = desk;
        desk.definitions().tables().forEach((name, columns) -> columns.values().stream()
                .filter(column -> column.shape().rank() > 0 && column.shape().size(0).equals(Size.of(name)))
                .findFirst().ifPresent(column -> sizes.put(name, rows(column))));
    }

    private static long rows(ArrayValue column) {
        long width = 1;
        for (Size size : column.shape().sizes().subList(1, column.shape().rank())) {
            width *= size.constant();
        }
        return column.numbers().length / width;
    }

    /** The values of the size names, complete after the values were read. */
    Map<String, Long> sizes() {
        return sizes;
    }

    /** A value for each variable, in their order. */
    Map<Variable, ArrayValue> values(Statement.Point from, List<Variable> variables, long seed) {
        Map<Variable, Ast> written = written(from, variables);
        Map<Variable, ArrayValue> arrays = new LinkedHashMap<>();
        written.forEach((variable, ast) -> {
            if (!isDraw(ast)) {
                ArrayValue value = value(ast);
                arrays.put(variable, value);
                if (!value.shape().isScalar()) {
                    fit(variable, value, ast.span());
                }
            }
        });
        Random random = new Random(seed);
        Map<Variable, ArrayValue> all = new LinkedHashMap<>();
        written.forEach((variable, ast) -> {
            int length = length(variable, ast.span());
            ArrayValue given = arrays.get(variable);
            double[] numbers;
            if (given == null) {
                numbers = draws((Ast.Call) ast, length, random);
            } else if (given.shape().isScalar()) {
                numbers = new double[length];
                Arrays.fill(numbers, given.numbers()[0]);
            } else {
                numbers = given.numbers();
                fit(variable, given, ast.span());
            }
            all.put(variable, new ArrayValue(variable.shape(), numbers));
        });
        return all;
    }

    private Map<Variable, Ast> written(Statement.Point from, List<Variable> variables) {
        Map<Variable, Ast> written = new LinkedHashMap<>();
        switch (from) {
            case Statement.Positional positional -> {
                if (positional.coordinates().size() != variables.size()) {
                    throw desk.error(Diagnostic.Code.NAME,
                            positional.coordinates().size() + " values for " + Desk.names(variables),
                            positional.span(), null);
                }
                for (int i = 0; i < variables.size(); i++) {
                    written.put(variables.get(i), positional.coordinates().get(i));
                }
            }
            case Statement.Named named -> {
                List<String> names = variables.stream().map(Variable::name).toList();
                for (Statement.Coordinate coordinate : named.coordinates()) {
                    String name = coordinate.name().name();
                    Variable variable = variables.stream().filter(each -> each.name().equals(name)).findFirst()
                            .orElseThrow(() -> {
                                String suggestion = Spelling.suggestion(name, names);
                                return desk.error(Diagnostic.Code.NAME, name + " is no variable here",
                                        coordinate.name().span(), suggestion != null
                                                ? "did you mean " + suggestion + "?"
                                                : "there are " + String.join(", ", names));
                            });
                    written.put(variable, coordinate.value());
                }
                for (Variable variable : variables) {
                    if (!written.containsKey(variable)) {
                        throw desk.error(Diagnostic.Code.NAME, variable + " has no value", named.span(),
                                "add " + variable + " = ...");
                    }
                }
            }
        }
        return written;
    }

    private static boolean isDraw(Ast ast) {
        return ast instanceof Ast.Call call && List.of("normal", "uniform").contains(call.function().name());
    }

    private double[] draws(Ast.Call call, int length, Random random) {
        List<Double> bounds = call.arguments().stream()
                .map(argument -> desk.number(desk.constant(argument.value()), argument.span())).toList();
        boolean normal = call.function().name().equals("normal");
        if (bounds.size() != (normal ? 1 : 2)) {
            throw desk.error(Diagnostic.Code.NAME, "this needs " + (normal
                    ? "the standard deviation: normal(0.1)"
                    : "both ends: uniform(-1, 1)"), call.span(), null);
        }
        double[] draws = new double[length];
        for (int i = 0; i < length; i++) {
            draws[i] = normal
                    ? bounds.getFirst() * random.nextGaussian()
                    : bounds.getFirst() + (bounds.getLast() - bounds.getFirst()) * random.nextDouble();
        }
        return draws;
    }

    private ArrayValue value(Ast ast) {
        Expr value = Lowering.value(ast, desk.script(), Desk.IN, desk.definitions(), List.of());
        List<Variable> free = Graph.variables(value);
        if (!free.isEmpty()) {
            throw desk.error(Diagnostic.Code.NAME, free.getFirst() + " has no value", ast.span(), null);
        }
        return value(value, ast.span());
    }

    private ArrayValue value(Expr value, Span span) {
        List<Variable> columns = data(value);
        if (value.shape().isScalar() && columns.isEmpty()
                && Graph.nodes(value).stream().allMatch(node -> node.shape().isScalar())) {
            return new ArrayValue(Shape.SCALAR, new double[]{desk.number(value, span)});
        }
        double[] numbers = ArrayProgram.of(List.of(Analysis.expanded(value)), columns, sizes)
                .run(columns.stream().map(column -> desk.definitions().data(column).numbers())
                        .toArray(double[][]::new))[0];
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw desk.error(Diagnostic.Code.DOMAIN, "an element of this has no finite value", span, null);
        }
        return new ArrayValue(value.shape(), numbers);
    }

    /** The value of an expression of columns and numbers. */
    Answer closed(Expr expression, Span span) {
        ArrayValue value = value(expression, span);
        List<Quantity> quantities = Arrays.stream(value.numbers()).mapToObj(Quantity::of).toList();
        Answer.Place nowhere = new Answer.Place(Map.of());
        return value.shape().isScalar()
                ? new Answer.Value(nowhere, quantities.getFirst(), null)
                : new Answer.ArrayValue(nowhere, quantities,
                        Arrays.stream(value.shape().dimensions(sizes)).boxed().toList(), null);
    }

    /** The columns of tables in an expression. */
    static List<Variable> data(Expr expression) {
        return Graph.nodes(expression).stream().filter(Variable.class::isInstance).map(Variable.class::cast)
                .filter(Variable::isData).toList();
    }

    /** Whether a value has the shape of its variable; what a name in the shape stands for is learned. */
    private void fit(Variable variable, ArrayValue value, Span span) {
        int[] given = value.shape().dimensions(sizes);
        Shape shape = variable.shape();
        boolean fits = given.length == shape.rank();
        for (int i = 0; fits && i < given.length; i++) {
            Size size = shape.size(i);
            if (!size.isLiteral() && size.equals(Size.of(size.names().firstKey()))) {
                Long before = sizes.putIfAbsent(size.names().firstKey(), (long) given[i]);
                fits = before == null || before == given[i];
            } else if (sizes.keySet().containsAll(size.names().keySet())) {
                fits = size.value(sizes) == given[i];
            }
        }
        if (!fits) {
            throw desk.error(Diagnostic.Code.SHAPE, "an array of shape " + Shape.of(longs(given)) + " for " + variable
                    + shape + (sizes.isEmpty() ? "" : ", where " + known(shape)), span, null);
        }
    }

    private String known(Shape shape) {
        return String.join(", ", shape.sizes().stream().flatMap(size -> size.names().keySet().stream()).distinct()
                .filter(sizes::containsKey).map(name -> name + " is " + sizes.get(name)).toList());
    }

    private static long[] longs(int[] sizes) {
        return Arrays.stream(sizes).asLongStream().toArray();
    }

    private int length(Variable variable, Span span) {
        for (Size size : variable.shape().sizes()) {
            for (String name : size.names().keySet()) {
                if (!sizes.containsKey(name)) {
                    throw desk.error(Diagnostic.Code.SHAPE, "the size " + name + " of " + variable + variable.shape()
                            + " is not known", span, "write it as a number, or give an array that has it");
                }
            }
        }
        return ArrayObjective.length(variable, sizes);
    }
}
