package org.adequal.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Row;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

/** Statements that compute scalars: a part used more than once, or too long for a line, is named once. */
final class Body {
    private static final int LONGEST = 70;
    private static final int LOOSE = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 4;
    private static final int ATOM = 9;

    private final Language language;
    private final Map<Node, Text> texts = new IdentityHashMap<>();
    private final List<String> statements = new ArrayList<>();
    private final Set<String> taken;
    private int temporaries;

    /** A text of code, and how tightly it holds together: as a sum, a product, an atom. */
    private record Text(String code, int precedence) {}

    /** The name in code of each variable: no two are the same. */
    static Map<Variable, String> names(List<Variable> variables, Language language) {
        Map<Variable, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Variable variable : variables) {
            String name = language.name(variable.name());
            while (!taken.add(name)) {
                name += "_";
            }
            names.put(variable, name);
        }
        return names;
    }

    /** @param outputs scalars without derivative operators, over the variables named */
    Body(List<Expr> outputs, Map<Variable, String> names, Language language) {
        this.language = language;
        this.taken = new HashSet<>(names.values());
        names.forEach((variable, name) -> texts.put(variable, new Text(name, ATOM)));
        Map<Node, Integer> uses = new IdentityHashMap<>();
        List<Node> order = Graph.nodes(outputs);
        order.forEach(node -> node.arguments().forEach(argument -> uses.merge(argument, 1, Integer::sum)));
        outputs.forEach(output -> uses.merge(output, 1, Integer::sum));
        for (Node node : order) {
            if (texts.containsKey(node)) {
                continue;
            }
            Text text = text(node);
            boolean worth = node instanceof Expr && !(node instanceof Constant)
                    && (uses.getOrDefault(node, 0) > 1 && (text.precedence < ATOM || text.code.contains("("))
                            || text.code.length() > LONGEST);
            texts.put(node, worth ? temporary(text) : text);
        }
    }

    /** The statements without indentation, in order. */
    List<String> statements() {
        return statements;
    }

    /** The text of an output. */
    String of(Expr output) {
        return get(output).code;
    }

    private Text get(Node node) {
        Text text = texts.get(node);
        if (text == null) {
            throw new IllegalArgumentException("not part of the outputs: " + node);
        }
        return text;
    }

    private Text temporary(Text text) {
        String name;
        do {
            name = "t" + ++temporaries;
        } while (!taken.add(name));
        statements.add(switch (language) {
            case JAVA, C -> "double " + name + " = " + text.code + ";";
            case NUMPY -> name + " = " + text.code;
        });
        return new Text(name, ATOM);
    }

    private Text text(Node node) {
        return switch (node) {
            case Constant constant -> number(constant.value());
            case Application application -> application(application);
            case Choice choice -> new Text(language.choice(code(choice.condition()), code(choice.then()),
                    code(choice.otherwise())), ATOM);
            case Guard guard -> new Text(language.choice(code(guard.condition()), code(guard.value()),
                    language.notANumber()), ATOM);
            case Truth truth -> new Text(truth == Truth.TRUE ? "1 == 1" : "1 == 0", LOOSE);
            case Comparison comparison -> new Text(code(comparison.left()) + " " + comparison.relation().symbol() + " "
                    + code(comparison.right()), LOOSE);
            case Junction junction -> new Text(junction.kind() == Junction.Kind.AND
                    ? language.both(code(junction.left()), code(junction.right()))
                    : language.either(code(junction.left()), code(junction.right())), LOOSE);
            case Negation negation -> new Text(language.not(code(negation.condition())), ATOM);
            default -> throw new IllegalArgumentException("this cannot be written as code: " + node);
        };
    }

    private String code(Node node) {
        return get(node).code;
    }

    private String bracketed(Node node, int precedence) {
        Text text = get(node);
        return text.precedence >= precedence ? text.code : "(" + text.code + ")";
    }

    /** Whole numbers and decimals as they are, others as a quotient. */
    private static Text number(Rational value) {
        if (value.isDecimal()) {
            double nearest = value.doubleValue();
            return new Text(Double.toString(nearest), nearest < 0 ? PRODUCT : ATOM);
        }
        return new Text(
                Rational.of(value.numerator()).doubleValue() + "/" + Rational.of(value.denominator()).doubleValue(),
                PRODUCT);
    }

    private Text application(Application application) {
        Primitive primitive = application.primitive();
        Row.Fixity fixity = primitive.notation().fixity();
        int own = primitive.notation().precedence();
        if (fixity == Row.Fixity.PREFIX) {
            return new Text("-" + bracketed(application.argument(0), own), PRODUCT);
        }
        if (fixity == Row.Fixity.INFIX && own < POWER) {
            boolean sum = own == SUM;
            String symbol = sum ? " " + primitive.names().getFirst() + " " : primitive.names().getFirst();
            String right = bracketed(application.argument(1), own + 1);
            return new Text(bracketed(application.argument(0), own) + symbol
                    + (right.startsWith("-") ? "(" + right + ")" : right), own);
        }
        if (primitive == Primitive.INTEGER_POWER || primitive == Primitive.POWER) {
            Rational exponent = application.argument(1).exactValue();
            Text base = get(application.argument(0));
            if (exponent != null && exponent.equals(Rational.of(2)) && base.precedence == ATOM
                    && !base.code.contains("(")) {
                return new Text(base.code + "*" + base.code, PRODUCT);
            }
        }
        String function = language.function(primitive);
        if (function != null) {
            String arguments = application.arguments().stream().map(this::code).collect(Collectors.joining(", "));
            if (primitive == Primitive.POLYGAMMA && application.argument(0).exactValue() instanceof Rational order) {
                // the order is an integer in each of the languages
                arguments = order + ", " + code(application.argument(1));
            }
            return new Text(function + "(" + arguments + ")", ATOM);
        }
        String code = language.composed(primitive, application.arguments().stream().map(this::atom).toList());
        if (code == null) {
            throw new Missing(primitive.names().getFirst(), language);
        }
        return new Text(code, application.arguments().isEmpty() ? ATOM : LOOSE);
    }

    /** A text that may be repeated and stand beside any operator. */
    private String atom(Node argument) {
        Text text = get(argument);
        return text.precedence == ATOM ? text.code : "(" + text.code + ")";
    }

    /** A function that the language does not have. */
    static final class Missing extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Missing(String function, Language language) {
            super(function + " has no counterpart in "
                    + (language == Language.NUMPY ? "NumPy and SciPy" : language == Language.C ? "C" : "Java"));
        }
    }
}
