package org.adequal.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.adequal.chart.Chart;
import org.adequal.chart.Picture;
import org.adequal.chart.Range;
import org.adequal.check.Box;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.plot.ArrowChart;
import org.adequal.plot.ContourChart;
import org.adequal.plot.FunctionChart;
import org.adequal.plot.GraphDiagram;
import org.adequal.plot.StepErrorChart;
import org.adequal.plot.Titled;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Span;
import org.adequal.syntax.Statement;

/** The statement that draws. */
record PlotStatement(Desk desk) {
    /** How far a picture reaches to both sides where no range is given. */
    private static final double REACH = 5;
    private static final int LONGEST_TITLE = 70;
    private static final double FEWEST_DOUBLES = 0x1p16;
    private static final double NARROWEST = 1e-280;

    Answer plot(Statement.Plot statement) {
        PlotOptions options = PlotOptions.read(statement.options(), desk);
        Picture picture = switch (statement.subject()) {
            case VALUES -> values(statement, options);
            case GRADIENT -> gradient(statement, options);
            case ERROR -> error(statement);
            case GRAPH -> graph(statement);
        };
        if (statement.to() == null) {
            return new Answer.Picture(picture, null);
        }
        new PictureFile(desk, statement.to()).write(picture, options.theme(), options.size());
        return new Answer.Picture(picture, statement.to().content());
    }

    private Picture values(Statement.Plot statement, PlotOptions options) {
        refuse(statement.at(), "this plot is made over ranges", "write on x = 0..1");
        List<Titled> functions = new ArrayList<>();
        List<Variable> order = List.of();
        for (Ast operand : statement.operands()) {
            Expr value = desk.operand(operand, null);
            order = Desk.union(order, desk.order(operand, Graph.variables(value)));
            List<Expr> elements = Drawable.of(desk, operand, value);
            if (value.shape().isScalar()) {
                functions.add(titled(operand, elements.getFirst()));
            } else if (value.shape().rank() == 1) {
                elements.forEach(each -> functions.add(new Titled(shorten(Printer.print(each)), each)));
            } else {
                desk.refuseArray(value, operand.span());
            }
        }
        boolean isField = statement.operands().size() == 1 && functions.size() == 2;
        List<Variable> variables = variables(statement, order);
        Span span = statement.operands().getFirst().span();
        if (variables.size() == 1) {
            return curves(statement, functions, variables.getFirst());
        }
        if (variables.size() != 2) {
            throw desk.error(Diagnostic.Code.NAME, variables.isEmpty()
                    ? "there is no variable to draw over"
                    : "a picture has two axes, and there are " + variables.size() + " variables: "
                            + Desk.names(variables),
                    span,
                    variables.isEmpty() ? "write on x = 0..1" : "give the others values");
        }
        refuseTangents(statement);
        List<Range> ranges = ranges(statement, variables);
        if (isField && statement.operands().getFirst() instanceof Ast.ArrayLiteral) {
            return ArrowChart.field("[" + functions.get(0).name() + ", " + functions.get(1).name() + "]",
                    functions.stream().map(Titled::formula).toList(), variables, ranges.get(0), ranges.get(1),
                    perSide(statement, options, ranges));
        }
        if (functions.size() > 1) {
            throw desk.error(Diagnostic.Code.SYNTAX, "one map at a time",
                    statement.operands().getLast().span(), "functions of one variable stand side by side");
        }
        return ContourChart.of(functions.getFirst(), variables, ranges.get(0), ranges.get(1));
    }

    private Picture curves(Statement.Plot statement, List<Titled> functions, Variable variable) {
        List<Double> tangents = new ArrayList<>();
        for (Statement.Point tangent : statement.tangents()) {
            double at = desk.point(tangent, List.of(variable), List.of(variable)).coordinates()[0];
            FunctionChart.NoTangent none = FunctionChart.withoutTangent(functions.getFirst(), variable, List.of(at));
            if (none != null) {
                throw desk.error(Diagnostic.Code.DOMAIN, "there is no tangent here: " + none.why(), tangent.span(),
                        null);
            }
            tangents.add(at);
        }
        if (statement.on() != null) {
            return FunctionChart.of(functions, variable, ranges(statement, List.of(variable)).getFirst(), tangents);
        }
        double from = tangents.stream().mapToDouble(each -> each).min().orElse(0) - REACH;
        double to = tangents.stream().mapToDouble(each -> each).max().orElse(0) + REACH;
        if (!isWideEnough(from, to)) {
            throw desk.error(Diagnostic.Code.DOMAIN, "there is no good range for this picture", statement.span(),
                    "write on " + variable + " = from..to");
        }
        return FunctionChart.of(functions, variable, new Range(from, to), tangents);
    }

    private Picture gradient(Statement.Plot statement, PlotOptions options) {
        refuse(statement.at(), "arrows are drawn over ranges", "write on x = 0..1, y = 0..1");
        refuseTangents(statement);
        Ast operand = statement.operands().getFirst();
        Expr value = Drawable.scalar(desk, operand);
        List<Variable> variables = variables(statement, desk.order(operand, Graph.variables(value)));
        if (variables.size() != 2) {
            throw desk.error(Diagnostic.Code.NAME, "arrows are drawn over two variables, and here "
                    + (variables.size() == 1 ? "is one" : "are " + variables.size()), operand.span(),
                    variables.size() == 1 ? "write plot diff(f, " + variables.getFirst() + ")" : null);
        }
        List<Range> ranges = ranges(statement, variables);
        return ArrowChart.downhill(titled(operand, value), variables, ranges.get(0), ranges.get(1),
                perSide(statement, options, ranges));
    }

    private OptionalInt perSide(Statement.Plot statement, PlotOptions options, List<Range> ranges) {
        return options.perSide(Math.max(ranges.get(0).length(), ranges.get(1).length()), statement.span(), desk);
    }

    private Picture error(Statement.Plot statement) {
        refuseTangents(statement);
        Ast operand = statement.operands().getFirst();
        Expr value = Drawable.scalar(desk, operand);
        // diff(f, x) asks about f; its derivative is taken at x itself
        boolean isDerivative = value instanceof Derivative derivative && derivative.at() instanceof Variable;
        Expr function = isDerivative && value instanceof Derivative derivative
                ? (Expr) Graph.substitute(derivative.body(),
                        java.util.Map.of(derivative.variable(), derivative.at()))
                : value;
        List<Variable> variables = Graph.variables(function);
        if (variables.size() != 1) {
            throw desk.error(Diagnostic.Code.NAME, "the error against the step is drawn for a function of one variable"
                    + (variables.isEmpty() ? "" : "; here are " + Desk.names(variables)), operand.span(), null);
        }
        Statement.Point where = statement.at();
        if (where == null) {
            throw desk.error(Diagnostic.Code.SYNTAX, "where is the derivative taken?", statement.span(),
                    "write plot error of diff(f, " + variables.getFirst() + ") at " + variables.getFirst() + " = 5");
        }
        double at = desk.point(where, variables, variables).coordinates()[0];
        String name = isDerivative && operand instanceof Ast.Call call && !call.arguments().isEmpty()
                ? call.arguments().getFirst().span().of(desk.script())
                : operand.span().of(desk.script());
        Optional<Chart> chart = StepErrorChart.of(new Titled(shorten(name), function), variables.getFirst(), at);
        return chart.orElseThrow(() -> desk.error(Diagnostic.Code.DOMAIN, "there is no derivative here to compare with",
                where.span(), "check tells why"));
    }

    private Picture graph(Statement.Plot statement) {
        refuseTangents(statement);
        if (statement.on() instanceof Statement.Box box) {
            throw desk.error(Diagnostic.Code.SYNTAX, "a graph is drawn at a point, or at none", box.span(), null);
        }
        Ast operand = statement.operands().getFirst();
        Expr value = Drawable.scalar(desk, operand);
        if (GraphDiagram.size(value) > GraphDiagram.MOST_BOXES) {
            throw desk.error(Diagnostic.Code.LIMIT, "this formula has " + GraphDiagram.size(value)
                    + " parts; a picture has room for " + GraphDiagram.MOST_BOXES, operand.span(), null);
        }
        List<Variable> variables = Graph.variables(value);
        List<Variable> order = desk.order(operand, variables);
        double[] coordinates = null;
        if (statement.at() != null) {
            Point point = desk.point(statement.at(), variables, order);
            variables = point.variables();
            coordinates = point.coordinates();
        }
        return GraphDiagram.of(titled(operand, value), variables, coordinates);
    }

    Titled titled(Ast operand, Expr value) {
        String text = operand.span().of(desk.script());
        if (operand instanceof Ast.Name name
                && desk.definitions().get(name.name()) instanceof Definition definition) {
            text = name.name() + (definition.isFunction()
                    ? "(" + String.join(", ", definition.parameters().stream().map(p -> p.name().name()).toList()) + ")"
                    : "") + " = " + Printer.print(value);
        }
        return new Titled(shorten(text), value);
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** The variables of the axes: those of the formulas, or where they have none those that ranges are given for. */
    private List<Variable> variables(Statement.Plot statement, List<Variable> found) {
        Set<Variable> all = new LinkedHashSet<>(found);
        if (statement.on() instanceof Statement.Box box && found.size() < 2) {
            box.ranges().forEach(range -> all.add(Variable.of(range.name().name())));
        }
        return List.copyOf(all);
    }

    private List<Range> ranges(Statement.Plot statement, List<Variable> variables) {
        Statement.Box written = statement.on();
        if (written == null) {
            return variables.stream().map(_ -> new Range(-REACH, REACH)).toList();
        }
        List<Range> ranges = new ArrayList<>();
        for (Box.Range range : desk.box(written, variables).ranges()) {
            double length = range.to() - range.from();
            if (!isWideEnough(range.from(), range.to())) {
                throw desk.error(Diagnostic.Code.DOMAIN, "this range is " + (length == 0
                        ? "empty"
                        : Double.isInfinite(length) ? "too wide for doubles" : "too narrow for doubles"),
                        written.span(),
                        null);
            }
            ranges.add(new Range(range.from(), range.to()));
        }
        return ranges;
    }

    /** Whether there are doubles enough between the ends to draw, and no overflow. */
    private static boolean isWideEnough(double from, double to) {
        double length = to - from;
        return length >= FEWEST_DOUBLES * Math.ulp(Math.max(Math.abs(from), Math.abs(to))) && length > NARROWEST
                && Double.isFinite(length);
    }

    private void refuse(Statement.@org.jspecify.annotations.Nullable Point at, String why, String hint) {
        if (at != null) {
            throw desk.error(Diagnostic.Code.SYNTAX, why, at.span(), hint);
        }
    }

    private void refuseTangents(Statement.Plot statement) {
        if (!statement.tangents().isEmpty()) {
            throw desk.error(Diagnostic.Code.SYNTAX, "tangents are drawn of functions of one variable",
                    statement.tangents().getFirst().span(), null);
        }
    }
}
