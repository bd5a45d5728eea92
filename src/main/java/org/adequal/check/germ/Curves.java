package org.adequal.check.germ;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A function of several variables on curves that leave a point: were it differentiable, the slope on each would be its
 * gradient times the direction of the curve.
 */
record Curves(Pass here, Expansions expansions, boolean lastStep) {

    /** Whether some curve shows that there is no derivative. */
    boolean showNoDerivative(Expr root, List<Variable> axes) {
        if (!(here.of(root) instanceof Germ atPoint)) {
            return true;
        }
        Slopes slopes = new Slopes(here, expansions, lastStep);
        Map<Variable, Coefficient> gradient = new HashMap<>();
        for (Variable axis : axes) {
            Slopes.Result result = slopes.along(root, axis);
            if (result.slope() == null) {
                return List.of(result.finding().left(), result.finding().right()).stream()
                        .noneMatch(Side.Hidden.class::isInstance);
            }
            gradient.put(axis, result.slope());
        }
        Set<Node> moving = Graph.dependents(Graph.nodes(root), axes);
        for (Map<Variable, Germ> curve : curves(axes)) {
            Pass beside = Pass.beside(here, expansions, curve, moving, lastStep);
            Slopes.Found found = slopes.beside(root, beside, Functions.constant(atPoint), 1);
            if (!(found.side() instanceof Side.Hidden) && !agrees(found.slope(), gradient, curve)) {
                return true;
            }
        }
        return false;
    }

    private boolean agrees(@Nullable Coefficient slope, Map<Variable, Coefficient> gradient,
            Map<Variable, Germ> curve) {
        if (slope == null) {
            return false;
        }
        Coefficient linear = Coefficient.ZERO;
        for (Map.Entry<Variable, Germ> entry : curve.entrySet()) {
            Term first = entry.getValue().terms().getFirst();
            if (expansions.compare(first.monomial(), Monomial.T) == 0) {
                linear = expansions.field().plus(linear, expansions.field().times(first.coefficient(),
                        gradient.getOrDefault(entry.getKey(), Coefficient.ZERO)));
            }
        }
        return expansions.field().compare(slope, linear) == 0;
    }

    /** Lines and parabolas in the planes of two axes, and a line in general position. */
    private static List<Map<Variable, Germ>> curves(List<Variable> axes) {
        List<Map<Variable, Germ>> curves = new ArrayList<>();
        for (Variable a : axes) {
            for (Variable b : axes) {
                if (!a.equals(b)) {
                    for (int s : new int[]{1, -1}) {
                        for (int t : new int[]{1, -1}) {
                            if (a.name().compareTo(b.name()) < 0) {
                                curves.add(Map.of(a, offset(s, 1), b, offset(t, 1)));
                            }
                            curves.add(Map.of(a, offset(s, 1), b, offset(t, 2)));
                        }
                    }
                }
            }
        }
        Map<Variable, Germ> general = new HashMap<>();
        Map<Variable, Germ> opposite = new HashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            general.put(axes.get(i), offset(i + 1, 1));
            opposite.put(axes.get(i), offset(-i - 1, 1));
        }
        curves.add(general);
        curves.add(opposite);
        return curves;
    }

    private static Germ offset(int factor, int power) {
        return Germ.of(Coefficient.of(factor), Monomial.of(Coefficient.of(power)));
    }
}
