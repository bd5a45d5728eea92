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
                .containsEntry("evidence", "proven").containsEntry("status", "smooth");
        assertThat(answer.get("components")).hasToString(
                "{x0={claimed=6.0, enclosure=[6.0, 6.0], bound=1.3322676295501878E-15, ulps=0.0, condition=2.0,"
                        + " verdict=right},"
                        + " x1={claimed=8.1, enclosure=[8.0, 8.0], bound=1.7763568394002505E-15,"
                        + " ulps=5.6294995342131E13, condition=2.0, verdict=wrong}}");
        assertThat(answer.get("diagnosis")).hasToString("[{kind=unexplained, text=x1 is off by more than rounding does,"
                + " and no known mistake explains it, components=[x1]}]");
    }

    @Test
    void withoutCertificationRightIsEstimated() throws IOException {
        String squares = SQUARES + ",\"at\":{\"x0\":3,\"x1\":4},\"certify\":false";
        assertThat(ask(squares + ",\"claim\":{\"x1\":8,\"x0\":6}")).containsEntry("verdict", "right")
                .containsEntry("evidence", "estimated");
        assertThat(ask(squares + ",\"claim\":{\"x1\":9,\"x0\":6}")).containsEntry("verdict", "wrong")
                .containsEntry("evidence", "proven");
    }

    @Test
    void placesAreThoseOfTheText() throws IOException {
        Map<String, Object> answer = ask("\"op\":\"check\",\"formula\":\"x0 * tanh( x1 )\","
                + "\"at\":{\"x0\":0.3,\"x1\":0.7},\"claim\":{\"x0\":0.6043677771171635,\"x1\":0.11868966686485094}");
        assertThat(String.valueOf(answer.get("diagnosis"))).contains("kind=wrong-rule")
                .contains("places=[{text=tanh(x1), line=1, column=6, length=10}]");
    }

    @Test
    void matricesAreJudgedEntryByEntry() throws IOException {
        Map<String, Object> hessian = ask("\"op\":\"check\",\"formula\":\"x^2*y\",\"at\":{\"x\":3,\"y\":2},"
                + "\"claim_hessian\":{\"x\":{\"x\":4,\"y\":6},\"y\":{\"x\":-6,\"y\":0}}");
        assertThat(hessian).containsEntry("verdict", "wrong").containsEntry("evidence", "proven");
        assertThat(String.valueOf(hessian.get("components"))).startsWith("{x={x={claimed=4.0, enclosure=[4.0, 4.0]")
                .contains("y={x={claimed=-6.0");
        assertThat(String.valueOf(hessian.get("diagnosis"))).contains("kind=sign").contains("components=[y, x]");
        Map<String, Object> jacobian = ask("\"op\":\"check\",\"formula\":\"[x*y, x^2]\",\"at\":{\"x\":3,\"y\":2},"
                + "\"claim_jacobian\":[{\"x\":2,\"y\":6},{\"x\":3,\"y\":0}]");
        assertThat(jacobian).containsEntry("verdict", "wrong");
        assertThat(String.valueOf(jacobian.get("components"))).startsWith("[{x={claimed=2.0");
        assertThat(String.valueOf(jacobian.get("diagnosis"))).contains("kind=permuted").contains("transposed");
        assertThat(ask("\"op\":\"check\",\"formula\":\"[x*y, x^2]\",\"points\":[{\"x\":3,\"y\":2}],"
                + "\"claim_jacobian\":[[{\"x\":2,\"y\":3},{\"x\":6,\"y\":0}]]").get("results")).asString()
                .contains("verdict=right");
    }

    @Test
    void aConventionIsNamedOrMissed() throws IOException {
        String tie = "\"op\":\"check\",\"formula\":\"max(x, y)\",\"at\":{\"x\":1,\"y\":1},";
        assertThat(ask(tie + "\"claim\":{\"x\":0.5,\"y\":0.5}")).containsEntry("verdict", "right")
                .extractingByKey("diagnosis").asString().contains("kind=convention").contains("torch, jax");
        assertThat(ask(tie + "\"claim\":{\"x\":0.5,\"y\":0.5},\"kinks\":\"tensorflow\""))
                .containsEntry("verdict", "wrong").extractingByKey("diagnosis").asString()
                .contains("another convention than tensorflow");
        assertThat(ask(tie + "\"claim\":{\"x\":1,\"y\":1}")).containsEntry("verdict", "wrong")
                .containsEntry("evidence", "proven");
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
            "\"points\":[{\"x0\":3,\"x1\":4}],\"claims\":[]|1 points and 0 claims",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6,\"x1\":8},\"claim_hessian\":{}|one claim at a time",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim_hessian\":{\"x0\":{\"x0\":2,\"x1\":0}}|has rows [x0]",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim_jacobian\":[]|is not a list of 1 rows",
            "\"at\":{\"x0\":3,\"x1\":4},\"claim\":{\"x0\":6,\"x1\":8},\"kinks\":\"pytorch\"|unknown convention"})
    void mistakesAreRequestErrors(String fields, String message) throws IOException {
        assertThat(ask(SQUARES + "," + fields).get("error")).asString().contains(message);
    }
}
