package org.adequal.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Row;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

/**
 * What people write for the derivative of a function when they get it wrong: texts over the parameters of its row. To
 * those listed here, for functions of one argument, come the function itself, its argument, and the derivatives of all
 * other such functions.
 */
final class WrongRules {
    private static final Map<Primitive, Map<Integer, List<String>>> LISTED = listed();
    private static final Map<Primitive, Map<Integer, List<Wrong>>> KNOWN = new ConcurrentHashMap<>();

    private WrongRules() {}

    /** A wrong derivative with respect to an argument. */
    record Wrong(String text, double cost, Program program) {
        /** Its value at these arguments; NaN where it has none. */
        double at(double... arguments) {
            return program.run(arguments)[0];
        }
    }

    /** The wrong derivatives of a function with respect to one of its arguments. */
    static List<Wrong> of(Primitive primitive, int argument) {
        return KNOWN.computeIfAbsent(primitive, WrongRules::read).getOrDefault(argument, List.of());
    }

    private static Map<Integer, List<Wrong>> read(Primitive primitive) {
        List<Variable> parameters = primitive.parameters().stream().map(Variable::of).toList();
        Map<Integer, List<Wrong>> read = new HashMap<>();
        for (int i = 0; i < primitive.arity(); i++) {
            List<Wrong> wrongs = new ArrayList<>();
            for (String text : LISTED.getOrDefault(primitive, Map.of()).getOrDefault(i, List.of())) {
                wrongs.add(new Wrong(text, 0, program(text, parameters)));
            }
            if (isOfOneArgument(primitive)) {
                wrongs.add(new Wrong(primitive.names().getFirst() + "(x)", 0.4,
                        program(primitive.names().getFirst() + "(x)", parameters)));
                wrongs.add(new Wrong("x", 0.8, program("x", parameters)));
                wrongs.add(new Wrong("1/x", 1, program("1/x", parameters)));
                String own = primitive.derivatives().getFirst();
                wrongs.add(new Wrong("1/(" + own + ")", 1, program("1/(" + own + ")", parameters)));
                wrongs.add(new Wrong("(" + own + ")^2", 1.2, program("(" + own + ")^2", parameters)));
                for (Primitive other : Primitive.values()) {
                    if (isOfOneArgument(other) && other != primitive) {
                        String text = other.derivatives().getFirst();
                        wrongs.add(new Wrong(text, 1.5, program(text, parameters)));
                        wrongs.add(new Wrong("-(" + text + ")", 2.2, program("-(" + text + ")", parameters)));
                    }
                }
            }
            read.put(i, wrongs);
        }
        return read;
    }

    private static boolean isOfOneArgument(Primitive primitive) {
        return primitive.arity() == 1 && primitive.notation().fixity() == Row.Fixity.CALL
                && primitive.parameters().getFirst().equals("x");
    }

    private static Program program(String text, List<Variable> parameters) {
        Expr value = Lowering.value(Parser.formula(text, "rule"), text, "rule", Definitions.none(), List.of());
        return Program.of(List.of(value), parameters);
    }

    private static Map<Primitive, Map<Integer, List<String>>> listed() {
        Map<Primitive, Map<Integer, List<String>>> all = new EnumMap<>(Primitive.class);
        all.put(Primitive.TANH, Map.of(0, List.of("1 - tanh(x)", "1 - x^2", "tanh(x)*(1 - tanh(x))", "sech(x)",
                "1 + tanh(x)^2", "1 - tanh(tanh(x))^2", "tanh(x)^2")));
        all.put(Primitive.SIGMOID, Map.of(0, List.of("1 - sigmoid(x)", "x*(1 - x)", "sigmoid(x)*(1 + sigmoid(x))",
                "1 - sigmoid(x)^2", "sigmoid(sigmoid(x))*(1 - sigmoid(sigmoid(x)))", "sigmoid(x)^2", "exp(-x)",
                "sigmoid(x)*(sigmoid(x) - 1)")));
        all.put(Primitive.SOFTPLUS, Map.of(0, List.of("sigmoid(x)*(1 - sigmoid(x))", "sigmoid(-x)", "exp(x)")));
        all.put(Primitive.SIN, Map.of(0, List.of("-cos(x)", "-sin(x)")));
        all.put(Primitive.COS, Map.of(0, List.of("sin(x)", "-cos(x)")));
        all.put(Primitive.TAN, Map.of(0, List.of("1 - tan(x)^2", "sec(x)", "tan(x)^2", "1/cos(x)", "1/sin(x)^2")));
        all.put(Primitive.SEC, Map.of(0, List.of("tan(x)", "tan(x)^2", "sec(x)^2")));
        all.put(Primitive.CSC, Map.of(0, List.of("csc(x)*cot(x)", "cot(x)", "-csc(x)^2")));
        all.put(Primitive.COT, Map.of(0, List.of("csc(x)^2", "-csc(x)", "1 + cot(x)^2")));
        all.put(Primitive.ASIN, Map.of(0, List.of("1/(1 - x^2)", "1/sqrt(1 + x^2)", "sqrt(1 - x^2)", "1/sin(x)^2")));
        all.put(Primitive.ACOS, Map.of(0, List.of("1/sqrt(1 - x^2)", "-1/(1 - x^2)", "-sqrt(1 - x^2)")));
        all.put(Primitive.ATAN, Map.of(0, List.of("1/(1 - x^2)", "1/sqrt(1 + x^2)", "1/(1 + x)", "1 + x^2",
                "x/(1 + x^2)")));
        all.put(Primitive.SINH, Map.of(0, List.of("-cosh(x)")));
        all.put(Primitive.COSH, Map.of(0, List.of("-sinh(x)")));
        all.put(Primitive.EXP, Map.of(0, List.of("x*exp(x - 1)", "x*exp(x)", "exp(x - 1)", "log(x)")));
        all.put(Primitive.POWER_OF_E, Map.of(1, List.of("y*x^(y - 1)", "y*x^y", "x^(y - 1)", "log(x)*x^y")));
        all.put(Primitive.LOG, Map.of(0, List.of("log(x)/x", "1/(x*log(10))", "1/(x*log(2))", "1/abs(x)", "-1/x^2",
                "x", "1/x^2", "1/(x + 1)", "exp(x)")));
        all.put(Primitive.LOG2, Map.of(0, List.of("1/x", "log(2)/x", "1/(x*log(10))", "1/(2*x)")));
        all.put(Primitive.LOG10, Map.of(0, List.of("1/x", "log(10)/x", "1/(x*log(2))", "1/(10*x)")));
        all.put(Primitive.LOG_BASE, Map.of(0, List.of("1/x", "log(b)/x", "1/(x*b)"), 1,
                List.of("log(x)/(b*log(b)^2)", "1/(b*log(b))", "-log(x)/(b*log(b))", "-log(x)/log(b)^2")));
        all.put(Primitive.LOG1P, Map.of(0, List.of("1/x", "1 + x", "x/(1 + x)", "1/(1 - x)")));
        all.put(Primitive.EXPM1, Map.of(0, List.of("expm1(x)", "x*exp(x)")));
        all.put(Primitive.SQRT, Map.of(0, List.of("1/sqrt(x)", "1/(2*x)", "sqrt(x)/2", "2/sqrt(x)", "-1/(2*sqrt(x))",
                "1/(2*sqrt(x)^3)", "2*sqrt(x)", "1/2*x")));
        all.put(Primitive.CBRT, Map.of(0, List.of("1/(3*cbrt(x))", "1/cbrt(x)^2", "cbrt(x)/3", "cbrt(x)^2/3")));
        all.put(Primitive.ABS, Map.of(0, List.of("x", "abs(x)", "1")));
        all.put(Primitive.RELU, Map.of(0, List.of("x", "relu(x)")));
        all.put(Primitive.ERF, Map.of(0, List.of("exp(-x^2)", "exp(-x^2)/sqrt(pi)", "2*exp(-x^2/2)/sqrt(pi)",
                "2*exp(x^2)/sqrt(pi)", "exp(-x^2/2)/sqrt(2*pi)", "2/sqrt(pi)*exp(-x)", "sqrt(2/pi)*exp(-x^2/2)")));
        all.put(Primitive.ERFC, Map.of(0, List.of("2*exp(-x^2)/sqrt(pi)", "-exp(-x^2)", "-exp(-x^2)/sqrt(pi)")));
        all.put(Primitive.GAMMA, Map.of(0, List.of("digamma(x)", "gamma(x)/digamma(x)", "gamma(x - 1)")));
        all.put(Primitive.LGAMMA, Map.of(0, List.of("log(x)", "1/x", "gamma(x)", "digamma(x)/gamma(x)",
                "gamma(x)*digamma(x)")));
        all.put(Primitive.ASINH, Map.of(0, List.of("1/(x^2 + 1)", "1/sqrt(x^2 - 1)", "x/sqrt(x^2 + 1)")));
        all.put(Primitive.ACOSH, Map.of(0, List.of("1/(x^2 - 1)", "1/sqrt(x^2 + 1)")));
        all.put(Primitive.ATANH, Map.of(0, List.of("1/sqrt(1 - x^2)", "1/(1 + x^2)", "1/(x^2 - 1)")));
        List<String> base = List.of("x^(n - 1)", "n*x^n", "(n - 1)*x^(n - 1)", "(n - 1)*x^(n - 2)", "x^n", "n*x",
                "n*x^(n + 1)", "(n + 1)*x^n", "n*x^(n - 2)", "x^(n + 1)/(n + 1)", "n*abs(x)^(n - 1)", "log(x)*x^n",
                "x", "n", "n + x", "(n + 1)*x^(n - 1)");
        all.put(Primitive.INTEGER_POWER, Map.of(0, base));
        all.put(Primitive.POWER, Map.of(0, base.stream().map(text -> text.replaceAll("\\bn\\b", "y")).toList(), 1,
                List.of("x^y", "y*x^(y - 1)", "log(x)", "log(y)*x^y", "x^y/log(x)", "log(x)*x^(y - 1)",
                        "y*log(x)*x^y", "x*log(x)*x^y")));
        all.put(Primitive.MULTIPLY, Map.of(0, List.of("x", "1/y", "x*y", "x + y", "y^2"), 1,
                List.of("y", "1/x", "x*y", "x + y", "x^2")));
        all.put(Primitive.DIVIDE, Map.of(0, List.of("y", "1/y^2", "x/y", "-1/y"), 1,
                List.of("x/y^2", "-1/y^2", "-x/y", "1/y", "x", "-x*y^2", "-1/y", "1/y^2", "x*log(y)", "-x/y^3",
                        "-x")));
        all.put(Primitive.ATAN2, Map.of(0, List.of("-x/(x^2 + y^2)", "y/(x^2 + y^2)", "1/(x^2 + y^2)",
                "1/(1 + (y/x)^2)", "-y/(x^2 + y^2)", "x/sqrt(x^2 + y^2)"), 1,
                List.of("y/(x^2 + y^2)", "x/(x^2 + y^2)", "1/(1 + (y/x)^2)", "-y/sqrt(x^2 + y^2)")));
        all.put(Primitive.HYPOT, Map.of(0, List.of("x", "2*x/hypot(x, y)", "x/hypot(x, y)^2", "y/hypot(x, y)",
                "1/(2*hypot(x, y))", "1/hypot(x, y)"), 1,
                List.of("y", "2*y/hypot(x, y)", "y/hypot(x, y)^2", "x/hypot(x, y)", "1/(2*hypot(x, y))",
                        "1/hypot(x, y)")));
        all.put(Primitive.MAX, Map.of(0, List.of("1/2", "x", "max(x, y)"), 1, List.of("1/2", "y", "max(x, y)")));
        all.put(Primitive.MIN, Map.of(0, List.of("1/2", "x", "min(x, y)"), 1, List.of("1/2", "y", "min(x, y)")));
        all.put(Primitive.MOD, Map.of(1, List.of("floor(x/y)", "0", "-x/y")));
        return all;
    }
}
