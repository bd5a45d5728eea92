package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.eval.Program;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A wrong derivative text in any row would be caught: the laws themselves under test. */
class PrimitiveLawsCatchFaultsTest {
    private static final double VISIBLE = 1e-4;

    @ParameterizedTest
    @EnumSource
    void wrongTextsAreCaught(Primitive row) {
        for (RowUnderTest way : RowUnderTest.of(row)) {
            for (Variable variable : way.variables()) {
                int caught = 0;
                for (Map.Entry<String, Expr> fault : faults(way, variable).entrySet()) {
                    if (differs(way, variable, fault.getValue())) {
                        assertThatThrownBy(
                                () -> PrimitiveLaws.derivativeIsThatOfValues(way, variable, fault.getValue()))
                                .as("%s in d/d%s %s", fault.getKey(), variable, way)
                                .isInstanceOf(AssertionError.class);
                        caught++;
                    }
                }
                assertThat(caught).as("wrong texts for d/d%s %s", variable, way).isGreaterThanOrEqualTo(2);
            }
        }
    }

    /** A change that changes no value is no fault, and the law does not complain about it. */
    @Test
    void equalTextsAreNotCaught() {
        RowUnderTest tan = RowUnderTest.of(Primitive.TAN).getFirst();
        Expr other = RowUnderTest.value("1 + tan(x)^2", "test");
        assertThatCode(() -> PrimitiveLaws.derivativeIsThatOfValues(tan, tan.variables().getFirst(), other))
                .doesNotThrowAnyException();
    }

    @Test
    void valuesOutsideTheDomainAreCaught() {
        RowUnderTest log = RowUnderTest.of(Primitive.LOG).getFirst();
        RowUnderTest careless = new RowUnderTest(log.row(), log.arguments(), log.moving(), log.derivatives(),
                RowUnderTest.condition("x >= 0", "test"), log.smooth());
        assertThatThrownBy(() -> PrimitiveLaws.isFiniteInItsDomain(careless)).isInstanceOf(AssertionError.class);
    }

    @Test
    void slopesAtSwitchesAreCaught() {
        RowUnderTest sqrt = RowUnderTest.of(Primitive.SQRT).getFirst();
        RowUnderTest careless = new RowUnderTest(sqrt.row(), sqrt.arguments(), sqrt.moving(), sqrt.derivatives(),
                sqrt.domain(), List.of(sqrt.domain()));
        assertThatThrownBy(() -> PrimitiveLaws.derivativesAreFiniteWhereSmooth(careless))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void textsThatDisagreeWithTheModesAreCaught() {
        RowUnderTest sin = RowUnderTest.of(Primitive.SIN).getFirst();
        RowUnderTest wrong = new RowUnderTest(sin.row(), sin.arguments(), sin.moving(),
                List.of(RowUnderTest.value("-cos(x)", "test")), sin.domain(), sin.smooth());
        assertThatThrownBy(() -> PrimitiveLaws.modesAgree(wrong)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> PrimitiveLaws.agreesWithCommonsMath(wrong)).isInstanceOf(AssertionError.class);
    }

    /** Wrong signs, factors, arguments; parts left out; branches swapped; numbers off by one. */
    private static Map<String, Expr> faults(RowUnderTest row, Variable variable) {
        Expr right = row.derivative(variable);
        Map<String, Expr> faults = new LinkedHashMap<>();
        faults.put("sign", Application.of(Primitive.NEGATE, right));
        faults.put("factor 2", Application.of(Primitive.MULTIPLY, Constant.of(2), right));
        faults.put("factor 1.001", Application.of(Primitive.MULTIPLY, RowUnderTest.value("1.001", "test"), right));
        faults.put("term 0.001", Application.of(Primitive.ADD, right, RowUnderTest.value("0.001", "test")));
        faults.put("term 1", Application.of(Primitive.ADD, right, Constant.ONE));
        for (Variable other : row.variables()) {
            faults.put("that of " + other, row.derivative(other));
        }
        if (row.variables().size() == 2) {
            Variable first = row.variables().get(0);
            Variable second = row.variables().get(1);
            faults.put("swapped arguments", (Expr) Graph.substitute(right, Map.of(first, second, second, first)));
        }
        for (Node node : Graph.nodes(right)) {
            for (Expr instead : instead(node)) {
                faults.put(node + " becomes " + instead + " #" + faults.size(),
                        (Expr) Graph.substitute(right, Map.of(node, instead)));
            }
        }
        return faults;
    }

    private static List<Expr> instead(Node node) {
        List<Expr> others = new ArrayList<>();
        if (node instanceof Application application) {
            application.arguments().forEach(argument -> others.add((Expr) argument));
        } else if (node instanceof Constant constant) {
            others.add(Application.of(Primitive.ADD, constant, Constant.ONE));
        } else if (node instanceof Choice choice) {
            others.add(Choice.of(choice.condition(), choice.otherwise(), choice.then()));
        }
        return others;
    }

    /** Whether a text says something else than the row's at a good part of the points where the row is smooth. */
    private static boolean differs(RowUnderTest row, Variable variable, Expr other) {
        Program program = Program.of(List.of(row.derivative(variable), other, row.smooth(variable)), row.variables());
        List<double[]> results = row.pointsOfDomain().stream().map(program::run).filter(r -> r[2] == 1).toList();
        long different = results.stream()
                .filter(r -> !(Math.abs(r[0] - r[1]) <= VISIBLE * Math.max(1, Math.abs(r[0])))).count();
        assertThat(Arrays.asList(results)).isNotEmpty();
        return different > results.size() / 10;
    }
}
