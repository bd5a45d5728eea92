package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.adequal.expr.Primitive;
import org.adequal.expr.Row;
import org.adequal.syntax.ArrayHelp;
import org.adequal.syntax.Definition;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Prelude;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/** Help in words: the statements, or one function from its row of the table. */
final class Help {
    private static final String OVERVIEW = """
            x0^2 + x1^2                      a formula, remembered as ans
            x0^2 + x1^2 at (3, 4)            its value
            f(x, y) = x^2*y      a = 3       definitions
            diff f wrt x                     derivative; wrt x, x or wrt x, 2: the second
            diff f along (1, -1) at (0, 0)   directional derivative
            grad f       hessian f at (1, 2) all first, all second derivatives
            check f at (1, 2)                exact derivatives beside central differences
            check f on x = 0..1, y = 0..1    the same at random points, with points = 1000, seed = 7
            check f at (1, 2) claiming (3, 4)   judges somebody's gradient
            check f against "claims.csv"        and those of a file, or against program "python3 my_grad.py"
            check f at 5 with scheme = forward, h = 1e-4     steps = 16: the error against h
            minimize f from (-3, 4)          a point where f is least; by descent with rate = 0.1
            simplify x*x + x*x
            plot f on x = 0..20 with tangent at x = 5     plot f, diff(f, x)     to "file.svg", .png, .html
            plot f on x = -3..3, y = -3..3   a map       plot grad f: arrows downhill
            plot error of diff(f, x) at 5    error against step      plot graph of f at (1, 2)
            report f at (1, 2) to "page.html"   all about f at a point
            who    forget f    help sin    quit
            var x[n], A[n,n]                 declares arrays; f(x[n]) = sum(x^2) takes one
            functions: %s
            of arrays: %s""";

    private Help() {}

    static String about(@Nullable String topic, Definitions definitions) {
        if (topic == null) {
            return OVERVIEW.formatted(wrapped(functions()), wrapped(ArrayHelp.names()));
        }
        Definition definition = definitions.get(topic) != null
                ? definitions.get(topic)
                : Prelude.definitions().get(topic);
        if (definition != null) {
            return definition.toString();
        }
        List<Primitive> rows = Arrays.stream(Primitive.values()).filter(row -> row.names().contains(topic)).toList();
        if (!rows.isEmpty()) {
            return rows.stream().map(Help::row).collect(Collectors.joining("\n"))
                    + (ArrayHelp.of(topic) instanceof String usage ? "\n" + usage : "");
        }
        if (ArrayHelp.of(topic) instanceof String usage) {
            return usage;
        }
        List<String> known = new ArrayList<>(functions());
        known.addAll(ArrayHelp.names());
        String suggestion = Spelling.suggestion(topic, known);
        return "no help on " + topic + (suggestion == null ? "; help lists all" : "; did you mean " + suggestion + "?");
    }

    private static List<String> functions() {
        List<String> names = new ArrayList<>(Arrays.stream(Primitive.values())
                .filter(row -> row.notation().fixity() == Row.Fixity.CALL).map(row -> row.names().getFirst()).toList());
        Prelude.definitions().all().forEach(definition -> names.add(definition.name()));
        return names.stream().distinct().toList();
    }

    private static String wrapped(List<String> words) {
        StringBuilder text = new StringBuilder();
        int line = 11;
        for (String word : words) {
            if (line + word.length() > 78) {
                text.append("\n  ");
                line = 2;
            }
            text.append(word).append(' ');
            line += word.length() + 1;
        }
        return text.toString().stripTrailing();
    }

    /** What a function takes and is, in one line. */
    static Optional<String> signature(String name, Definitions definitions) {
        Definition definition = definitions.get(name) != null
                ? definitions.get(name)
                : Prelude.definitions().get(name);
        if (definition != null) {
            return Optional.of(definition.toString());
        }
        return Arrays.stream(Primitive.values()).filter(row -> row.names().contains(name))
                .map(row -> usage(row) + ": " + row.help()).findFirst();
    }

    private static String usage(Primitive row) {
        String name = row.names().getFirst();
        String parameters = String.join(", ", row.parameters());
        return switch (row.notation().fixity()) {
            case CALL -> row.arity() == 0 ? name : name + "(" + parameters + ")";
            case PREFIX -> name + parameters;
            case INFIX -> row.parameters().get(0) + " " + name + " " + row.parameters().get(1);
        };
    }

    private static String row(Primitive row) {
        StringBuilder text = new StringBuilder(usage(row)).append(": ").append(row.help());
        for (int i = 0; i < row.arity(); i++) {
            text.append("\n  d/d").append(row.parameters().get(i)).append(" = ").append(row.derivatives().get(i));
        }
        if (!row.domain().equals("0 == 0")) {
            text.append("\n  defined for ").append(row.domain());
        }
        return text.toString();
    }
}
