package org.adequal.syntax;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayNode;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
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
 * Formulas as books print them: fractions, roots and powers in two dimensions. Shared parts of a long formula get names,
 * as in {@link Printer}. Operations on arrays are written in the language, as a text. No stack is needed, however deep the graph.
 */
public final class Typeset {
    private static final int GUARD = -4;
    private static final int OR = -3;
    private static final int AND = -2;
    private static final int NOT = -1;
    private static final int COMPARISON = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int CALL = 5;
    private static final int ATOM = 6;

    private final MathNotation notation;
    private final Map<Node, Part> done = new IdentityHashMap<>();

    /** A part as written, and how tightly it holds together. */
    private record Part(String text, int precedence, boolean startsWithDigit) {
        Part(String text, int precedence) {
            this(text, precedence, false);
        }
    }

    private Typeset(MathNotation notation) {
        this.notation = notation;
    }

    /** For math mode of LaTeX with amsmath. */
    public static String latex(Node node) {
        return new Typeset(new Latex()).whole(node);
    }

    /** An element {@code math} for a page. */
    public static String mathMl(Node node) {
        return new Typeset(new MathMl()).whole(node);
    }

    private String whole(Node root) {
        List<Node> order = Graph.nodes(root);
        if (order.stream().anyMatch(node -> !(node instanceof Stack)
                && (node instanceof ArrayNode || node instanceof Every))) {
            return notation.whole(notation.verbatim(Printer.print(root)));
        }
        List<Node> shared = Printer.sharedParts(root, order);
        List<List<String>> definitions = new ArrayList<>();
        Set<String> taken = Graph.variables(root).stream().map(Variable::name).collect(Collectors.toSet());
        int number = 0;
        for (Node node : order) {
            Part set = set(node);
            if (shared.contains(node)) {
                String free = "t" + ++number;
                while (taken.contains(free)) {
                    free = "t" + ++number;
                }
                String name = notation.name(free);
                definitions.add(List.of(name, notation.row(List.of(notation.operator("=="), set.text))));
                set = new Part(name, ATOM);
            }
            done.put(node, set);
        }
        String result = at(root, GUARD);
        if (!definitions.isEmpty()) {
            definitions.add(List.of("", result));
            result = notation.definitions(definitions);
        }
        return notation.whole(result);
    }

    /** A part for a place that asks for this precedence. */
    private String at(Node node, int precedence) {
        Part set = part(node);
        return set.precedence < precedence ? notation.fenced("(", set.text, ")") : set.text;
    }

    private Part part(Node node) {
        Part set = done.get(node);
        if (set == null) {
            throw new IllegalStateException("arguments come first");
        }
        return set;
    }

    private Part set(Node node) {
        return switch (node) {
            case Constant constant -> number(constant.value());
            case Variable variable -> new Part(notation.name(variable.name()), ATOM);
            case Application application -> application(application);
            case Choice choice -> new Part(notation.cases(List.of(
                    List.of(at(choice.then(), COMPARISON), condition(choice.condition())),
                    List.of(at(choice.otherwise(), COMPARISON), notation.word("otherwise")))), CALL);
            case Guard guard -> new Part(notation.row(List.of(at(guard.value(), OR), condition(guard.condition()))),
                    GUARD);
            case Derivative derivative -> derivative(derivative);
            case View _,Reduce _,Window _,Range _,Every _ -> throw new AssertionError("written as text");
            case Stack stack -> new Part(notation.fenced("[", list(stack.arguments()), "]"), ATOM);
            case Truth truth -> new Part(notation.word(truth == Truth.TRUE ? "always" : "never"), ATOM);
            case Comparison comparison -> infix(comparison.left(), SUM, comparison.relation().symbol(),
                    comparison.right(), SUM, COMPARISON);
            case Junction junction -> {
                boolean and = junction.kind() == Junction.Kind.AND;
                int own = and ? AND : OR;
                yield infix(junction.left(), own, and ? "and" : "or", junction.right(), own + 1, own);
            }
            case Negation negation ->
                new Part(notation.row(List.of(notation.operator("not"), at(negation.condition(), CALL))), NOT);
        };
    }

    private String condition(Node condition) {
        return notation.row(List.of(notation.word("for"), at(condition, OR)));
    }

    private String list(List<? extends Node> nodes) {
        List<String> parts = new ArrayList<>();
        for (Node node : nodes) {
            if (!parts.isEmpty()) {
                parts.add(notation.operator(","));
            }
            parts.add(at(node, COMPARISON));
        }
        return notation.row(parts);
    }

    private Part infix(Node left, int leftPrecedence, String symbol, Node right, int rightPrecedence, int own) {
        // no two signs side by side
        int needed = own >= SUM && part(right).precedence == SIGN ? POWER : rightPrecedence;
        return new Part(notation.row(List.of(at(left, leftPrecedence), notation.operator(symbol),
                at(right, needed))), own, part(left).startsWithDigit && part(left).precedence >= leftPrecedence);
    }

    private Part number(Rational value) {
        if (value.isDecimal()) {
            String digits = value.toDecimal().toPlainString();
            if (digits.length() > Printer.PLAIN_DIGITS) {
                String[] parts = value.toDecimal().stripTrailingZeros().toString().split("E", -1);
                if (parts.length == 2) {
                    return new Part(notation.row(List.of(notation.number(parts[0]), notation.operator("*"),
                            notation.raised(notation.number("10"), notation.number(parts[1].replace("+", ""))))),
                            value.signum() < 0 ? SIGN : PRODUCT, true);
                }
            }
            return new Part(notation.number(digits), value.signum() < 0 ? SIGN : ATOM, true);
        }
        String fraction = notation.fraction(notation.number(value.numerator().abs().toString()),
                notation.number(value.denominator().toString()));
        return value.signum() < 0
                ? new Part(notation.row(List.of(notation.operator("-prefix"), fraction)), SIGN)
                : new Part(fraction, PRODUCT, true);
    }

    private Part derivative(Derivative derivative) {
        String d = notation.fraction(notation.name("d"),
                notation.row(List.of(notation.name("d"), notation.name(derivative.variable().name()))));
        String body = notation.row(List.of(d, at(derivative.body(), POWER)));
        boolean itself = derivative.at() instanceof Variable at && at.name().equals(derivative.variable().name());
        return new Part(itself
                ? body
                : notation.row(List.of(body, notation.word("at"), notation.name(derivative.variable().name()),
                        notation.operator("=="), at(derivative.at(), SUM))),
                itself ? PRODUCT : GUARD);
    }

    private Part application(Application application) {
        String name = application.primitive().names().getFirst();
        Row.Notation written = application.primitive().notation();
        List<Node> arguments = application.arguments();
        return switch (written.fixity()) {
            case PREFIX -> new Part(notation.row(List.of(notation.operator("-prefix"), at(arguments.getFirst(), SIGN))),
                    SIGN);
            case INFIX -> infix(name, arguments.get(0), arguments.get(1), written.precedence());
            case CALL -> call(name, arguments);
        };
    }

    private Part infix(String name, Node left, Node right, int own) {
        return switch (name) {
            case "/" -> new Part(notation.fraction(at(left, COMPARISON), at(right, COMPARISON)), PRODUCT,
                    true);
            case "^" -> new Part(notation.raised(at(left, CALL), at(right, COMPARISON)), POWER,
                    part(left).startsWithDigit);
            case "*" -> {
                String first = at(left, PRODUCT);
                boolean plain = left instanceof Constant && !part(right).startsWithDigit
                        && part(right).precedence > PRODUCT && part(right).precedence != SIGN;
                yield plain
                        ? new Part(notation.row(List.of(first, at(right, PRODUCT))), PRODUCT, true)
                        : infix(left, PRODUCT, "*", right, PRODUCT + 1, PRODUCT);
            }
            default -> infix(left, own, name, right, own + 1, own);
        };
    }

    private Part call(String name, List<Node> arguments) {
        return switch (name) {
            case "sqrt" -> new Part(notation.root(at(arguments.getFirst(), COMPARISON), 2), ATOM);
            case "cbrt" -> new Part(notation.root(at(arguments.getFirst(), COMPARISON), 3), ATOM);
            case "abs" -> new Part(notation.fenced("|", at(arguments.getFirst(), COMPARISON), "|"), ATOM);
            case "floor" -> new Part(notation.fenced("⌊", at(arguments.getFirst(), COMPARISON), "⌋"), ATOM);
            case "ceil" -> new Part(notation.fenced("⌈", at(arguments.getFirst(), COMPARISON), "⌉"), ATOM);
            case "exp" -> new Part(notation.raised(notation.name("e"), at(arguments.getFirst(), COMPARISON)), POWER);
            default -> arguments.isEmpty()
                    ? new Part(notation.name(name), ATOM)
                    : new Part(notation.row(List.of(notation.function(name),
                            notation.fenced("(", list(arguments), ")"))), CALL);
        };
    }
}
