package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simplified derivatives of the corpus against the derivatives as written, by enclosures: no value is changed, none is
 * lost, and where only the simplified form has a value a printed condition says so.
 */
class CorpusValuesTest {
    private static final int RANDOM_POINTS = 12;
    /** Where conditions meet. */
    private static final double[] SPECIAL = {0, 1, -1, 2, -2, 3, 0.5, -0.5, Math.PI / 2, -Math.PI / 2, Math.PI};

    /** What was found over all points. */
    private record Findings(List<String> wrong, int same, int unknown, int outside) {
        Findings() {
            this(new ArrayList<>(), 0, 0, 0);
        }

        Findings plus(Findings other) {
            wrong.addAll(other.wrong);
            return new Findings(wrong, same + other.same, unknown + other.unknown, outside + other.outside);
        }
    }

    @Test
    void someDerivativesKeepTheirValuesAndConditions() {
        List<Corpus.Entry> entries = Corpus.entries();
        Findings found = check(IntStream.range(0, entries.size()).filter(i -> i % 25 == 3).mapToObj(entries::get)
                .toList());
        assertThat(found.wrong).isEmpty();
        assertThat(found.same).isGreaterThan(50);
        assertThat(found.outside).isGreaterThan(10);
    }

    @Test
    @Tag("heavy")
    void allDerivativesKeepTheirValuesAndConditions() {
        Findings found = check(Corpus.entries());
        System.out.println(found.same + " same, " + found.unknown + " unknown, " + found.outside + " outside");
        assertThat(found.wrong).isEmpty();
        assertThat(found.same).isGreaterThan(5000);
    }

    private static Findings check(List<Corpus.Entry> entries) {
        Findings all = new Findings();
        for (Corpus.Entry entry : entries) {
            for (Variable variable : DerivativeSizes.variables(entry)) {
                all = all.plus(check(entry, variable));
            }
        }
        return all;
    }

    private static Findings check(Corpus.Entry entry, Variable variable) {
        Analysis analysis = Analysis.of(entry.formula(), List.of(variable));
        Expr written = Forward.derivative(analysis.value(), variable);
        Condition where = analysis.ordinary();
        Expr simplified = Simplifier.simplify(written, where, entry.formula()).expression();
        Condition defined = Analysis.of(simplified, List.of()).defined();
        Condition beside = Domain.beside(defined, where);
        EnclosureProgram conditions = EnclosureProgram.of(List.of(where, defined, beside), entry.variables());
        Findings found = new Findings();
        int same = 0;
        int unknown = 0;
        int outside = 0;
        for (double[] point : points(entry, variable)) {
            String place = entry.id() + " d/d" + variable + " at " + Arrays.toString(point) + ": "
                    + Printer.print(simplified) + " for " + Printer.print(beside);
            switch (Enclosed.compare(written, where, simplified, entry.variables(), point)) {
                case SAME -> same++;
                case UNKNOWN -> unknown++;
                case DIFFERENT -> found.wrong.add("another value: " + place);
                case UNDEFINED -> found.wrong.add("no value: " + place);
            }
            EnclosureProgram.Enclosures at = conditions.at(point, 120);
            if (at.of(where) == Certainty.FALSE) {
                outside++;
                if (at.of(defined) == Certainty.TRUE && at.of(beside) == Certainty.TRUE) {
                    found.wrong.add("a condition is lost: " + place);
                }
            }
            if (at.of(where) == Certainty.TRUE && at.of(beside) == Certainty.FALSE) {
                found.wrong.add("a condition says too much: " + place);
            }
        }
        return new Findings(found.wrong, same, unknown, outside);
    }

    private static List<double[]> points(Corpus.Entry entry, Variable variable) {
        List<double[]> points = new ArrayList<>(entry.points().stream().map(Corpus.Point::x).toList());
        Random random = new Random(entry.id().hashCode() * 31L + variable.name().hashCode());
        int dimension = entry.variables().size();
        double[] base = points.isEmpty() ? new double[dimension] : points.getFirst();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            // all coordinates anywhere, some special; or only one moved from a point of the domain
            double[] point = i % 2 == 0 ? base.clone() : random.doubles(dimension, -3, 3).toArray();
            for (int k = 0; k < dimension; k++) {
                if (random.nextInt(i % 2 == 0 ? Math.max(2, dimension) : 3) == 0) {
                    point[k] = SPECIAL[random.nextInt(SPECIAL.length)];
                }
            }
            points.add(point);
        }
        return points;
    }
}
