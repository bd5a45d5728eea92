package org.adequal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** The published schema of the protocol describes what is sent and what is answered. */
class ProtocolSchemaTest {
    private static final JsonSchema GREETING = schema("greeting");
    private static final JsonSchema REQUEST = schema("request");
    private static final JsonSchema ANSWER = schema("answer");
    private final Oracle oracle = new Oracle();

    private static JsonSchema schema(String definition) {
        try (InputStream in = Objects.requireNonNull(Oracle.class.getResourceAsStream("protocol-1.schema.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String only = text.replaceFirst("(?s)\"anyOf\": \\[.*?\\n  ],",
                    "\"\\$ref\": \"#/\\$defs/" + definition + "\",");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(only);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<ValidationMessage> faults(JsonSchema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'id':1,'op':'gradient','formula':'x0^2 + x1^2','at':{'x0':3,'x1':4},'certify':true}",
            "{'op':'gradient','formula':'abs(x)+y','at':{'x':0,'y':'0x1p3'},'kinks':'torch'}",
            "{'op':'gradient','formula':'exp(x)','at':{'x':1000},'certify':true}",
            "{'op':'gradient','formula':'exp(x)/exp(x)','at':{'x':1000}}",
            "{'op':'gradient','formula':'1/x','at':{'x':0},'budget_ms':1000}",
            "{'op':'gradient','formula':'sqrt(x)','at':{'x':0},'certify':true}",
            "{'op':'gradient','formula':'g(x)','definitions':['g(t) = t'],'points':[{'x':1},{'x':'1e-3'}],'wrt':['x']}",
            "{'op':'hessian','formula':'x*y','at':{'x':1,'y':2},'certify':true}",
            "{'op':'hessian','formula':'abs(x)','points':[{'x':0}]}",
            "{'op':'jacobian','formula':'[x*y, x+y]','at':{'x':1,'y':2}}",
            "{'op':'jacobian','formula':'[log(x)]','points':[{'x':-1}]}",
            "{'op':'derivative','formula':'log(x)'}",
            "{'op':'derivative','formula':'x*y','wrt':['x','y'],'id':{'a':[]}}",
            "{'op':'check','formula':'x0^2 + x1^2','at':{'x0':3,'x1':4},'claim':{'x0':6,'x1':16}}",
            "{'op':'check','formula':'x^3','at':{'x':3},'claim':{'x':27.0001},'format':'f32','tolerance':1e-3}",
            "{'op':'check','formula':'abs(x)','at':{'x':0},'claim':{'x':0.5}}",
            "{'op':'check','formula':'log(x)','at':{'x':-1},'claim':{'x':0.5}}",
            "{'op':'check','formula':'x*y','points':[{'x':1,'y':2}],'claims':[{'x':'nan','y':'-inf'}]}",
            "{'op':'check','formula':'x*y','at':{'x':1,'y':2},'claim_hessian':{'x':{'x':0,'y':1},'y':{'x':1,'y':0}}}",
            "{'op':'check','formula':'[x*y,x]','at':{'x':1,'y':2},'claim_jacobian':[{'x':2,'y':1},{'x':1,'y':3}]}",
            "{'op':'functions'}"})
    void exchangesAreAsDescribed(String written) {
        String request = written.replace('\'', '"');
        assertThat(faults(REQUEST, request)).isEmpty();
        String answer = oracle.answer(request);
        assertThat(faults(ANSWER, answer)).as(answer).isEmpty();
        assertThat(answer).doesNotContain("\"error\"");
    }

    @Test
    void theGreetingIsAsDescribed() throws IOException {
        StringWriter out = new StringWriter();
        oracle.serve(new BufferedReader(new StringReader("")), new PrintWriter(out), "1.0");
        assertThat(faults(GREETING, out.toString())).isEmpty();
        assertThat(faults(GREETING, "{\"adequal\":\"1.0\",\"protocol\":2}")).isNotEmpty();
    }

    @Test
    void answersToMalformedRequestsAreAsDescribed() {
        MalformedRequests requests = new MalformedRequests(5);
        for (int i = 0; i < 400; i++) {
            String answer = oracle.answer(requests.next());
            assertThat(faults(ANSWER, answer)).as(answer).isEmpty();
        }
    }

    /** What the schema refuses, the oracle refuses too. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'op':'gradent'}", "{'op':'gradient','formula':'x'}",
            "{'op':'gradient','formula':'x','at':{'x':1},'wtr':['x']}",
            "{'op':'gradient','formula':'x','at':{'x':1},'points':[]}",
            "{'op':'gradient','formula':'x','at':{'x':'one'}}", "{'op':'gradient','formula':'x','at':{'x':null}}",
            "{'op':'gradient','formula':7,'at':{'x':1}}",
            "{'op':'gradient','formula':'x','at':{'x':1},'kinks':'numpy'}",
            "{'op':'gradient','formula':'x','at':{'x':1},'budget_ms':0}",
            "{'op':'gradient','formula':'x','at':{'x':1},'claim':{'x':1}}",
            "{'op':'check','formula':'x','at':{'x':1},'claim':{'x':'seven'}}",
            "{'op':'check','formula':'x','at':{'x':1}}",
            "{'op':'check','formula':'x','at':{'x':1},'claim':{'x':1},'format':'f16'}", "[]"})
    void mistakesAreNot(String written) {
        String request = written.replace('\'', '"');
        assertThat(faults(REQUEST, request)).as(request).isNotEmpty();
        assertThat(oracle.answer(request)).contains("\"error\"");
    }

    /** A schema that lets everything pass describes nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id":1,                  | ``
            "smooth"                 | "smoth"
            "value":25.0             | "value":"nan"
            "x0":6.0                 | "x0":"NaN"
            "gradient"               | "grad"
            "differentiable":true    | "differentiable":"yes"
            "x0":[6.0,6.0]           | "x0":[6.0]
            "id":1,                  | "id":1,"novelty":true,
            """)
    void plantedFaultsAreSeen(String part, String fault) {
        String answer = oracle.answer(
                "{\"id\":1,\"op\":\"gradient\",\"formula\":\"x0^2 + x1^2\",\"at\":{\"x0\":3,\"x1\":4},\"certify\":true}");
        assertThat(faults(ANSWER, answer)).isEmpty();
        assertThat(answer).contains(part);
        assertThat(faults(ANSWER, answer.replace(part, fault == null ? "" : fault))).isNotEmpty();
    }
}
