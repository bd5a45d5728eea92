package org.adequal.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

import com.fasterxml.jackson.jr.ob.JSON;

/** Real formulas at points with the true gradient to 25 digits; see the note beside the file. */
record KnownGradients(String id, String text, Formula formula, List<KnownGradients.At> points) {

    /** A point and the truth there. */
    record At(double[] point, BigDecimal value, List<BigDecimal> gradient) {
        double partial(int index) {
            return gradient.get(index).doubleValue();
        }

        /** How far a double is from the truth. */
        double error(double number, int index) {
            return new BigDecimal(number).subtract(gradient.get(index)).abs().doubleValue();
        }
    }

    static List<KnownGradients> all() {
        List<KnownGradients> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        KnownGradients.class.getResourceAsStream("/org/adequal/corpus/formulas.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(read(JSON.std.mapFrom(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static KnownGradients read(Map<String, Object> json) {
        String text = field(json, "formula");
        List<String> names = field(json, "variables");
        List<Map<String, Object>> rows = field(json, "points");
        List<At> points = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            List<Object> x = field(row, "x");
            List<String> gradient = field(row, "gradient");
            points.add(new At(x.stream().mapToDouble(number -> Double.parseDouble(String.valueOf(number))).toArray(),
                    new BigDecimal(KnownGradients.<String>field(row, "value")),
                    gradient.stream().map(BigDecimal::new).toList()));
        }
        return new KnownGradients(field(json, "id"), text, formula(text, names), points);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the file is ours
    private static <T> T field(Map<String, Object> json, String name) {
        return (T) Objects.requireNonNull(json.get(name));
    }

    static Formula formula(String text, List<String> names) {
        List<Variable> variables = names.stream().map(Variable::of).toList();
        return Formula.of(
                Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), names),
                variables, variables);
    }
}
