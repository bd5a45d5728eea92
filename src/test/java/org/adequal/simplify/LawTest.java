package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.adequal.calculus.Analysis;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law is right as it is, and wrong without its condition. */
class LawTest {

    /** An expression that is spoiled if the law's condition is not asked, and a point where that shows. */
    private static final String[] CONDITIONAL = """
            POWER_OF_PRODUCT          | (x*y)^m                        | m = 0.5, x = -1, y = -1
            ROOT_OF_PRODUCT           | sqrt(x*y)                      | x = -1, y = -1
            ROOT_OF_PRODUCT_WITH_ZERO | sqrt(x^2*y)                    | x = 0, y = -1
            ROOT_OF_EVEN_POWER        | sqrt(x^2)                      | x = -1
            ROOT_OF_POWER             | sqrt(x^m)                      | m = 2, x = -1
            ABS_OF_NONNEGATIVE        | abs(x)                         | x = -1
            ABS_OF_NONPOSITIVE        | abs(x)                         | x = 1
            SIGN_AS_QUOTIENT          | sign(x)^2                      | x = 0
            ODD_FUNCTION              | acos(-x)                       | x = 0.5
            EVEN_FUNCTION             | acos(-x)                       | x = 0.5
            FLOOR_OF_SUM              | floor(x + 0.5)                 | x = 0.25
            DECIDED_CHOICE            | if(x > 0, x + x, x*x)          | x = -1
            CHOICE_OF_ZERO            | if(x == 0, 0, x + 1)           | x = 0
            CHOICE_WITHOUT_VALUE      | if(x == 0 and n == 0, 0, n/x)  | n = 0, x = 0
            COMMON_POWER              | x^2*y + x*z                    | x = 0, y = 1, z = 1
            COMMON_DENOMINATOR        | x^2*y + z                      | x = 0, y = 1, z = 1
            SPLIT_POWER               | (2*x)^(m - 1) + z              | m = 1, x = 0, z = 1
            """.strip().split("\n");

    private record Case(Law law, Expr written, List<Variable> variables, double[] point) {
        static Case of(String line) {
            String[] parts = line.strip().split("\\s*\\|\\s*");
            Map<String, Double> point = new TreeMap<>();
            for (String coordinate : parts[2].split(", ")) {
                String[] sides = coordinate.split(" = ");
                point.put(sides[0], Double.valueOf(sides[1]));
            }
            return new Case(Law.valueOf(parts[0]), Corpus.expression(parts[1], List.of()),
                    point.keySet().stream().map(Variable::of).toList(),
                    point.values().stream().mapToDouble(Double::doubleValue).toArray());
        }

        Enclosed.Verdict verdict(Set<Law> waived) {
            Condition defined = Analysis.of(written, List.of()).defined();
            return Enclosed.compare(written, defined, rewritten(defined, waived), variables, point);
        }

        /** The expression after the step that uses the law; the search would often prefer a shorter one. */
        private Expr rewritten(Condition defined, Set<Law> waived) {
            Forms forms = new Forms(waived);
            Manner manner = new Manner();
            Writer writer = new Writer(forms, manner);
            Search search = new Search(forms, manner);
            Reader reader = new Reader(forms, manner, search.factoring(), writer, form -> form);
            return switch (law) {
                case COMMON_POWER, COMMON_DENOMINATOR ->
                    writer.write(search.factoring().factored(reader.read(written)));
                case SPLIT_POWER -> {
                    Form form = NormalForm.of(forms, search.factoring(), reader.read(written), NormalForm.Squares.NONE,
                            false, Set.of());
                    yield writer.write(Objects.requireNonNull(form));
                }
                default -> Simplifier.simplify(written, defined, written, waived).expression();
            };
        }
    }

    private static Case of(Law law) {
        return Arrays.stream(CONDITIONAL).map(Case::of).filter(one -> one.law == law).findFirst().orElseThrow();
    }

    private static Set<Law> conditional() {
        Set<Law> laws = EnumSet.allOf(Law.class);
        laws.removeIf(law -> law.condition().isEmpty());
        return laws;
    }

    static List<Law> laws() {
        return List.copyOf(conditional());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void isWrongWithoutItsConditionAndRightWithIt(Law law) {
        assertThat(of(law).verdict(Set.of())).as(law.form()).isEqualTo(Enclosed.Verdict.SAME);
        assertThat(of(law).verdict(Set.of(law))).as(law.form() + " without " + law.condition())
                .isIn(Enclosed.Verdict.DIFFERENT, Enclosed.Verdict.UNDEFINED);
    }

    /** Other conditions do not stand in for the missing one, nor does a case need more than one to be waived. */
    @Test
    void everyConditionalLawHasItsOwnCase() {
        assertThat(Arrays.stream(CONDITIONAL).map(line -> Case.of(line).law)).containsExactlyInAnyOrderElementsOf(
                conditional());
    }

    @ParameterizedTest
    @EnumSource
    void hasEitherAConditionOrAReasonForNone(Law law) {
        assertThat(law.condition().isEmpty()).isNotEqualTo(law.reason().isEmpty());
        assertThat(law.form()).contains(" = ");
    }

    /** What the laws without a condition do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIKE_TERMS                | 2*x*y + 3*y*x      | 5*x*y
            LIKE_POWERS               | sin(x)^m*sin(x)^n  | sin(x)^(m + n)
            INTEGER_POWER             | (x*sin(y))^2/x^2   | sin(y)^2
            POWER_OF_POWER            | (x^m)^3            | x^(3*m)
            EXPONENTIALS              | exp(x)*exp(y)      | exp(x + y)
            LOGARITHM_OF_EXPONENTIAL  | log(exp(x))        | x
            EXPONENTIAL_OF_LOGARITHM  | exp(3*log(x))      | x^3
            CONTENT                   | (2*a - 2*b)/(b - a) | -2
            SURDS                     | sqrt(8)            | 2*sqrt(2)
            EVEN_POWER_OF_ABS         | abs(x)^4           | x^4
            EXACT_VALUE               | abs(-3) + floor(1.5) | 4
            """)
    void withoutACondition(Law law, String text, String expected) {
        assertThat(law.condition()).isEmpty();
        Expr written = Corpus.expression(text, List.of());
        assertThat(Printer.print(Simplifier.simplify(written, Analysis.of(written, List.of()).defined(), written)
                .expression())).isEqualTo(expected);
    }
}
