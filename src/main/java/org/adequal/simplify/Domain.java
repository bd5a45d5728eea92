package org.adequal.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Junction;
import org.adequal.expr.Logic;
import org.adequal.expr.Relation;
import org.adequal.expr.Signs;
import org.adequal.expr.Truth;
import org.adequal.number.Rational;

/**
 * Conditions for a reader: solved for what is bounded, products and roots taken apart, what is implied left out.
 *
 * <p>A condition that is redundant is harmless, one that is missing is a lie: whatever is not understood stays.
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
public final class Domain {
    /** With more conditions than these each is only compared with the expression, not with the others. */
    private static final int MOST_COMPARED = 24;

    private final Forms forms = new Forms();
    private final Manner manner = new Manner();
    private final Writer writer = new Writer(forms, manner);
    private final Search search = new Search(forms, manner);
    private final Reader reader = new Reader(forms, manner, search.factoring(), writer, search::best);
    private final Facts nothing = new Facts(forms, true);
    private final Map<Comparison, Clause> clauses = new HashMap<>();

    private Domain() {}

    /**
     * What has to be said beside an expression so that it holds only where a condition does.
     *
     * @param defined where the expression has a value
     * @param where the condition; it says itself where its parts have values
     */
    public static Condition beside(Condition defined, Condition where) {
        List<Condition> given = Logic.conjuncts(defined);
        List<Condition> wanted = Logic.conjuncts(where).stream().filter(part -> !given.contains(part))
                .map(Domain::bare).toList();
        try {
            return new Domain().said(wanted, given.stream().map(Domain::bare).toList());
        } catch (GaveUp _) {
            return all(wanted);
        }
    }

    /** What holds for every element of arrays is read as it is for one. */
    private static Condition bare(Condition condition) {
        return condition instanceof Every every && every.condition() instanceof Comparison comparison
                ? comparison
                : condition;
    }

    private static Condition all(List<Condition> parts) {
        Condition all = Truth.TRUE;
        for (Condition part : parts) {
            all = Logic.and(all, Logic.every(part));
        }
        return all;
    }

    private Condition said(List<Condition> wanted, List<Condition> given) {
        wanted.forEach(this::learnManner);
        Facts facts = new Facts(forms, true);
        List<Junction> cases = new ArrayList<>();
        for (Condition part : given) {
            if (part instanceof Comparison comparison) {
                clause(comparison).learn(facts);
            } else if (part instanceof Junction junction) {
                cases.add(junction);
            }
        }
        facts.settle();
        return conjunction(wanted, facts, cases);
    }

    private void learnManner(Condition condition) {
        Graph.nodes(condition).forEach(node -> {
            if (node instanceof Comparison comparison) {
                reader.learnManner(comparison.left());
                reader.learnManner(comparison.right());
            }
        });
    }

    // ---- comparisons

    /** A comparison, and the ways to say the same; of one that was looked at already only what is left of it. */
    private record Clause(Comparison written, List<List<Atom>> views) {
        void learn(Facts facts) {
            views.forEach(view -> view.forEach(atom -> facts.learn(atom.form(), atom.signs())));
        }
    }

    private Clause clause(Comparison comparison) {
        Clause clause = clauses.get(comparison);
        if (clause == null) {
            Form difference = forms.minus(reader.read(comparison.left()), reader.read(comparison.right()));
            Atom atom = new Atom(difference, Signs.of(comparison.relation()));
            List<List<Atom>> views = new ArrayList<>();
            views.add(List.of(atom));
            views.add(atom.parts(forms, nothing));
            views.add(new Atom(search.factoring().factored(difference), atom.signs()).parts(forms, nothing));
            Form fraction = forms.hasDoneMuch()
                    ? null
                    : NormalForm.of(forms, search.factoring(), difference, NormalForm.Squares.NONE, true, Set.of());
            if (fraction != null) {
                views.add(new Atom(fraction, atom.signs()).parts(forms, nothing));
            }
            clause = new Clause(comparison, views.stream().distinct().toList());
            clauses.put(comparison, clause);
        }
        return clause;
    }

    // ---- conjunctions

    private Condition conjunction(List<Condition> wanted, Facts given, List<Junction> cases) {
        Clause[] left = new Clause[wanted.size()];
        for (int i = 0; i < left.length; i++) {
            if (wanted.get(i) instanceof Comparison comparison) {
                left[i] = clause(comparison);
            }
        }
        List<Integer> order = IntStream.range(0, left.length).filter(i -> left[i] != null).boxed()
                .sorted(Comparator.comparing(i -> -Graph.nodes(wanted.get(i)).size())).toList();
        for (int i : order) {
            Facts facts = given.copy();
            if (left.length <= MOST_COMPARED) {
                for (int k = 0; k < left.length; k++) {
                    if (k != i && left[k] != null) {
                        left[k].learn(facts);
                    }
                }
                facts.settle();
            }
            left[i] = new Clause(left[i].written, List.of(shortest(left[i], facts, cases)));
        }
        Facts facts = given.copy();
        for (Clause clause : left) {
            if (clause != null) {
                clause.learn(facts);
            }
        }
        facts.settle();
        if (facts.isContradictory()) {
            return Truth.FALSE;
        }
        Condition said = Truth.TRUE;
        Map<Form, Map<Rational, Integer>> bounds = new HashMap<>();
        for (Clause clause : left) {
            if (clause != null) {
                clause.views.getFirst().forEach(atom -> collect(atom, bounds));
            }
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] != null) {
                for (Atom atom : left[i].views.getFirst()) {
                    said = Logic.and(said, Logic.every(written(atom, left[i].written, bounds)));
                }
            } else {
                said = Logic.and(said, Logic.every(other(wanted.get(i), facts, cases)));
            }
        }
        return said;
    }

    /** What is left of a clause where the facts hold, in the shortest of its views. */
    private List<Atom> shortest(Clause clause, Facts facts, List<Junction> cases) {
        List<Atom> best = null;
        long least = Long.MAX_VALUE;
        for (List<Atom> view : clause.views) {
            List<Atom> rest = new ArrayList<>();
            for (Atom atom : view) {
                if (!isImplied(atom, facts, cases)) {
                    List<Atom> parts = atom.parts(forms, facts);
                    (parts.size() <= 1 ? parts : List.of(atom)).stream()
                            .filter(part -> !isImplied(part, facts, cases)).forEach(rest::add);
                }
            }
            long cost = rest.stream().mapToLong(atom -> size(atom)).sum();
            if (best == null || cost < least) {
                best = rest;
                least = cost;
            }
        }
        return best == null
                ? List.of()
                : best.stream().sorted(Comparator.comparing(Atom::form, Writer.BY_SHAPE)).toList();
    }

    private long size(Atom atom) {
        return atom.form().number() != null
                ? 1
                : Graph.nodes(writer.write(Linear.of(atom.form(), forms).part())).size();
    }

    private boolean isImplied(Atom atom, Facts facts, List<Junction> cases) {
        if ((facts.signs(atom.form()) & ~atom.signs()) == 0) {
            return true;
        }
        // in every case that there is
        return cases.stream().anyMatch(junction -> alternatives(junction).stream().allMatch(one -> {
            Facts there = facts.copy();
            learn(one, there);
            return (there.signs(atom.form()) & ~atom.signs()) == 0 || there.isContradictory();
        }));
    }

    private void learn(Condition condition, Facts facts) {
        for (Condition part : Logic.conjuncts(condition)) {
            if (part instanceof Comparison comparison) {
                clause(comparison).learn(facts);
            }
        }
        facts.settle();
    }

    // ---- alternatives

    private static List<Condition> alternatives(Condition condition) {
        if (condition instanceof Junction junction && junction.kind() == Junction.Kind.OR) {
            List<Condition> parts = new ArrayList<>(alternatives(junction.left()));
            parts.addAll(alternatives(junction.right()));
            return parts;
        }
        return List.of(condition);
    }

    private Condition other(Condition condition, Facts facts, List<Junction> cases) {
        if (!(condition instanceof Junction junction) || junction.kind() != Junction.Kind.OR) {
            return condition;
        }
        List<Condition> alternatives = alternatives(junction);
        Facts otherwise = facts.copy();
        Condition said = Truth.FALSE;
        for (Condition alternative : alternatives) {
            Facts there = facts.copy();
            learn(alternative, there);
            if (!there.isContradictory()) {
                said = Logic.or(said, conjunction(Logic.conjuncts(alternative), facts, cases));
            }
            if (alternative instanceof Comparison comparison && Logic.not(comparison) instanceof Comparison opposite) {
                clause(opposite).learn(otherwise);
            }
        }
        // one of them must hold
        otherwise.settle();
        return otherwise.isContradictory() ? Truth.TRUE : said;
    }

    // ---- writing

    private void collect(Atom atom, Map<Form, Map<Rational, Integer>> bounds) {
        if (atom.form().number() == null) {
            Linear linear = Linear.of(atom.form(), forms);
            bounds.computeIfAbsent(linear.part(), _ -> new HashMap<>()).merge(linear.zero(), signs(atom, linear),
                    (a, b) -> a & b);
        }
    }

    private static int signs(Atom atom, Linear linear) {
        return linear.scale().signum() < 0 ? Facts.flip(atom.signs()) : atom.signs();
    }

    /** The question solved for what is bounded, or as it was written if that is as short. */
    private Condition written(Atom atom, Comparison origin, Map<Form, Map<Rational, Integer>> bounds) {
        if (atom.form().number() != null) {
            return Truth.FALSE;
        }
        Linear linear = Linear.of(atom.form(), forms);
        int own = signs(atom, linear);
        int signs = bounds.getOrDefault(linear.part(), Map.of()).getOrDefault(linear.zero(), own);
        boolean turned = linear.part() instanceof Form.Sum sum && manner.isTurned(sum, forms);
        Form part = turned ? forms.negate(linear.part()) : linear.part();
        Form bound = forms.number(turned ? linear.zero().negate() : linear.zero());
        Condition solved = comparison(turned ? Facts.flip(signs) : signs, writer.write(part), writer.write(bound));
        if (signs != own || !isWhole(atom, origin)) {
            return solved;
        }
        Form left = reader.read(origin.left());
        Form right = reader.read(origin.right());
        if (signs == Signs.ZERO) {
            return equation(atom.form());
        }
        Condition same = Comparison.of(origin.relation(), writer.write(left), writer.write(right));
        return Graph.nodes(same).size() < Graph.nodes(solved).size() || isCurved(part) ? same : solved;
    }

    /** A sum with powers stays together with its constant: {@code 1 - 3*x + x^2 > 0}. */
    private static boolean isCurved(Form part) {
        return part instanceof Form.Sum sum && sum.terms.stream().anyMatch(
                term -> term instanceof Form.Product product && product.exponents.stream().anyMatch(e -> !e.isOne()));
    }

    /** The positive terms on the left, the others on the right. */
    private Condition equation(Form form) {
        Forms.SumBuilder left = forms.sum();
        Forms.SumBuilder right = forms.sum();
        search.factoring().terms(form).forEach((term, c) -> (c.signum() > 0 ? left : right).add(c.abs(), term));
        return Comparison.of(Relation.EQUAL, writer.write(left.build()), writer.write(right.build()));
    }

    private boolean isWhole(Atom atom, Comparison origin) {
        return clause(origin).views.getFirst().contains(atom);
    }

    private static Condition comparison(int signs, Expr left, Expr right) {
        for (Relation relation : Relation.values()) {
            if (Signs.of(relation) == signs) {
                return Comparison.of(relation, left, right);
            }
        }
        return Truth.of(signs == Signs.ANY);
    }
}
