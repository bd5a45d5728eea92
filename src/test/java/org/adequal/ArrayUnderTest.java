package org.adequal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.eval.ArrayProgram;
import org.adequal.eval.Program;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

/** A function of arrays, evaluated element by element and by loops. */
record ArrayUnderTest(String text, Definitions definitions, List<Variable> variables, Expr value) {
    private static final long LIMIT = 2_000_000;

    /** From the text of its definition: {@code f(x[n]) = sum(x^2)}. */
    static ArrayUnderTest of(String definition) {
        Definition read = new Definition(Parser.definition(definition, "test"), definition, "test");
        Definitions definitions = Definitions.none().with(read);
        Ast.Name name = new Ast.Name(read.name(), read.statement().name().span());
        Expr value = Analysis.expanded(
                Lowering.operand(name, definition, "test", definitions, List.of()));
        return new ArrayUnderTest(definition, definitions, Lowering.parameters(read), value);
    }

    /** The same function of the formula given as text over its parameters. */
    Expr read(String formula) {
        Map<String, org.adequal.expr.Shape> shapes = new LinkedHashMap<>();
        variables.forEach(variable -> shapes.put(variable.name(), variable.shape()));
        return Lowering.value(Parser.formula(formula, "test"), formula, "test", Definitions.none(), shapes);
    }

    List<String> sizeNames() {
        TreeSet<String> names = new TreeSet<>();
        variables.forEach(v -> v.shape().sizes().forEach(size -> names.addAll(size.names().keySet())));
        return List.copyOf(names);
    }

    /** Sizes that all differ. */
    Map<String, Long> distinct() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        long next = 3;
        for (String name : sizeNames()) {
            sizes.put(name, next++);
        }
        return sizes;
    }

    Map<String, Long> all(long size) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizeNames().forEach(name -> sizes.put(name, size));
        return sizes;
    }

    double[][] point(Map<String, Long> sizes, long seed) {
        Random random = new Random(seed);
        double[][] point = new double[variables.size()][];
        for (int i = 0; i < point.length; i++) {
            int count = 1;
            for (int dimension : variables.get(i).shape().dimensions(sizes)) {
                count *= dimension;
            }
            point[i] = random.doubles(count, 0.2, 1.7).toArray();
        }
        return point;
    }

    double[] loops(Expr expression, Map<String, Long> sizes, double[][] point) {
        return ArrayProgram.of(List.of(expression), variables, sizes).run(point)[0];
    }

    /** An expression by its meaning in scalars. */
    double[] elements(Expr expression, Map<String, Long> sizes, double[][] point) {
        Expansion expansion = new Expansion(sizes, LIMIT);
        return Program.of(expansion.of(expression), scalars(expansion)).run(flat(point));
    }

    /** The gradient of the expanded function by rules of scalars alone. */
    double[] scalarGradient(Variable variable, Map<String, Long> sizes, double[][] point) {
        Expansion expansion = new Expansion(sizes, LIMIT);
        List<Variable> by = expansion.of(variable).stream().map(Variable.class::cast).toList();
        return Program.of(Reverse.gradient(expansion.scalar(value), by), scalars(expansion)).run(flat(point));
    }

    /** Derivatives by one variable after the other of the expanded function, by rules of scalars alone. */
    double[] scalarDerivative(List<String> by, Map<String, Long> sizes, double[][] point) {
        Expansion expansion = new Expansion(sizes, LIMIT);
        List<Expr> rows = expansion.of(value);
        for (String name : by) {
            List<Expr> next = new ArrayList<>();
            Variable variable = variables.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
            for (Expr row : rows) {
                expansion.of(variable).forEach(element -> next.add(Forward.derivative(row, (Variable) element)));
            }
            rows = next;
        }
        return Program.of(rows, scalars(expansion)).run(flat(point));
    }

    long operations(List<Expr> outputs, Map<String, Long> sizes) {
        return ArrayProgram.of(outputs, variables, sizes).operations();
    }

    private List<Variable> scalars(Expansion expansion) {
        List<Variable> scalars = new ArrayList<>();
        for (Variable variable : variables) {
            expansion.of(variable).forEach(element -> scalars.add((Variable) element));
        }
        return scalars;
    }

    private static double[] flat(double[][] point) {
        return List.of(point).stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    static int nodes(List<? extends Node> roots) {
        return org.adequal.expr.Graph.nodes(roots).size();
    }
}
