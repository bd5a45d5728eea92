package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.adequal.calculus.Forward;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table obeys every law; a row added is a row tested. */
class PrimitiveLawsTest {

    @ParameterizedTest
    @EnumSource
    void canBeApplied(Primitive row) {
        assertThat(RowUnderTest.of(row)).as("a way to apply %s", row).isNotEmpty();
        assertThat(row.derivatives()).hasSize(row.arity());
        assertThat(row.help()).isNotBlank();
        assertThat(row.names()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void derivativeIsThatOfValues(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            for (Variable variable : way.variables()) {
                assertThat(PrimitiveLaws.derivativeIsThatOfValues(way, variable, way.derivative(variable)))
                        .as("points that judge d/d%s %s", variable, way).isGreaterThan(20);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void secondDerivativeIsThatOfTheFirst(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            for (Variable variable : way.variables()) {
                Expr first = way.derivative(variable);
                assertThat(PrimitiveLaws.slopeIsThatOf(way, first, variable, Forward.derivative(first, variable)))
                        .as("points that judge d²/d%s² %s", variable, way).isGreaterThan(20);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFiniteInItsDomain(Primitive row) {
        RowUnderTest.of(row).forEach(PrimitiveLaws::isFiniteInItsDomain);
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreFiniteWhereSmooth(Primitive row) {
        RowUnderTest.of(row).forEach(PrimitiveLaws::derivativesAreFiniteWhereSmooth);
    }

    @ParameterizedTest
    @EnumSource
    void modesAgree(Primitive row) {
        RowUnderTest.of(row).forEach(PrimitiveLaws::modesAgree);
    }

    @ParameterizedTest
    @EnumSource
    void printedReadsBack(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            PrimitiveLaws.printedReadsBack(way.application());
        }
        row.derivatives().forEach(text -> PrimitiveLaws.printedReadsBack(RowUnderTest.value(text, row.name())));
    }

    @Test
    void agreeWithCommonsMath() {
        List<RowUnderTest> judged = Arrays.stream(Primitive.values()).map(RowUnderTest::of).flatMap(List::stream)
                .filter(row -> {
                    int points = PrimitiveLaws.agreesWithCommonsMath(row);
                    assertThat(points).as("points that judge %s", row).isNotZero();
                    return points > 0;
                }).toList();
        assertThat(judged).as("rows that Commons Math has under the same name").hasSizeGreaterThan(25);
    }

    /** Operators of one symbol differ by their arguments, and functions of one name by how many there are. */
    @Test
    void noTwoRowsAreWrittenAlike() {
        Stream<String> calls = Arrays.stream(Primitive.values())
                .filter(row -> !Primitive.named(row.names().getFirst()).isEmpty())
                .flatMap(row -> row.names().stream().map(name -> name + "/" + row.arity()));
        assertThat(calls).doesNotHaveDuplicates();
    }
}
