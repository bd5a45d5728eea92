package org.adequal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Variable;

/**
 * Formulas over arrays of known sizes as formulas over their elements, which everything that judges points works on.
 *
 * <p>The elements of a variable x are variables named {@code x[0]}, {@code x[1]}, …, in row-major order.
 */
public final class Elements {
    /** How many elements of arrays on the way a formula may have to be judged element by element. */
    public static final long LIMIT = 300_000;

    private final Map<String, Long> sizes;
    private final Expansion expansion;
    private final Map<Variable, List<Variable>> variables = new LinkedHashMap<>();

    private Elements(Map<String, Long> sizes, Map<Variable, int[]> dimensions) {
        this.sizes = sizes;
        expansion = new Expansion(sizes, LIMIT);
        for (Variable variable : dimensions.keySet()) {
            variables.put(variable, expansion.of(variable).stream().map(Variable.class::cast).toList());
        }
    }

    /**
     * For variables of these dimensions, a scalar having none. Refuses with an {@link Expansion.Misfit} where they
     * contradict the variables' shapes.
     */
    public static Elements of(Map<Variable, int[]> dimensions) {
        return new Elements(sizes(dimensions), dimensions);
    }

    /** What the size names are for variables of these dimensions. */
    public static Map<String, Long> sizes(Map<Variable, int[]> dimensions) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        Map<String, Variable> first = new LinkedHashMap<>();
        dimensions.forEach((variable, own) -> {
            Shape shape = variable.shape();
            if (shape.rank() != own.length) {
                throw new Expansion.Misfit(variable + " has shape " + shape + ", and what is given for it has shape "
                        + Arrays.toString(own));
            }
            for (int axis = 0; axis < own.length; axis++) {
                Size size = shape.size(axis);
                long found = own[axis];
                Long known = size.isLiteral() ? (Long) size.constant() : sizes.putIfAbsent(size.toString(), found);
                if (known == null) {
                    first.put(size.toString(), variable);
                } else if (known != found) {
                    Variable other = first.get(size.toString());
                    throw new Expansion.Misfit(variable + " has shape " + shape
                            + ", and what is given for it has shape " + Arrays.toString(own)
                            + (other == null ? "" : ": " + size + " is " + known + " by " + other + other.shape()));
                }
            }
        });
        return sizes;
    }

    public Map<String, Long> sizes() {
        return sizes;
    }

    /** The elements of a variable; of a scalar itself. */
    public List<Variable> of(Variable variable) {
        List<Variable> known = variables.get(variable);
        return known != null ? known : expansion.of(variable).stream().map(Variable.class::cast).toList();
    }

    /** The elements of several variables, one after the other. */
    public List<Variable> of(List<Variable> several) {
        List<Variable> all = new ArrayList<>();
        several.forEach(variable -> all.addAll(of(variable)));
        return all;
    }

    /** A scalar formula over arrays as one over their elements. */
    public Expr scalar(Expr formula) {
        return concerns(formula) ? expansion.scalar(formula) : formula;
    }

    /** The elements of an array of formulas. */
    public List<Expr> all(Expr formula) {
        return concerns(formula) ? expansion.of(formula) : List.of(formula);
    }

    /** The lengths of the axes of a formula. */
    public int[] dimensions(Expr formula) {
        return formula.shape().dimensions(sizes);
    }

    /** Whether a formula has arrays or sizes in it. */
    public static boolean concerns(Expr formula) {
        for (Node node : Graph.nodes(formula)) {
            if (!node.shape().isScalar() || node instanceof Variable variable && variable.isSize()) {
                return true;
            }
        }
        return false;
    }
}
