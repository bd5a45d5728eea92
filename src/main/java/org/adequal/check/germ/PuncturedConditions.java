package org.adequal.check.germ;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.adequal.check.germ.LocalModel.Symbol;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Every;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Relation;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** Conditions at all points near a point but that point itself. */
record PuncturedConditions(Field field, Function<Node, LocalModel> models) {

    private enum Truths {
        ALWAYS,
        NEVER,
        OPEN;

        Truths not() {
            return this == OPEN ? OPEN : this == ALWAYS ? NEVER : ALWAYS;
        }

        Truths and(Truths other) {
            return this == NEVER || other == NEVER ? NEVER : this == ALWAYS && other == ALWAYS ? ALWAYS : OPEN;
        }
    }

    /** Whether it holds at all points around, among the variables that it depends on. */
    boolean holdsAround(Condition condition, Set<Variable> on) {
        return truth(condition, on) == Truths.ALWAYS;
    }

    /**
     * The choice as a function of these variables.
     *
     * @param there whether the condition holds at the point itself; null if that has no answer
     */
    LocalModel choose(Choice choice, Set<Variable> on, @Nullable Boolean there) {
        Condition condition = choice.condition();
        Set<Variable> own = variables(condition, on);
        Truths truth = truth(condition, own);
        if (truth != Truths.OPEN
                && (own.size() == on.size() || there != null && there == (truth == Truths.ALWAYS))) {
            return models.apply(truth == Truths.ALWAYS ? choice.then() : choice.otherwise()).widened(on);
        }
        LocalModel then = models.apply(choice.then()).widened(on);
        LocalModel otherwise = models.apply(choice.otherwise()).widened(on);
        List<LocalModel> zerosElse = zeros(condition, false);
        return zerosElse.isEmpty()
                ? switched(otherwise, then, new Symbol(condition, Rational.ZERO), zeros(condition, true))
                : switched(then, otherwise, new Symbol(List.of(condition), Rational.ZERO), zerosElse);
    }

    /** The base, and the other function where the indicator is 1; there these vanish. */
    private LocalModel switched(LocalModel base, LocalModel other, Symbol indicator, List<LocalModel> zeros) {
        LocalModel difference = reduced(other.plus(field, base.scaled(field, Coefficient.MINUS_ONE)), zeros);
        return base.plus(field, LocalModel.symbol(indicator, base.variables()).times(field, difference));
    }

    private Set<Variable> variables(Condition condition, Set<Variable> all) {
        Set<Variable> found = new java.util.HashSet<>();
        for (Node node : org.adequal.expr.Graph.variables(condition)) {
            if (node instanceof Variable variable && all.contains(variable)) {
                found.add(variable);
            }
        }
        return found;
    }

    private Truths truth(Condition condition, Set<Variable> on) {
        return switch (condition) {
            case Truth truth -> truth == Truth.TRUE ? Truths.ALWAYS : Truths.NEVER;
            case Every _ -> throw new IllegalArgumentException("an array is looked at element by element");
            case Negation negation -> truth(negation.condition(), on).not();
            case Comparison comparison -> compare(comparison, on);
            case Junction junction -> {
                boolean and = junction.kind() == Junction.Kind.AND;
                Truths left = truth(junction.left(), on);
                Truths right = truth(junction.right(), on);
                Truths plain = and ? left.and(right) : left.not().and(right.not()).not();
                yield plain != Truths.OPEN || !isPoint(zeros(junction, and), variables(junction, on))
                        ? plain
                        : and ? Truths.NEVER : Truths.ALWAYS;
            }
        };
    }

    private LocalModel difference(Comparison comparison) {
        return models.apply(comparison.left()).plus(field,
                models.apply(comparison.right()).scaled(field, Coefficient.MINUS_ONE));
    }

    private Truths compare(Comparison comparison, Set<Variable> on) {
        LocalModel difference = difference(comparison).widened(on);
        if (difference.isConstant() && difference.terms().isEmpty()) {
            return comparison.relation().holds(0) ? Truths.ALWAYS : Truths.NEVER;
        }
        boolean limited = difference.hasLimit();
        int limit = limited ? field.sign(difference.limit()) : 0;
        if (limit != 0) {
            return comparison.relation().holds(limit) ? Truths.ALWAYS : Truths.NEVER;
        }
        if (!limited && difference.lower() == null) {
            return Truths.OPEN;
        }
        boolean zero = difference.lower() == null;
        boolean above = difference.sign() >= 0;
        boolean below = difference.sign() <= 0;
        Relation relation = comparison.relation();
        boolean mayHold = zero && relation.holds(0) || above && relation.holds(1) || below && relation.holds(-1);
        boolean mayFail = zero && !relation.holds(0) || above && !relation.holds(1) || below && !relation.holds(-1);
        return mayHold && mayFail ? Truths.OPEN : mayHold ? Truths.ALWAYS : Truths.NEVER;
    }

    /** What is 0 wherever the condition holds (or, asked so, fails); nothing if that is not such a set. */
    private List<LocalModel> zeros(Condition condition, boolean holds) {
        return switch (condition) {
            case Every _ -> throw new IllegalArgumentException("an array is looked at element by element");
            case Negation negation -> zeros(negation.condition(), !holds);
            case Comparison comparison when comparison.relation() == (holds ? Relation.EQUAL : Relation.NOT_EQUAL) ->
                List.of(difference(comparison));
            case Junction junction when (junction.kind() == Junction.Kind.AND) == holds -> {
                List<LocalModel> both = new ArrayList<>(zeros(junction.left(), holds));
                both.addAll(zeros(junction.right(), holds));
                yield both;
            }
            case Comparison _,Junction _,Truth _ -> List.of();
        };
    }

    /** Linear parts of what vanishes; those that are not known are left out. */
    private List<Map<Variable, Coefficient>> forms(List<LocalModel> zeros) {
        List<Map<Variable, Coefficient>> forms = new ArrayList<>();
        for (LocalModel zero : zeros) {
            Map<Variable, Coefficient> form = zero.hasLimit() && zero.limit().isZero() ? zero.gradient(field) : null;
            if (form != null && form.values().stream().anyMatch(c -> !field.isProvenZero(c))) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** Whether the linear parts of what vanishes leave no direction: then all is O(|h|^r), r &gt; 1, of itself, so 0. */
    private boolean isPoint(List<LocalModel> zeros, Set<Variable> on) {
        return echelon(forms(zeros)).size() == on.size();
    }

    private List<Map<Variable, Coefficient>> echelon(List<Map<Variable, Coefficient>> forms) {
        List<Map<Variable, Coefficient>> rows = new ArrayList<>();
        for (Map<Variable, Coefficient> form : forms) {
            Map<Variable, Coefficient> rest = against(rows, form);
            if (!rest.isEmpty()) {
                rows.add(rest);
            }
        }
        return rows;
    }

    /** The form less multiples of the rows, which each have a leading variable that later rows lack. */
    private Map<Variable, Coefficient> against(List<Map<Variable, Coefficient>> rows, Map<Variable, Coefficient> form) {
        Map<Variable, Coefficient> rest = new HashMap<>(form);
        rest.values().removeIf(c -> field.sign(c) == 0);
        for (Map<Variable, Coefficient> row : rows) {
            Variable leader = leader(row);
            Coefficient own = rest.get(leader);
            if (own != null) {
                Coefficient factor = field.divide(own, row.getOrDefault(leader, Coefficient.ONE));
                row.forEach((variable, c) -> rest.merge(variable, field.negate(field.times(factor, c)), field::plus));
                rest.remove(leader);
                rest.values().removeIf(c -> field.sign(c) == 0);
            }
        }
        return rest;
    }

    private static Variable leader(Map<Variable, Coefficient> row) {
        return row.keySet().stream().min((a, b) -> a.name().compareTo(b.name())).orElseThrow();
    }

    /** The model, where these vanish: its linear part is then known but for multiples of theirs. */
    private LocalModel reduced(LocalModel model, List<LocalModel> zeros) {
        Map<Variable, Coefficient> gradient = model.gradient(field);
        if (gradient == null || !model.limit().isZero() || zeros.isEmpty()
                || zeros.stream().anyMatch(zero -> !zero.hasLimit() || zero.gradient(field) == null)
                || !against(echelon(forms(zeros)), gradient).isEmpty()) {
            return model;
        }
        Rational least = beyondLinear(model);
        for (LocalModel zero : zeros) {
            Rational own = beyondLinear(zero);
            least = own.compareTo(least) < 0 ? own : least;
        }
        return LocalModel.bounded(model.variables(), least, null, 0).known(null, 0, true);
    }

    /** What a model with a gradient is but for its linear part is O(|h|^this); more than 1. */
    private static Rational beyondLinear(LocalModel model) {
        Rational least = model.remainder() == null ? Rational.TWO : model.remainder();
        for (Map<Symbol, Integer> factors : model.terms().keySet()) {
            Rational weight = LocalModel.weight(factors);
            least = weight.compareTo(Rational.ONE) > 0 && weight.compareTo(least) < 0 ? weight : least;
        }
        return least;
    }
}
