package org.adequal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

import org.adequal.chart.Point;
import org.adequal.chart.Range;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {

    static Expr formula(String text) {
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
    }

    private static Sampled sample(String text, double from, double to) {
        return Sampler.sample(formula(text), Variable.of("x"), new Range(from, to));
    }

    private static List<String> specials(Sampled sampled) {
        return sampled.specials().stream().map(each -> each.kind() + " " + (float) each.x()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2               | -2  | 3 |
            abs(x)            | -2  | 3 | KINK 0.0
            x*abs(x)          | -2  | 3 |
            step(x)           | -2  | 3 | JUMP 0.0
            floor(x)          | 0.5 | 3 | JUMP 1.0,JUMP 2.0,JUMP 3.0
            1/x               | -2  | 3 | POLE 0.0
            1/x^2             | -2  | 3 | POLE 0.0
            log(x)            | -2  | 3 | POLE 0.0
            sqrt(x)           | -2  | 3 | EDGE 0.0
            sqrt(x)           | 0   | 3 | EDGE 0.0
            x/abs(x)          | -2  | 3 | JUMP 0.0
            sin(x)/x          | -2  | 3 | HOLE 0.0
            (1 - cos(x))/x^2  | -2  | 3 | HOLE 0.0
            sin(1/x)          | -2  | 3 | OSCILLATION 0.0
            x*log(x)          | -2  | 3 | EDGE 0.0
            tan(x)            | 0   | 3 | POLE 1.5707964
            step(x^2 - 2)     | 0   | 3 | JUMP 1.4142135
            abs(x^2 - 2)      | 0   | 3 | KINK 1.4142135
            cbrt(x)           | -2  | 3 | KINK 0.0
            diff(abs(x), x)   | -2  | 3 | JUMP 0.0
            diff(x*abs(x), x) | -2  | 3 | KINK 0.0
            relu(x - 0.1)     | -2  | 3 | KINK 0.1
            if(x < 1, x, 3-x) | -2  | 3 | JUMP 1.0
            if(x < 1, x, 2-x) | -2  | 3 | KINK 1.0
            """)
    void placesWhereItIsNotSmoothAreFound(String text, double from, double to, String expected) {
        assertThat(specials(sample(text, from, to)))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void noPieceCrossesAPoleAJumpOrAGap() {
        for (String text : List.of("1/x", "step(x)", "log(abs(x))", "sqrt(x^2 - 0.25)", "x/abs(x)", "1/x^2")) {
            Sampled sampled = sample(text, -2, 3);
            assertThat(sampled.pieces()).as(text).hasSize(2).allSatisfy(piece -> assertThat(
                    piece.getFirst().x() >= 0 || piece.getLast().x() <= 0).isTrue());
        }
        // both sides of 1/x run out of the picture
        Sampled pole = sample("1/x", -2, 3);
        assertThat(pole.pieces().getFirst().getLast().y()).isLessThan(pole.heights().axis().from());
        assertThat(pole.pieces().getLast().getFirst().y()).isGreaterThan(pole.heights().axis().to());
    }

    @Test
    void jumpsHaveTheirLimitsAndTheirValue() {
        Special jump = sample("step(x)", -2, 3).specials().getFirst();
        assertThat(jump).isEqualTo(new Special(Special.Kind.JUMP, 0, 0.0, 1.0, 0.0));
        Special hole = sample("sin(x)/x", -2, 3).specials().getFirst();
        assertThat(hole.value()).isNull();
        assertThat(Objects.requireNonNull(hole.left())).isCloseTo(1, within(1e-9));
    }

    @Test
    void stretchesWithoutValuesAreGaps() {
        assertThat(sample("log(x)", -2, 3).gaps()).containsExactly(new Range(-2, 0));
        assertThat(sample("sqrt(1 - x^2)", -2, 3).gaps()).containsExactly(new Range(-2, -1), new Range(1, 3));
        assertThat(sample("log(-1 - x^2)", -2, 3).pieces()).isEmpty();
    }

    @Test
    void chordsAreAsGoodAsTheCurve() {
        check("sin(20*x)", x -> Math.sin(20 * x));
        check("exp(3*x)", x -> Math.exp(3 * x));
        check("1/(1 + 1000*x^2)", x -> 1 / (1 + 1000 * x * x));
    }

    private static void check(String text, DoubleUnaryOperator f) {
        Sampled sampled = sample(text, -2, 3);
        assertThat(sampled.pieces()).hasSize(1);
        List<Point> piece = sampled.pieces().getFirst();
        double height = sampled.heights().high() - sampled.heights().low();
        for (int i = 0; i + 1 < piece.size(); i++) {
            Point a = piece.get(i);
            Point b = piece.get(i + 1);
            assertThat(b.x()).isGreaterThan(a.x());
            double middle = (a.x() + b.x()) / 2;
            assertThat((a.y() + b.y()) / 2).isCloseTo(f.applyAsDouble(middle), within(0.002 * height));
        }
        assertThat(piece.getFirst().x()).isEqualTo(-2);
        assertThat(piece.getLast().x()).isEqualTo(3);
    }

    @Test
    void moreJumpsThanCanBeDrawnAreSinglePoints() {
        Sampled sampled = sample("floor(10000*x)", -2, 3);
        assertThat(sampled.crowded()).isTrue();
        assertThat(sampled.pieces()).allMatch(piece -> piece.size() == 1).hasSizeGreaterThan(100);
    }

    @Test
    void cancellationDoesNotShow() {
        Sampled sampled = sample("(1 - cos(x))/x^2", -1e-7, 1e-7);
        assertThat(sampled.pieces()).allSatisfy(
                piece -> assertThat(piece).allSatisfy(p -> assertThat(p.y()).isCloseTo(0.5, within(1e-9))));
    }

    @Test
    void hugeValuesAreNoPoints() {
        Sampled sampled = sample("exp(x)", 600, 800);
        assertThat(sampled.pieces()).hasSize(1);
        assertThat(sampled.pieces().getFirst().getLast().x()).isLessThan(709.8);
    }
}
