package org.adequal.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.check.Formula;
import org.adequal.data.Json;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Commands of a shell that repeat what was found. */
public final class Commands {
    /** Longer formulas are not repeated in a command. */
    private static final int LONGEST = 10_000;
    private static final int MOST_VARIABLES = 100;

    private Commands() {}

    /** Runs a statement; null where it were too long. */
    public static @Nullable String statement(String statement) {
        return statement.length() > LONGEST ? null : "adequal " + quoted(statement);
    }

    /**
     * Judges a claim alone, to the bit; null where it were too long.
     *
     * @param text    the formula
     * @param options how it is judged, by the names of a request
     */
    public static @Nullable String alone(String text, Formula formula, Entry.Claim claim,
            Map<String, ? extends Object> options) {
        if (text.length() > LONGEST || formula.variables().size() > MOST_VARIABLES) {
            return null;
        }
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("op", "check");
        request.put("formula", text);
        request.put("at", named(formula.variables(), claim.point()));
        if (!formula.wrt().equals(formula.variables())) {
            request.put("wrt", formula.wrt().stream().map(Variable::name).toList());
        }
        request.put("claim", named(formula.wrt(), claim.gradient()));
        request.putAll(options);
        return "echo " + quoted(Json.write(request)) + " | adequal oracle";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static Map<String, @Nullable Object> named(List<Variable> variables, List<Double> numbers) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            double number = numbers.get(i);
            named.put(variables.get(i).name(), Double.isNaN(number)
                    ? "nan"
                    : Double.isInfinite(number) ? number > 0 ? "inf" : "-inf" : (Object) number);
        }
        return named;
    }
}
