package org.adequal.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Range;
import org.adequal.expr.Reduce;
import org.adequal.expr.Row;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.expr.Window;
import org.adequal.number.Rational;

/**
 * From the graph to text in the language: with as few brackets as the grammar allows, and with shared parts named by
 * {@code let} where writing them out again and again would make the text long. Needs no stack, however deep the graph.
 */
public final class Printer {
    /** A text of more nodes than this names its shared parts, if that makes it shorter. */
    private static final double LONG_TEXT = 1000;
    static final int PLAIN_DIGITS = 18;

    private static final int GUARD = -4;
    private static final int OR = -3;
    private static final int AND = -2;
    private static final int NOT = -1;
    private static final int COMPARISON = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int ATOM = 5;

    private final StringBuilder text = new StringBuilder();
    private final Deque<Object> open = new ArrayDeque<>();
    private final Map<Node, String> names;
    private final Set<String> taken;

    /** A node that still has to be written, where at least this precedence is needed. */
    private record Pending(Node node, int precedence) {}

    private Printer(Map<Node, String> names, Set<String> taken) {
        this.names = names;
        this.taken = taken;
    }

    /** The expression or condition as text that reads back as the same graph. */
    public static String print(Node node) {
        Set<String> taken = new HashSet<>();
        List<Node> order = Graph.nodes(node);
        if (ArrayPrinter.concerns(order)) {
            return ArrayPrinter.print(node, order);
        }
        for (Node part : order) {
            if (part instanceof Variable variable) {
                taken.add(variable.name());
            }
        }
        List<Node> shared = sharedParts(node, order);
        Map<Node, String> names = new IdentityHashMap<>();
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Node part : shared) {
            String name = "t" + ++number;
            while (taken.contains(name)) {
                name = "t" + ++number;
            }
            text.append(text.isEmpty() ? "let " : ", ").append(name).append(" = ")
                    .append(new Printer(names, taken).write(part, COMPARISON));
            names.put(part, name);
        }
        if (!text.isEmpty()) {
            text.append(" in ");
        }
        return text.append(new Printer(names, taken).write(node, shared.isEmpty() ? GUARD : OR)).toString();
    }

    /** The parts worth a name, each after those it uses; empty where the text is short enough without. */
    static List<Node> sharedParts(Node root, List<Node> order) {
        Map<Node, Double> size = new IdentityHashMap<>();
        Map<Node, Integer> uses = new IdentityHashMap<>();
        Set<Node> bound = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : order) {
            double own = 1;
            boolean isBound = node instanceof Variable variable && variable.level() > 0 || node instanceof Derivative;
            for (Node argument : node.arguments()) {
                own += size.getOrDefault(argument, 0.0);
                uses.merge(argument, 1, Integer::sum);
                isBound |= bound.contains(argument);
            }
            size.put(node, own);
            if (isBound) {
                bound.add(node);
            }
        }
        List<Node> shared = new ArrayList<>();
        if (size.getOrDefault(root, 0.0) <= Math.max(LONG_TEXT, 1.5 * order.size())) {
            return shared;
        }
        for (Node node : order) {
            if (node != root && node instanceof Expr && uses.getOrDefault(node, 0) > 1
                    && size.getOrDefault(node, 0.0) > 3 && !bound.contains(node)) {
                shared.add(node);
            }
        }
        return shared;
    }

    private String write(Node root, int precedence) {
        open.push(new Pending(root, precedence));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Pending pending -> write(pending);
                case Object piece -> text.append(piece);
            }
        }
        return text.toString();
    }

    private void write(Pending pending) {
        String name = names.get(pending.node);
        if (name != null) {
            text.append(name);
            return;
        }
        List<Object> pieces = new ArrayList<>();
        int own = spell(pending.node, pieces);
        if (own < pending.precedence) {
            pieces.addFirst("(");
            pieces.addLast(")");
        }
        for (Object piece : pieces.reversed()) {
            open.push(piece);
        }
    }

    /** The pieces that the node is written as, and how tightly they hold together. */
    private int spell(Node node, List<Object> pieces) {
        return switch (node) {
            case Constant constant -> number(constant.value(), pieces);
            case Variable variable -> atom(pieces, variable.name());
            case Application application -> application(application, pieces);
            case Choice choice -> choice(choice, pieces);
            case Guard guard -> {
                infix(pieces, guard.value(), guard.value() instanceof Guard ? GUARD : OR, " for ", guard.condition(),
                        OR);
                yield GUARD;
            }
            case Derivative derivative -> derivative(derivative, pieces);
            case Stack stack -> {
                pieces.add("[");
                list(stack.arguments(), pieces);
                pieces.add("]");
                yield ATOM;
            }
            case Truth truth -> {
                pieces.add(truth == Truth.TRUE ? "0 == 0" : "0 != 0");
                yield COMPARISON;
            }
            case Comparison comparison -> {
                infix(pieces, comparison.left(), SUM, " " + comparison.relation().symbol() + " ", comparison.right(),
                        SUM);
                yield COMPARISON;
            }
            case Junction junction -> {
                int own = junction.kind() == Junction.Kind.AND ? AND : OR;
                infix(pieces, junction.left(), own, junction.kind() == Junction.Kind.AND ? " and " : " or ",
                        junction.right(), own + 1);
                yield own;
            }
            case Every every -> {
                pieces.add(new Pending(every.condition(), OR));
                yield OR;
            }
            case View _,Reduce _,Window _,Range _ -> atom(pieces, "?" + node);
            case Negation negation -> {
                pieces.add("not ");
                pieces.add(new Pending(negation.condition(), NOT));
                yield NOT;
            }
        };
    }

    private static int atom(List<Object> pieces, String word) {
        pieces.add(word);
        return ATOM;
    }

    private static void infix(List<Object> pieces, Node left, int leftPrecedence, String symbol, Node right,
            int rightPrecedence) {
        pieces.add(new Pending(left, leftPrecedence));
        pieces.add(symbol);
        pieces.add(new Pending(right, rightPrecedence));
    }

    private static void list(List<? extends Node> nodes, List<Object> pieces) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                pieces.add(", ");
            }
            pieces.add(new Pending(nodes.get(i), COMPARISON));
        }
    }

    private static int number(Rational value, List<Object> pieces) {
        boolean decimal = value.isDecimal();
        pieces.add(decimal ? decimal(value) : value.toString());
        return !decimal ? value.signum() < 0 ? SUM : PRODUCT : value.signum() < 0 ? SIGN : ATOM;
    }

    /** The shortest decimal text of a number that has one, exactly. */
    private static String decimal(Rational value) {
        String plain = value.toDecimal().toPlainString();
        return plain.length() <= PLAIN_DIGITS
                ? plain
                : value.toDecimal().toString().replace("E+", "e").replace('E', 'e');
    }

    private static int application(Application application, List<Object> pieces) {
        Primitive primitive = application.primitive();
        String name = primitive.names().getFirst();
        int own = primitive.notation().precedence();
        switch (primitive.notation().fixity()) {
            case CALL -> {
                pieces.add(name);
                if (primitive.arity() > 0) {
                    pieces.add("(");
                    list(application.arguments(), pieces);
                    pieces.add(")");
                }
            }
            case PREFIX -> {
                pieces.add(name);
                pieces.add(new Pending(application.argument(0), own));
            }
            case INFIX -> {
                boolean power = own > SIGN;
                String symbol = own == SUM ? " " + name + " " : name;
                // a sign may stand first in a product or sum, but is bracketed behind an operator
                int right = power ? own : Math.max(own + 1, SIGN + 1);
                infix(pieces, application.argument(0), power ? ATOM : own, symbol, application.argument(1),
                        own == SUM && !isSigned(application.argument(1)) ? PRODUCT : right);
            }
        }
        return own;
    }

    /** Whether its text begins with a minus. */
    private static boolean isSigned(Expr expression) {
        Expr first = expression;
        while (first instanceof Application application
                && application.primitive().notation().fixity() == Row.Fixity.INFIX
                && application.primitive().notation().precedence() == PRODUCT) {
            first = application.argument(0);
        }
        return first instanceof Constant constant && constant.value().signum() < 0
                || first instanceof Application prefix
                        && prefix.primitive().notation().fixity() == Row.Fixity.PREFIX;
    }

    private static int choice(Choice choice, List<Object> pieces) {
        boolean several = choice.otherwise() instanceof Choice;
        pieces.add(several ? "piecewise(" : "if(");
        Expr rest = choice;
        while (rest instanceof Choice next && (several || rest == choice)) {
            pieces.add(new Pending(next.condition(), OR));
            pieces.add(", ");
            pieces.add(new Pending(next.then(), COMPARISON));
            pieces.add(", ");
            rest = next.otherwise();
        }
        pieces.add(new Pending(rest, COMPARISON));
        pieces.add(")");
        return ATOM;
    }

    private String freshName(String base) {
        int number = 1;
        while (!taken.add(base + "_" + number)) {
            number++;
        }
        return base + "_" + number;
    }

    /** {@code diff(u, x)}, behind a {@code let} where the derivative is not taken at x itself. */
    private int derivative(Derivative derivative, List<Object> pieces) {
        Variable variable = derivative.variable();
        String name = variable.name();
        boolean plain = derivative.at() instanceof Variable at && at.name().equals(name);
        // deeper variables of that name are bound inside the body, and hide nothing there
        boolean clash = Graph.nodes(derivative.body()).stream().anyMatch(node -> node instanceof Variable other
                && other.name().equals(variable.name()) && other.level() < variable.level());
        if (clash) {
            name = freshName(variable.name());
            names.put(variable, name);
        }
        boolean let = clash || !plain;
        if (let) {
            pieces.add("let " + name + " = ");
            pieces.add(new Pending(derivative.at(), COMPARISON));
            pieces.add(" in ");
        }
        pieces.add("diff(");
        pieces.add(new Pending(derivative.body(), COMPARISON));
        pieces.add(", " + name + ")");
        return let ? OR : ATOM;
    }
}
