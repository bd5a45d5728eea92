package org.adequal.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Box;
import org.adequal.check.Formula;
import org.adequal.check.Quantity;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.adequal.syntax.Statement;

/** Formulas and ranges as texts of the language. */
final class Formulas {
    private static final String FORMULA = "formula";
    private static final String RANGES = "ranges";

    private Formulas() {}

    /**
     * The formula of a text.
     *
     * @param variables in the order of an array of coordinates; empty for the formula's own in the natural order of
     *                  their names
     */
    static Formula formula(String text, List<String> definitions, List<String> variables) {
        Definitions known = Definitions.none();
        for (int i = 0; i < definitions.size(); i++) {
            String in = "definitions[" + i + "]";
            known = known.with(new Definition(Parser.definition(definitions.get(i), in), definitions.get(i), in));
        }
        Expr expression = Lowering.operand(Parser.formula(text, FORMULA), text, FORMULA, known, variables);
        if (!expression.shape().isScalar()) {
            throw new IllegalArgumentException(text + " is an array of shape " + expression.shape()
                    + ", and a gradient is that of a number");
        }
        List<Variable> order = variables.isEmpty()
                ? Graph.variables(expression)
                : variables.stream().map(Variable::of).toList();
        for (Variable variable : Graph.variables(expression)) {
            if (!order.contains(variable)) {
                throw new IllegalArgumentException(variable + " of " + text + " is none of the variables " + order);
            }
        }
        return Formula.of(expression, order, order);
    }

    /** {@code x = -1..1, y = 0..pi}: a range for each of the variables. */
    static Box box(String text, List<Variable> variables) {
        String script = "check 0 on " + text;
        if (!(Parser.statements(script).getFirst().parse() instanceof Statement.Check check
                && check.where() instanceof Statement.Box written)) {
            throw new IllegalArgumentException("no ranges such as x = 0..1, y = 0..1: " + text);
        }
        Map<Variable, Box.Range> ranges = new LinkedHashMap<>();
        for (Statement.Range range : written.ranges()) {
            ranges.put(Variable.of(range.name().name()),
                    new Box.Range(number(range.from(), script), number(range.to(), script)));
        }
        List<Box.Range> inOrder = new ArrayList<>();
        for (Variable variable : variables) {
            Box.Range range = ranges.remove(variable);
            if (range == null) {
                throw new IllegalArgumentException(variable + " has no range in " + text);
            }
            inOrder.add(range);
        }
        if (!ranges.isEmpty()) {
            throw new IllegalArgumentException(ranges.keySet() + " of " + text + " are no variables");
        }
        return new Box(inOrder);
    }

    private static double number(Ast ast, String script) {
        Expr constant = Lowering.value(ast, script, RANGES, Definitions.none(), List.of());
        Quantity value = Graph.variables(constant).isEmpty()
                ? Formula.of(constant, List.of(), List.of()).at().value()
                : Quantity.NONE;
        if (!(value.value() instanceof Double number) || number.isInfinite()) {
            throw new IllegalArgumentException("an end of a range is no number: " + ast.span().of(script));
        }
        return number;
    }
}
