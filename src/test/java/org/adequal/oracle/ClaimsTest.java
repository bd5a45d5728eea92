package org.adequal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.jr.ob.JSON;

class ClaimsTest {
    private static final String SQUARES = "\"op\":\"check\",\"formula\":\"x0^2 + x1^2\"";
    private final Oracle oracle = new Oracle();

    private Map<String, Object> ask(String fields) throws IOException {
        return JSON.std.mapFrom(oracle.answer("{\"id\":4," + fields + "}"));
    }

    @Test
    void aWrongComponent() throws IOException {
        Map<String, Object> answer = ask(SQUARES + ",\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x1\":8.1,\"x0\":6}");
        assertThat(answer).containsEntry("id", 4).containsEntry("verdict", "wrong")
                .containsEntry("evidence", "estimated").containsEntry("status", "smooth");
        assertThat(answer.get("components")).hasToString(
                "{x0={claimed=6.0, estimate=6.0, bound=1.1102230246251565E-15, ulps=0.0, condition=1.0, verdict=right},"
                        + " x1={claimed=8.1, estimate=8.0, bound=1.7763568394002505E-15, ulps=5.6294995342131E13,"
                        + " condition=1.0, verdict=wrong}}");
        assertThat(answer.get("diagnosis"))
                .hasToString("[{kind=unexplained, text=x1 is off by more than rounding does, components=[x1]}]");
    }

    @Test
    void manyPoints() throws IOException {
        Map<String, Object> answer = ask(SQUARES + ",\"points\":[{\"x0\":3,\"x1\":4},{\"x0\":0,\"x1\":1}],"
                + "\"claims\":[{\"x0\":6,\"x1\":8},{\"x0\":\"nan\",\"x1\":\"inf\"}]");
        assertThat(String.valueOf(answer)).contains("results=[{verdict=right").contains("{verdict=wrong");
        assertThat(String.valueOf(answer)).contains("claimed=nan").contains("claimed=inf").contains("not-a-number");
    }

    @Test
    void someVariablesOnlyAndOthersThatDoNotOccur() throws IOException {
        assertThat(ask(SQUARES + ",\"at\":{\"x0\":3,\"x1\":4,\"w\":1},\"wrt\":[\"x1\",\"w\"],"
                + "\"claim\":{\"x1\":\"8\",\"w\":0}")).containsEntry("verdict", "right");
    }

    @Test
    void formatsAndTolerance() throws IOException {
        String third = "\"op\":\"check\",\"formula\":\"x/3\",\"at\":{\"x\":1},\"claim\":{\"x\":0.33333334}";
        assertThat(ask(third)).containsEntry("verdict", "wrong");
        assertThat(ask(third + ",\"format\":\"f32\"")).containsEntry("verdict", "right");
        assertThat(ask(third + ",\"tolerance\":1e-6")).containsEntry("verdict", "right");
        assertThat(ask(third + ",\"tolerance\":1e-9")).containsEntry("verdict", "wrong");
    }

    @Test
    void aNumberWhereNothingIsDefined() throws IOException {
        assertThat(ask("\"op\":\"check\",\"formula\":\"log(x)\",\"at\":{\"x\":-1},\"claim\":{\"x\":-1}"))
                .containsEntry("verdict", "wrong").containsEntry("status", "undefined").extractingByKey("diagnosis")
                .asString().contains("kind=undefined");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"at\":{\"x0\":3,\"x1\":4}|\"claim\" is missing",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6}|lacks x1",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6,\"x1\":8,\"x2\":0}|is about x2",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6,\"x1\":\"eight\"}|is no number",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6,\"x1\":8},\"format\":\"f16\"|unknown format",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6,\"x1\":8},\"tolerance\":-1|is negative",
            "\"points\":[{\"x0\":3,\"x1\":4}],\"claims\":[]|1 points and 0 claims"})
    void mistakesAreRequestErrors(String fields, String message) throws IOException {
        assertThat(ask(SQUARES + "," + fields).get("error")).asString().contains(message);
    }
}
