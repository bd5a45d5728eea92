package org.adequal.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.calculus.Rules;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Logic;
import org.adequal.expr.Node;
import org.adequal.expr.Relation;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.adequal.syntax.Printer;
import org.jspecify.annotations.Nullable;

/** Which part of a formula fails at a point, in words: the first that does, of those that count there. */
final class Blame {
    private static final int LONGEST_TEXT = 80;
    private static final int BOX_BITS = 64;

    private final Expr root;
    private final List<Node> order;
    private final Map<Node, Condition> domains = new IdentityHashMap<>();
    private final Map<Node, Condition> smooth = new IdentityHashMap<>();
    private final Program program;
    private final List<Variable> variables;

    Blame(Expr root, List<Variable> variables) {
        this.root = root;
        this.variables = variables;
        order = Graph.nodes(root);
        Set<Node> dependents = Graph.dependents(order, variables);
        List<Node> outputs = new ArrayList<>(List.of(root));
        for (Node node : order) {
            Condition domain = domain(node);
            Condition ordinary = ordinary(node, dependents);
            if (domain != Truth.TRUE) {
                domains.put(node, domain);
                outputs.add(domain);
            }
            if (ordinary != Truth.TRUE) {
                smooth.put(node, ordinary);
                outputs.add(ordinary);
            }
        }
        program = Program.of(outputs, variables);
    }

    private static Condition domain(Node node) {
        return switch (node) {
            case Application application -> Rules.domain(application);
            case Guard guard -> guard.condition();
            default -> Truth.TRUE;
        };
    }

    private static Condition ordinary(Node node, Set<Node> dependents) {
        Condition all = Truth.TRUE;
        switch (node) {
            case Application application -> {
                for (int i = 0; i < application.arguments().size(); i++) {
                    if (dependents.contains(application.argument(i))) {
                        all = Logic.and(all, Rules.smooth(application, i));
                    }
                }
            }
            case Comparison c when dependents.contains(c) ->
                all = Logic.compare(Relation.NOT_EQUAL, c.left(), c.right());
            default -> {
            }
        }
        return all;
    }

    /** Why there is no value at the point; where doubles find no culprit, what was found otherwise. */
    String undefined(double[] point, String otherwise) {
        Program.Evaluation evaluation = program.evaluate(point);
        Node culprit = first(evaluation, domains);
        Condition domain = culprit == null ? null : domains.get(culprit);
        if (culprit == null || domain == null) {
            return otherwise;
        }
        return culprit instanceof Application application
                ? text(culprit) + " is undefined here: it needs "
                        + (domain instanceof Truth
                                ? text(Rules.domainAsWritten(application))
                                : describe(domain, evaluation))
                : "undefined here: it is given only for " + describe(domain, evaluation);
    }

    /** Why the point is not surely smooth; null if no single part is to blame. */
    @Nullable
    String notOrdinary(double[] point) {
        Program.Evaluation evaluation = program.evaluate(point);
        Node culprit = first(evaluation, smooth);
        Condition condition = culprit == null ? null : smooth.get(culprit);
        if (culprit == null || condition == null) {
            return null;
        }
        return culprit instanceof Comparison
                ? "the sides of " + text(culprit) + " are equal here"
                : "the rule for " + text(culprit) + " does not hold here, where " + text(Logic.not(condition));
    }

    /** Which part fails on a box, or is not decided there. */
    String over(List<Interval> box, boolean undefined) {
        Map<Node, Condition> conditions = undefined ? domains : smooth;
        List<Node> outputs = new ArrayList<>(conditions.values());
        EnclosureProgram.Enclosures found = EnclosureProgram.of(outputs, variables).over(box, BOX_BITS);
        for (Node node : order) {
            Condition condition = conditions.get(node);
            if (condition == null) {
                continue;
            }
            Certainty holds = found.of(condition);
            if (undefined ? holds == Certainty.FALSE : holds != Certainty.TRUE) {
                String needs = node instanceof Application application && undefined
                        ? text(Rules.domainAsWritten(application))
                        : text(condition);
                return node instanceof Comparison
                        ? "the sides of " + text(node) + " may be equal"
                        : node instanceof Guard ? "it is given only for " + needs : text(node) + " needs " + needs;
            }
        }
        return undefined ? "some part is undefined" : "some rule is not shown to hold";
    }

    /** The first node, of those that count at the point, whose condition does not hold. */
    private @Nullable Node first(Program.Evaluation evaluation, Map<Node, Condition> conditions) {
        Map<Node, Node> culprits = new IdentityHashMap<>();
        for (Node node : order) {
            Node culprit = firstBelow(node, evaluation, culprits);
            if (culprit == null && conditions.get(node) instanceof Condition own && evaluation.of(own) != 1) {
                culprit = node;
            }
            if (culprit != null) {
                culprits.put(node, culprit);
            }
        }
        return culprits.get(root);
    }

    private static @Nullable Node firstBelow(Node node, Program.Evaluation evaluation, Map<Node, Node> culprits) {
        if (node instanceof Choice choice) {
            Node condition = culprits.get(choice.condition());
            return condition != null
                    ? condition
                    : culprits.get(evaluation.of(choice.condition()) == 1 ? choice.then() : choice.otherwise());
        }
        if (node instanceof Junction junction) {
            boolean decides = evaluation.of(junction.left()) == (junction.kind() == Junction.Kind.AND ? 0 : 1);
            Node left = culprits.get(junction.left());
            return left != null || decides ? left : culprits.get(junction.right());
        }
        for (Node argument : node.arguments()) {
            Node culprit = culprits.get(argument);
            if (culprit != null) {
                return culprit;
            }
        }
        return null;
    }

    /** The condition with the value that fails it. */
    private static String describe(Condition condition, Program.Evaluation evaluation) {
        String needs = text(condition);
        return condition instanceof Comparison comparison && comparison.left().exactValue() == null
                && Double.isFinite(evaluation.of(comparison.left()))
                        ? needs + ", and " + text(comparison.left()) + " is "
                                + Numbers.show(evaluation.of(comparison.left()))
                        : needs;
    }

    private static String text(Node node) {
        String text = Printer.print(node);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
