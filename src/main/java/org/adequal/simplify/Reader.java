package org.adequal.simplify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Logic;
import org.adequal.expr.Negation;
import org.adequal.expr.Junction;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Relation;
import org.adequal.expr.Signs;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

/** From the graph to canonical forms, each distinct node once, a chain of sums or products as one. */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Reader {
    private final Forms forms;
    private final UnaryOperator<Form> finish;
    private final Writer writer;
    private final Map<Node, Form> read = new IdentityHashMap<>();
    /** The choices of which a part of the condition was enough, see {@link Rule#VANISHING_CHOICE}. */
    final Map<Choice, Expr> vanishing = new LinkedHashMap<>();
    private boolean source;
    private final Map<Node, Integer> uses = new IdentityHashMap<>();
    private final Manner manner;
    private final Factoring factoring;

    /** @param finish simplifies what stands inside a choice, a guard or a condition */
    Reader(Forms forms, Manner manner, Factoring factoring, Writer writer, UnaryOperator<Form> finish) {
        this.factoring = factoring;
        this.forms = forms;
        this.manner = manner;
        this.writer = writer;
        this.finish = finish;
    }

    /** Reads what the user wrote, and learns the manner from it. */
    void learnManner(Expr source) {
        this.source = true;
        read(source);
        this.source = false;
    }

    Form read(Expr root) {
        List<Node> order = Graph.nodes(root);
        forms.spend(order.size());
        for (Node node : order) {
            for (Node argument : node.arguments()) {
                uses.merge(argument, 1, Integer::sum);
            }
        }
        Set<Node> inner = inlined(order);
        for (Node node : order) {
            if (node instanceof Expr expr && !inner.contains(node) && !read.containsKey(node)) {
                read.put(node, form(expr, inner));
            }
        }
        return known(root);
    }

    private Form known(Node node) {
        Form form = read.get(node);
        if (form == null) {
            throw new IllegalStateException("arguments come first");
        }
        return form;
    }

    private static boolean isSum(Node node) {
        return node instanceof Application a && (a.primitive() == Primitive.ADD || a.primitive() == Primitive.SUBTRACT);
    }

    private static boolean isProduct(Node node) {
        return node instanceof Application a
                && (a.primitive() == Primitive.MULTIPLY || a.primitive() == Primitive.DIVIDE);
    }

    /** The sums that are only parts of one longer sum, and products of one longer product. */
    private Set<Node> inlined(List<Node> order) {
        Set<Node> inner = new HashSet<>();
        for (Node node : order) {
            for (Node argument : node.arguments()) {
                if ((isSum(node) && isSum(argument) || isProduct(node) && isProduct(argument))
                        && uses.getOrDefault(argument, 0) == 1) {
                    inner.add(argument);
                }
            }
        }
        return inner;
    }

    private Form form(Expr expr, Set<Node> inner) {
        return switch (expr) {
            case Constant constant -> {
                if (source && !constant.value().isInteger()) {
                    manner.decimals().add(constant.value().abs());
                }
                yield forms.number(constant.value());
            }
            case Variable variable -> forms.variable(variable);
            case Application application -> application(application, inner);
            case Choice choice -> choice(choice);
            case Guard guard -> opaque(Guard.of(finished(guard.value()), condition(guard.condition())));
            case Derivative _,ArrayNode _ -> opaque(expr);
        };
    }

    /** The branch that the facts decide for, if they do. */
    private Form choice(Choice choice) {
        int truth = truth(choice.condition());
        Form otherwise = known(choice.otherwise());
        if (forms.allows(Law.DECIDED_CHOICE, truth == Signs.POSITIVE)) {
            return known(choice.then());
        }
        if (truth == Signs.ZERO) {
            return otherwise;
        }
        if (otherwise.isZero()) {
            List<Condition> cases = Logic.conjuncts(choice.condition()).stream().map(Logic::not).toList();
            if (vanishesIn(cases, finish.apply(known(choice.then())))) {
                return vanishing(choice, finish.apply(known(choice.then())));
            }
        }
        Condition condition = choice.condition();
        if (known(choice.then()).isZero()) {
            Form finished = finish.apply(otherwise);
            if (vanishesIn(List.of(condition), finished)) {
                return vanishing(choice, finished);
            }
            condition = Logic.conjuncts(condition).stream().filter(part -> vanishes(finished, part)).findFirst()
                    .orElse(condition);
        }
        Expr shown = Choice.of(condition(condition), finished(choice.then()), finished(choice.otherwise()));
        if (condition != choice.condition()) {
            vanishing.put(choice, shown);
        }
        return opaque(shown);
    }

    private Form vanishing(Choice choice, Form branch) {
        vanishing.put(choice, writer.write(branch));
        return branch;
    }

    /** Whether a form has a value wherever one of these holds, and it is zero. */
    private boolean vanishesIn(List<Condition> cases, Form form) {
        return forms.allows(Law.CHOICE_WITHOUT_VALUE, new Totality(forms.facts).isDefined(form)) && cases.stream()
                .allMatch(one -> Logic.conjuncts(one).stream().anyMatch(part -> vanishes(form, part)));
    }

    /** Whether a form has a factor that is zero where the equation holds, so that it is zero there or has no value. */
    private boolean vanishes(Form form, Condition equation) {
        return forms.allows(Law.CHOICE_OF_ZERO, hasFactor(form, equation));
    }

    private boolean hasFactor(Form form, Condition equation) {
        if (!(equation instanceof Comparison c) || c.relation() != Relation.EQUAL) {
            return false;
        }
        Form zero = primitive(forms.minus(known(c.left()), known(c.right())));
        if (factoring.factored(form) instanceof Form.Product product) {
            int i = product.bases.indexOf(zero);
            return i >= 0 && product.exponents.get(i) instanceof Form.Number n && n.value.signum() > 0;
        }
        return form == zero || form.isZero();
    }

    private Form primitive(Form form) {
        return form instanceof Form.Sum sum
                ? forms.scaled(sum, Forms.content(sum).reciprocal())
                : forms.monic(form);
    }

    /** POSITIVE where the facts say that it holds, ZERO where they say that it does not, ANY else. */
    private int truth(Condition condition) {
        return switch (condition) {
            case Truth truth -> truth == Truth.TRUE ? Signs.POSITIVE : Signs.ZERO;
            case Comparison c -> {
                int possible = forms.facts.signs(forms.minus(known(c.left()), known(c.right())));
                int wanted = Signs.of(c.relation());
                yield (possible & ~wanted) == 0 ? Signs.POSITIVE : (possible & wanted) == 0 ? Signs.ZERO : Signs.ANY;
            }
            case Junction j -> {
                int left = truth(j.left());
                int right = truth(j.right());
                int absorbing = j.kind() == Junction.Kind.AND ? Signs.ZERO : Signs.POSITIVE;
                yield left == absorbing || right == absorbing ? absorbing : left == right ? left : Signs.ANY;
            }
            case Negation n -> {
                int inner = truth(n.condition());
                yield inner == Signs.ANY ? inner : inner == Signs.ZERO ? Signs.POSITIVE : Signs.ZERO;
            }
            case Every every -> truth(every.condition()) == Signs.POSITIVE ? Signs.POSITIVE : Signs.ANY;
        };
    }

    private Form opaque(Expr expr) {
        return forms.symbol(expr, Form.mix(11, structure(expr)));
    }

    /** A hash of the graph that is the same in every run. */
    private static long structure(Expr root) {
        Map<Node, Long> keys = new IdentityHashMap<>();
        for (Node node : Graph.nodes(root)) {
            long key = Form.mix(node.getClass().getSimpleName().hashCode(),
                    node instanceof Variable v ? Form.mix(v.name().hashCode(), v.level()) : node.toString().hashCode());
            for (Node argument : node.arguments()) {
                key = Form.mix(key, keys.getOrDefault(argument, 0L));
            }
            keys.put(node, key);
        }
        return keys.getOrDefault(root, 0L);
    }

    private Expr finished(Expr part) {
        return writer.write(finish.apply(known(part)));
    }

    private Condition condition(Condition condition) {
        return switch (condition) {
            case Truth truth -> truth;
            case Comparison c -> Comparison.of(c.relation(), finished(c.left()), finished(c.right()));
            case Junction j -> Junction.of(j.kind(), condition(j.left()), condition(j.right()));
            case Negation n -> Negation.of(condition(n.condition()));
            case Every every -> every;
        };
    }

    private Form application(Application application, Set<Node> inner) {
        return switch (application.primitive()) {
            case ADD, SUBTRACT -> sum(application, inner);
            case MULTIPLY, DIVIDE -> product(application, inner);
            case NEGATE -> forms.negate(known(application.argument(0)));
            case POWER, INTEGER_POWER, POWER_OF_E ->
                forms.power(known(application.argument(0)), known(application.argument(1)));
            case SQRT -> forms.power(known(application.argument(0)), forms.half);
            case EXP -> forms.exp(known(application.argument(0)));
            case E -> forms.e;
            case PI -> forms.symbol(application, Form.mix(2, 2));
            default -> forms.call(application.primitive(),
                    application.arguments().stream().map(this::known).toList());
        };
    }

    private record Signed(Expr expr, boolean inverse) {}

    private Form sum(Application root, Set<Node> inner) {
        Forms.SumBuilder sum = forms.sum();
        Deque<Signed> open = new ArrayDeque<>(List.of(new Signed(root, false)));
        Map<Form, Boolean> order = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            Signed next = open.pop();
            if (next.expr instanceof Application a && isSum(a) && (a == root || inner.contains(a))) {
                open.push(new Signed(a.argument(1), next.inverse != (a.primitive() == Primitive.SUBTRACT)));
                open.push(new Signed(a.argument(0), next.inverse));
            } else {
                Form term = known(next.expr);
                sum.add(next.inverse ? Rational.MINUS_ONE : Rational.ONE, term);
                if (term instanceof Form.Sum parts) {
                    manner.orders().getOrDefault(parts.terms, parts.terms).forEach(part -> order.put(part, true));
                } else {
                    order.put(forms.monic(term), true);
                }
            }
        }
        Form form = sum.build();
        if (source && form instanceof Form.Sum whole) {
            manner.sums().add(forms.scaled(whole, Forms.content(whole).abs().reciprocal()));
            manner.orders().putIfAbsent(whole.terms, List.copyOf(order.keySet()));
        }
        return form;
    }

    private Form product(Application root, Set<Node> inner) {
        Forms.ProductBuilder product = forms.product();
        Deque<Signed> open = new ArrayDeque<>(List.of(new Signed(root, false)));
        while (!open.isEmpty()) {
            Signed next = open.pop();
            if (next.expr instanceof Application a && isProduct(a) && (a == root || inner.contains(a))) {
                open.push(new Signed(a.argument(1), next.inverse != (a.primitive() == Primitive.DIVIDE)));
                open.push(new Signed(a.argument(0), next.inverse));
            } else {
                product.multiply(known(next.expr), next.inverse ? forms.minusOne : forms.one);
            }
        }
        return product.build();
    }

    /** Learns what the conjuncts of a condition say about signs; whatever is not understood is not used. */
    void learn(Condition where) {
        for (Condition part : Logic.conjuncts(where)) {
            if (part instanceof Comparison comparison) {
                Form difference = forms.minus(read(comparison.left()), read(comparison.right()));
                int signs = Signs.of(comparison.relation());
                forms.facts.learn(difference, signs);
            }
        }
        forms.facts.settle();
        read.clear();
        uses.clear();
    }
}
