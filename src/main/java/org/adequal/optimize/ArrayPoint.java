package org.adequal.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.calculus.Forward;
import org.adequal.eval.ArrayProgram;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/**
 * A point of an {@link ArrayObjective} as inputs of programs: the arrays that move, cut from the point, then those that are
 * held. Not safe for threads.
 */
final class ArrayPoint {
    private final List<Variable> moving;
    private final List<Variable> held;
    private final List<double[]> data;
    private final Map<String, Long> sizes;
    private final int dimension;
    private final double[][] inputs;

    ArrayPoint(List<Variable> moving, List<Variable> held, List<double[]> data, Map<String, Long> sizes) {
        this.moving = moving;
        this.held = held;
        this.data = data;
        this.sizes = sizes;
        dimension = moving.stream().mapToInt(variable -> ArrayObjective.length(variable, sizes)).sum();
        inputs = new double[moving.size() + held.size()][];
        for (int i = 0; i < moving.size(); i++) {
            inputs[i] = new double[ArrayObjective.length(moving.get(i), sizes)];
        }
    }

    int dimension() {
        return dimension;
    }

    /** The array that is held at a place in the order of those held. */
    double[] data(int index) {
        return data.get(index);
    }

    /** A program for inputs as here, and further ones after them. */
    ArrayProgram.Workspace program(List<Expr> outputs, List<Variable> further) {
        List<Variable> variables = new ArrayList<>(moving);
        variables.addAll(held);
        variables.addAll(further);
        return ArrayProgram.of(outputs, variables, sizes).workspace();
    }

    /** The inputs at a point; overwritten by the next call. */
    double[][] inputs(double[] point) {
        cut(point, inputs);
        for (int i = 0; i < data.size(); i++) {
            inputs[moving.size() + i] = data.get(i);
        }
        return inputs;
    }

    private void cut(double[] point, double[][] arrays) {
        int at = 0;
        for (int i = 0; i < moving.size(); i++) {
            System.arraycopy(point, at, arrays[i], 0, arrays[i].length);
            at += arrays[i].length;
        }
    }

    /** The derivatives of expressions in directions of the point. */
    Tangents tangents(List<Expr> expressions) {
        return new Tangents(expressions);
    }

    /** Programs for directional derivatives: {@code Forward} with a direction that is an input. */
    final class Tangents {
        private final ArrayProgram.Workspace program;
        private final double[][] arguments;
        private final double[] direction = new double[dimension];

        private Tangents(List<Expr> expressions) {
            Map<Variable, Variable> directions = new LinkedHashMap<>();
            // a name that nobody can type
            moving.forEach(variable -> directions.put(variable,
                    Variable.of("direction of " + variable.name(), variable.shape())));
            program = program(expressions.stream().map(each -> Forward.directional(each, directions)).toList(),
                    List.copyOf(directions.values()));
            arguments = new double[moving.size() * 2 + held.size()][];
            for (int i = 0; i < moving.size(); i++) {
                arguments[moving.size() + held.size() + i] = new double[inputs[i].length];
            }
        }

        /** The derivatives along a coordinate. */
        double[][] along(double[] point, int coordinate) {
            System.arraycopy(inputs(point), 0, arguments, 0, moving.size() + held.size());
            Arrays.fill(direction, 0);
            direction[coordinate] = 1;
            int at = 0;
            for (int i = 0; i < moving.size(); i++) {
                double[] part = arguments[moving.size() + held.size() + i];
                System.arraycopy(direction, at, part, 0, part.length);
                at += part.length;
            }
            return program.run(arguments);
        }
    }
}
