package org.adequal.check.germ;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a graph near a point where several variables move.
 *
 * <p>A node is first put together from its arguments. Where that shows no derivative, it is seen as a function of one
 * number: of the one variable it depends on, or of a part that everything that moves passes through.
 */
final class Neighbourhood {
    private static final int MOST_PARTS = 6;
    private static final Variable PART = Variable.bound("part", Integer.MAX_VALUE);

    private final Field field;
    private final Map<Variable, Germ> point;
    private final Composition compositions;
    private final Pass here;
    private final List<Variable> moving;
    private final Map<Node, LocalModel> models = new IdentityHashMap<>();
    private final Map<Node, Undecided> failures = new IdentityHashMap<>();
    private final Map<Node, Set<Variable>> dependencies = new IdentityHashMap<>();
    private final PuncturedConditions conditions;

    Neighbourhood(Expansions expansions, Map<Variable, Germ> point, List<Variable> moving) {
        this.field = expansions.field();
        this.point = point;
        this.moving = List.copyOf(moving);
        Map<Variable, Germ> held = new HashMap<>(point);
        moving.forEach(held::remove);
        compositions = new Composition(expansions, held);
        here = Pass.over(expansions, point, true);
        conditions = new PuncturedConditions(field, this::of);
    }

    /** The gradient of the expression as a function of all that moves, if it is proven to be differentiable; else null. */
    @Nullable
    Map<Variable, Coefficient> gradient(Expr formula) {
        Expr root = againstZero(formula);
        for (Node node : Graph.nodes(root)) {
            if (node instanceof Derivative) {
                // what its body depends on has no place beside the point
                return null;
            }
            dependencies.put(node, dependsOn(node));
        }
        try {
            LocalModel model = of(root);
            return model.filled() && !field.assumed() ? model.gradient(field) : null;
        } catch (Undecided undecided) {
            return null;
        }
    }

    /** With u - v compared to 0 in place of u to v: so comparisons share a difference with other parts. */
    private static Expr againstZero(Expr formula) {
        List<Node> order = Graph.nodes(formula);
        Map<Node, Node> replacements = new IdentityHashMap<>();
        for (Node node : order) {
            if (node instanceof Comparison comparison && comparison.left().exactValue() == null
                    && comparison.right().exactValue() == null) {
                Expr difference = Application.of(Primitive.SUBTRACT, comparison.left(), comparison.right());
                Expr opposite = Application.of(Primitive.SUBTRACT, comparison.right(), comparison.left());
                replacements.put(node, order.contains(opposite)
                        ? Comparison.of(comparison.relation().flipped(), opposite, Constant.ZERO)
                        : Comparison.of(comparison.relation(), difference, Constant.ZERO));
            }
        }
        return (Expr) Graph.substitute(formula, replacements);
    }

    private Set<Variable> dependsOn(Node node) {
        if (node instanceof Variable variable) {
            return moving.contains(variable) ? Set.of(variable) : Set.of();
        }
        Set<Variable> all = new HashSet<>();
        node.arguments().forEach(argument -> all.addAll(dependencies.getOrDefault(argument, Set.of())));
        return all;
    }

    private Set<Variable> variables(Node node) {
        return dependencies.getOrDefault(node, Set.of());
    }

    /** The model of a node, made when it is first asked for; graphs are not deep here. */
    private LocalModel of(Node node) {
        LocalModel known = models.get(node);
        if (known != null) {
            return known;
        }
        Undecided failure = failures.get(node);
        if (failure != null) {
            throw failure;
        }
        try {
            LocalModel made = modelled((Expr) node);
            models.put(node, made);
            return made;
        } catch (Undecided undecided) {
            failures.put(node, undecided);
            throw undecided;
        } catch (ArithmeticException e) {
            Undecided undecided = Undecided.never("a part is divided by 0 or too large");
            failures.put(node, undecided);
            throw undecided;
        }
    }

    private LocalModel modelled(Expr node) {
        Set<Variable> on = variables(node);
        if (on.isEmpty()) {
            return LocalModel.constant(value(node));
        }
        if (node instanceof Variable variable) {
            return LocalModel.variable(variable, Functions.constant(meaning(variable)));
        }
        if (on.size() == 1) {
            Variable only = on.iterator().next();
            return compositions.of(node, only, of(only), key(only));
        }
        Undecided failure = null;
        LocalModel direct = null;
        try {
            direct = filled(node, put(node));
            if (direct.gradient(field) != null) {
                return direct;
            }
        } catch (Undecided undecided) {
            failure = undecided;
        }
        for (Expr part : parts(node)) {
            try {
                LocalModel model = through(node, part);
                if (direct == null || model.gradient(field) != null) {
                    return filled(node, model);
                }
            } catch (Undecided undecided) {
                failure = undecided;
            }
        }
        if (direct == null) {
            throw failure == null ? Undecided.order() : failure;
        }
        return direct;
    }

    private Germ meaning(Variable variable) {
        Germ germ = point.get(variable);
        if (germ == null) {
            throw new IllegalArgumentException("no value is given for " + variable);
        }
        return germ;
    }

    private Coefficient value(Node node) {
        if (here.of(node) instanceof Germ germ) {
            return Functions.constant(germ);
        }
        throw Undecided.never("a part has no value");
    }

    /** With what the value at the point itself shows. */
    private LocalModel filled(Node node, LocalModel model) {
        boolean fills = here.of(node) instanceof Germ germ
                && (!model.hasLimit() || field.compare(Functions.constant(germ), model.limit()) == 0);
        return model.known(model.lower(), model.sign(), fills);
    }

    /** Parts that everything that moves passes through, the nearest first. */
    private List<Expr> parts(Expr node) {
        List<Node> order = Graph.nodes(node);
        List<Expr> found = new ArrayList<>();
        for (int i = order.size() - 2; i >= 0 && found.size() < MOST_PARTS; i--) {
            if (order.get(i) instanceof Expr part && !(part instanceof Variable)
                    && variables(part).size() == variables(node).size()
                    && Graph.dependents(Graph.nodes(replaced(node, part)), moving).isEmpty() && isLimited(part)) {
                found.add(part);
            }
        }
        return found;
    }

    private boolean isLimited(Expr part) {
        try {
            return of(part).hasLimit();
        } catch (Undecided _) {
            return false;
        }
    }

    private static Expr replaced(Expr node, Expr part) {
        return (Expr) Graph.substitute(node, Map.of(part, PART));
    }

    private LocalModel through(Expr node, Expr part) {
        return compositions.of(replaced(node, part), PART, of(part), key(part));
    }

    /** A name of |part - limit|, the same for parts that are found to be the same function but for their sign. */
    private Object key(Expr part) {
        LocalModel model = of(part);
        if (model.remainder() != null) {
            return part;
        }
        return unsigned(model);
    }

    // rows

    private LocalModel put(Expr node) {
        return switch (node) {
            case Application application -> put(application);
            case Choice choice -> conditions.choose(choice, variables(choice),
                    here.of(choice.condition()) instanceof Outcome.Holds(boolean holds, boolean _) ? holds : null);
            case Guard guard -> {
                if (!conditions.holdsAround(guard.condition(), variables(guard.condition()))) {
                    throw Undecided.never("it may be undefined beside the point");
                }
                yield of(guard.value()).widened(variables(guard));
            }
            case Derivative _ -> throw Undecided.never("a derivative beside the point");
            case ArrayNode _ -> throw new IllegalArgumentException("an array is looked at element by element");
            case Variable _,Constant _ -> throw new IllegalStateException("looked at before");
        };
    }

    private LocalModel put(Application node) {
        LocalModel u = of(node.argument(0));
        if (node.arguments().size() == 1) {
            return node.primitive() == Primitive.NEGATE
                    ? u.scaled(field, Coefficient.MINUS_ONE)
                    : apply(node.primitive(), u, key(node.argument(0)));
        }
        LocalModel v = of(node.argument(1));
        return switch (node.primitive()) {
            case ADD -> u.plus(field, v);
            case SUBTRACT -> minus(u, v);
            case MULTIPLY -> u.times(field, v);
            case DIVIDE -> u.times(field, reciprocal(v));
            case POWER, INTEGER_POWER, POWER_OF_E -> power(node, u, v);
            case LOG_BASE -> apply(Primitive.LOG, u).times(field, reciprocal(apply(Primitive.LOG, v)));
            case HYPOT -> apply(Primitive.SQRT, square(u).plus(field, square(v)));
            case MAX -> v.plus(field, apply(Primitive.RELU, minus(u, v)));
            case MIN -> u.plus(field, apply(Primitive.RELU, minus(u, v)).scaled(field, Coefficient.MINUS_ONE));
            case CLAMP -> {
                LocalModel w = of(node.argument(2));
                LocalModel raised = v.plus(field, apply(Primitive.RELU, minus(u, v)));
                yield raised.plus(field,
                        apply(Primitive.RELU, minus(raised, w)).scaled(field, Coefficient.MINUS_ONE));
            }
            case MOD -> minus(u, v.times(field, apply(Primitive.FLOOR, u.times(field, reciprocal(v)))));
            case ATAN2 -> angle(u, v);
            default -> throw Undecided.never(node.primitive() + " of several variables");
        };
    }

    /** u^2, which is no less than its limit where that is 0. */
    private LocalModel square(LocalModel u) {
        LocalModel square = u.times(field, u);
        Rational lower = u.lower();
        return u.hasLimit() && u.limit().isZero()
                ? square.known(lower == null ? null : lower.plus(lower), 1, u.filled())
                : square;
    }

    private LocalModel minus(LocalModel u, LocalModel v) {
        return u.plus(field, v.scaled(field, Coefficient.MINUS_ONE));
    }

    private LocalModel apply(Primitive primitive, LocalModel u) {
        return apply(primitive, u, u.remainder() == null ? unsigned(u) : new Object());
    }

    private Object unsigned(LocalModel exact) {
        LocalModel change = exact.withoutLimit();
        return new HashSet<>(List.of(change.terms(), change.scaled(field, Coefficient.MINUS_ONE).terms()));
    }

    private LocalModel apply(Primitive primitive, LocalModel u, Object key) {
        return compose(Application.of(primitive, PART), u, key);
    }

    private LocalModel compose(Expr outer, LocalModel u, Object key) {
        if (!u.hasLimit()) {
            throw Undecided.never("a part has no limit");
        }
        return compositions.of(outer, PART, u, key);
    }

    private LocalModel reciprocal(LocalModel v) {
        return compose(Application.of(Primitive.DIVIDE, Constant.ONE, PART), v, new Object());
    }

    private LocalModel power(Application node, LocalModel u, LocalModel v) {
        Expr exponent = node.argument(1);
        if (variables(exponent).isEmpty()) {
            return compose(Application.of(Primitive.POWER, PART, exponent), u, key(node.argument(0)));
        }
        LocalModel logarithm = apply(Primitive.LOG, u);
        return apply(Primitive.EXP, v.times(field, logarithm));
    }

    private LocalModel angle(LocalModel y, LocalModel x) {
        int beside = x.hasLimit() ? field.sign(x.limit()) : 0;
        int above = y.hasLimit() ? field.sign(y.limit()) : 0;
        if (beside > 0) {
            return apply(Primitive.ATAN, y.times(field, reciprocal(x)));
        }
        if (above == 0) {
            throw Undecided.never("an angle on its cut");
        }
        Coefficient right = field.times(Coefficient.of(Rational.of(above, 2)), field.apply(Primitive.PI));
        return minus(LocalModel.constant(right), apply(Primitive.ATAN, x.times(field, reciprocal(y))));
    }
}
