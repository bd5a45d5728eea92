package org.adequal.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.expr.Condition;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.adequal.number.interval.Interval;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;
import org.junit.jupiter.api.Test;

class EnclosureProgramTest {
    private static final Variable X = Variable.of("x");

    private static Expr value(String text) {
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
    }

    private static Condition condition(String text) {
        return Lowering.condition(Parser.formula(text, "formula"), text, "formula", Definitions.none(), List.of());
    }

    private static Certainty decide(String condition, Interval x) {
        Condition asked = condition(condition);
        return EnclosureProgram.of(List.of(asked), List.of(X)).over(List.of(x), 64).of(asked);
    }

    @Test
    void exactArithmeticDecidesTies() {
        Expr zero = value("x*x - 0.25*x/x");
        EnclosureProgram.Enclosures found = EnclosureProgram.of(List.of(zero), List.of(X)).at(new double[]{0.5}, 64);
        assertThat(found.exact(zero)).isEqualTo(Rational.ZERO);
        assertThat(found.of(zero)).isEqualTo(Interval.ZERO);
    }

    @Test
    void transcendentalZerosAreEnclosedAndNotClaimed() {
        Expr zero = value("sin(x)^2 + cos(x)^2 - 1");
        EnclosureProgram.Enclosures found = EnclosureProgram.of(List.of(zero), List.of(X)).at(new double[]{0.7}, 128);
        assertThat(found.exact(zero)).isNull();
        assertThat(found.of(zero).mayBeZero()).isTrue();
        assertThat(found.of(zero).doubleHigh()).isLessThan(1e-35);
    }

    @Test
    void comparisonsAreThreeValued() {
        Interval box = Interval.of(-1.0, 2.0);
        assertThat(decide("x < 3", box)).isEqualTo(Certainty.TRUE);
        assertThat(decide("x > 2", box)).isEqualTo(Certainty.FALSE);
        assertThat(decide("x >= 2", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("x > 0", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("x <= 0", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("x <= 2", box)).isEqualTo(Certainty.TRUE);
        assertThat(decide("x < -1", box)).isEqualTo(Certainty.FALSE);
        assertThat(decide("x == 0", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("x != 5", box)).isEqualTo(Certainty.TRUE);
        assertThat(decide("x < 0 or x < 3", box)).isEqualTo(Certainty.TRUE);
        assertThat(decide("x < 0 and x > 3", box)).isEqualTo(Certainty.FALSE);
        assertThat(decide("x < 0 or x > 3", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("x < 0 and x < 3", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("not x < 0", box)).isEqualTo(Certainty.UNKNOWN);
        assertThat(decide("log(x) > 0", Interval.of(-2.0, -1.0))).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    void undecidedChoicesAreHullsAndDecidedOnesAreNot() {
        Expr choice = value("if(x < 0, -x, x + 10)");
        EnclosureProgram program = EnclosureProgram.of(List.of(choice), List.of(X));
        assertThat(program.over(List.of(Interval.of(-1.0, 2.0)), 64).of(choice)).isEqualTo(Interval.of(-2.0, 12.0));
        assertThat(program.over(List.of(Interval.of(-3.0, -1.0)), 64).of(choice)).isEqualTo(Interval.of(1.0, 3.0));
    }

    @Test
    void guardsTakePointsAway() {
        Expr guarded = value("1/x for x > 1");
        EnclosureProgram program = EnclosureProgram.of(List.of(guarded), List.of(X));
        assertThat(program.at(new double[]{0.5}, 64).of(guarded).isEmpty()).isTrue();
        assertThat(program.at(new double[]{2}, 64).of(guarded)).isEqualTo(Interval.of(0.5));
        assertThat(program.over(List.of(Interval.of(0.5, 2.0)), 64).of(guarded)).isEqualTo(Interval.of(0.5, 2.0));
    }

    @Test
    void morePrecisionIsTighter() {
        Expr value = value("exp(x)/3 - log(x + 1)");
        EnclosureProgram program = EnclosureProgram.of(List.of(value), List.of(X));
        Interval wide = program.at(new double[]{0.1}, 64).of(value);
        Interval tight = program.at(new double[]{0.1}, 256).of(value);
        assertThat(wide.contains(tight)).isTrue();
        assertThat(tight.width()).isLessThan(wide.width());
    }

    @Test
    void exactNumbersThatAreNoDoublesAreEnclosed() {
        Expr third = value("x/3");
        Interval found = EnclosureProgram.of(List.of(third), List.of(X)).at(new double[]{1}, 64).of(third);
        assertThat(found.lo().toRational()).isLessThan(Rational.of(1, 3));
        assertThat(found.hi().toRational()).isGreaterThan(Rational.of(1, 3));
        Expr constant = value("0.1");
        Interval tenth = EnclosureProgram.of(List.of(constant), List.of(X)).at(new double[]{1}, 64).of(constant);
        assertThat(tenth.lo().toRational()).isLessThan(Rational.of(1, 10));
        assertThat(tenth.hi().toRational()).isGreaterThan(Rational.of(1, 10));
    }

    private static Certainty quick(String condition, double x) {
        return QuickDecision.of(condition(condition), List.of(X)).at(x);
    }

    @Test
    void aFirstLookDecidesOnlyWhatIsSettled() {
        assertThat(quick("x < 1", 0.5)).isEqualTo(Certainty.TRUE);
        assertThat(quick("x < 1", 1)).isEqualTo(Certainty.FALSE);
        assertThat(quick("x == 1", 1)).isEqualTo(Certainty.TRUE);
        assertThat(quick("x > 1", 2)).isEqualTo(Certainty.TRUE);
        // 1/10 is no double: neither equal to 0.1 nor on a known side of it
        assertThat(quick("x == 1/10", 0.1)).isEqualTo(Certainty.UNKNOWN);
        assertThat(quick("x < 1/10", 0.1)).isEqualTo(Certainty.UNKNOWN);
        assertThat(quick("sqrt(x) == sqrt(x*2/2)", 2)).isEqualTo(Certainty.UNKNOWN);
        assertThat(quick("sqrt(x) <= sqrt(x*2/2)", 2)).isEqualTo(Certainty.UNKNOWN);
        assertThat(quick("sqrt(x) >= sqrt(x*2/2)", 2)).isEqualTo(Certainty.UNKNOWN);
        assertThat(quick("if(sqrt(x)^2 > 2, 1, -1) > 0", 2)).isEqualTo(Certainty.UNKNOWN);
        assertThat(quick("if(x > 1, 1, -1) > 0", 2)).isEqualTo(Certainty.TRUE);
        assertThat(quick("if(x > 1, 1, -1) > 0", 1)).isEqualTo(Certainty.FALSE);
    }
}
