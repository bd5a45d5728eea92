package org.adequal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A function and its derivatives as a piece of code of its own. Where a formula has no value the code gives NaN, or
 * what the language makes of the formula there (1/0).
 *
 * @param name the function's name
 * @param text the formula, for the comment
 * @param value its value, a scalar
 * @param variables what it takes, in order
 * @param wrt what its derivatives are with respect to, in order
 * @param gradient one scalar for each of {@code wrt}; empty where none is wanted
 * @param hessian rows; empty where none is wanted
 */
public record Code(String name, String text, Expr value, List<Variable> variables, List<Variable> wrt,
        List<Expr> gradient, List<List<Expr>> hessian) {

    /** The code, with a line break at the end; refuses functions that the language does not have. */
    public String in(Language language) {
        Map<Variable, String> names = Body.names(variables, language);
        List<String> lines = new ArrayList<>();
        String what = text.lines().collect(Collectors.joining(" ")) + (gradient.isEmpty() ? "" : ", its gradient")
                + (hessian.isEmpty() ? "" : " and its second derivatives");
        String function = language.name(name);
        List<String> parameters = variables.stream().map(names::get).toList();
        String order = "order: " + wrt.stream().map(names::get).collect(Collectors.joining(", "));
        switch (language) {
            case JAVA -> {
                String type = function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1);
                lines.add("/** " + comment(what) + ". */");
                lines.add("public final class " + type + " {");
                lines.add("    private " + type + "() {}");
                member(lines, "double", "value", parameters, new Body(List.of(value), names, language), value);
                if (!gradient.isEmpty()) {
                    Body body = new Body(gradient, names, language);
                    array(lines, "/** The partial derivatives, " + order + ". */", "double[]", "gradient", parameters,
                            body, "new double[] {" + list(gradient, body) + "}");
                }
                if (!hessian.isEmpty()) {
                    Body body = new Body(hessian.stream().flatMap(List::stream).toList(), names, language);
                    array(lines, "/** The second partial derivatives, " + order + ". */", "double[][]", "hessian",
                            parameters, body, "new double[][] {"
                                    + hessian.stream().map(row -> "{" + list(row, body) + "}")
                                            .collect(Collectors.joining(", "))
                                    + "}");
                }
                lines.add("}");
            }
            case C -> {
                lines.add("/* " + comment(what) + ". */");
                lines.add("#include <math.h>");
                Body body = new Body(List.of(value), names, language);
                String arguments = parameters.isEmpty()
                        ? "void"
                        : parameters.stream().map(each -> "double " + each).collect(Collectors.joining(", "));
                lines.add("");
                lines.add("double " + function + "(" + arguments + ")");
                block(lines, body.statements(), "return " + body.of(value) + ";");
                if (!gradient.isEmpty()) {
                    Body partials = new Body(gradient, names, language);
                    lines.add("");
                    lines.add("/* the partial derivatives, " + order + " */");
                    lines.add("void " + function + "_gradient(" + arguments + ", double gradient[" + wrt.size() + "])");
                    List<String> all = new ArrayList<>(partials.statements());
                    for (int i = 0; i < gradient.size(); i++) {
                        all.add("gradient[" + i + "] = " + partials.of(gradient.get(i)) + ";");
                    }
                    block(lines, all, null);
                }
                if (!hessian.isEmpty()) {
                    Body second = new Body(hessian.stream().flatMap(List::stream).toList(), names, language);
                    lines.add("");
                    lines.add("/* the second partial derivatives, " + order + " */");
                    lines.add("void " + function + "_hessian(" + arguments + ", double hessian[" + wrt.size() + "]["
                            + wrt.size() + "])");
                    List<String> all = new ArrayList<>(second.statements());
                    for (int i = 0; i < hessian.size(); i++) {
                        for (int j = 0; j < hessian.get(i).size(); j++) {
                            all.add("hessian[" + i + "][" + j + "] = " + second.of(hessian.get(i).get(j)) + ";");
                        }
                    }
                    block(lines, all, null);
                }
            }
            case NUMPY -> {
                lines.add("# " + what + "; arrays are taken element by element.");
                lines.add("import numpy as np");
                int imports = lines.size();
                python(lines, function, parameters, null, new Body(List.of(value), names, language), value);
                if (!gradient.isEmpty()) {
                    Body body = new Body(gradient, names, language);
                    pythonList(lines, function + "_gradient", parameters, "The partial derivatives, " + order + ".",
                            body, "[" + list(gradient, body) + "]");
                }
                if (!hessian.isEmpty()) {
                    Body body = new Body(hessian.stream().flatMap(List::stream).toList(), names, language);
                    pythonList(lines, function + "_hessian", parameters,
                            "The second partial derivatives, " + order + ".", body,
                            "[" + hessian.stream().map(row -> "[" + list(row, body) + "]")
                                    .collect(Collectors.joining(", ")) + "]");
                }
                if (lines.stream().anyMatch(line -> line.contains("special."))) {
                    lines.add(imports, "from scipy import special");
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Code whose value and derivatives are none where these conditions do not hold. */
    public static Expr guarded(Expr value, Condition condition) {
        return condition == Truth.TRUE ? value : Guard.of(value, condition);
    }

    /** The variables of a value that are not in a list yet, behind it. */
    public static List<Variable> variables(List<Variable> first, Expr value) {
        List<Variable> all = new ArrayList<>(first);
        Graph.variables(value).stream().filter(variable -> !all.contains(variable)).forEach(all::add);
        return all;
    }

    private static String comment(String text) {
        return text.replace("*/", "* /");
    }

    private static String list(List<Expr> outputs, Body body) {
        return outputs.stream().map(body::of).collect(Collectors.joining(", "));
    }

    private static void member(List<String> lines, String type, String name, List<String> parameters, Body body,
            Expr output) {
        array(lines, null, type, name, parameters, body, body.of(output));
    }

    private static void array(List<String> lines, @Nullable String comment, String type,
            String name, List<String> parameters, Body body, String result) {
        lines.add("");
        if (comment != null) {
            lines.add("    " + comment);
        }
        lines.add("    public static " + type + " " + name + "("
                + parameters.stream().map(each -> "double " + each).collect(Collectors.joining(", ")) + ") {");
        body.statements().forEach(statement -> lines.add("        " + statement));
        lines.add("        return " + result + ";");
        lines.add("    }");
    }

    private static void block(List<String> lines, List<String> statements,
            @Nullable String last) {
        lines.add("{");
        statements.forEach(statement -> lines.add("    " + statement));
        if (last != null) {
            lines.add("    " + last);
        }
        lines.add("}");
    }

    private static void head(List<String> lines, String function, List<String> parameters,
            @Nullable String comment) {
        lines.add("");
        lines.add("");
        lines.add("def " + function + "(" + String.join(", ", parameters) + "):");
        if (comment != null) {
            lines.add("    \"\"\"" + comment + "\"\"\"");
        }
        for (String parameter : parameters) {
            lines.add("    " + parameter + " = np.asarray(" + parameter + ", dtype=float)");
        }
    }

    private static void python(List<String> lines, String function, List<String> parameters,
            @Nullable String comment, Body body, Expr output) {
        pythonList(lines, function, parameters, comment, body, body.of(output));
    }

    private static void pythonList(List<String> lines, String function, List<String> parameters,
            @Nullable String comment, Body body, String result) {
        head(lines, function, parameters, comment);
        lines.add("    with np.errstate(all=\"ignore\"):");
        body.statements().forEach(statement -> lines.add("        " + statement));
        lines.add("        return " + result);
    }
}
