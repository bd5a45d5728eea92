package org.adequal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol, a request and its answer at a time. */
class OracleTest {
    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":[1,"a"],"op":"gradient","formula":"x","at":{"x":1}}              | "id":[1,"a"],"value":1.0
            {"op":"gradient","formula":"x*y","at":{"x":1,"y":2},"wrt":["y"]}       | "gradient":{"y":1.0}
            {"op":"gradient","formula":"x","at":{"x":"0x1.8p1"}}                   | "value":3.0
            {"op":"gradient","formula":"x","at":{"x":-0.0}}                        | "value":0.0
            {"op":"gradient","formula":"x","points":[{"x":1},{"x":2}]}             | "results":[{"value":1.0
            {"op":"gradient","formula":"exp(x)","at":{"x":1000}}                   | "value":"inf","gradient":{"x":"inf"}
            {"op":"gradient","formula":"exp(x)","at":{"x":1000}}                   | "overflow":true
            {"op":"gradient","formula":"1/x","at":{"x":0}}                         | "value":null,"gradient":{"x":null},"status":"undefined"
            {"op":"gradient","formula":"x + y^0","at":{"x":1,"y":0}}               | "status":"smooth"
            {"op":"gradient","formula":"abs(x) + y","at":{"x":0,"y":1}}            | "statuses":{"x":"kink","y":"smooth"}
            {"op":"hessian","formula":"x^2*y","at":{"x":1,"y":2}}                  | "hessian":{"x":{"x":4.0,"y":2.0},"y":{"x":2.0,"y":0.0}}
            {"op":"hessian","formula":"x^y","at":{"x":4,"y":0}}                    | "y":{"x":0.25
            {"op":"jacobian","formula":"[x^2, 3]","at":{"x":1}}                    | "jacobian":[{"x":2.0},{"x":0.0}]
            {"op":"derivative","formula":"log(x)","wrt":["x"]}                     | "derivative":"1/x","domain":"x > 0","nodes":3
            {"op":"derivative","formula":"x^3"}                                    | "derivative":"3*x^2"
            {"op":"functions"}                                                     | "name":"atan2"
            {"op":"gradient","formula":"f(2)*x","definitions":["f(t) = t^2"],"at":{"x":1}} | "value":4.0
            {"op":"gradient","formula":"a*x","definitions":["a = 3"],"at":{"x":1,"a":5}}   | "value":5.0,"gradient":{"x":5.0,"a":1.0}
            """)
    void answers(String request, String part) {
        assertThat(oracle.answer(request)).contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                       | request | no JSON
            []                                                             | request | a request is a JSON object
            {"op":"gradent"}                                               | request | did you mean \\"gradient\\"?
            {"op":"derivative"}                                            | request | \\"formula\\" is missing
            {"op":"gradient","formula":"x"}                                | request | \\"at\\" is missing
            {"op":"gradient","formula":"x","at":{"x":1},"wtr":["x"]}       | request | did you mean \\"wrt\\"?
            {"op":"gradient","formula":"x","at":{"x":"nan"}}               | request | is no number
            {"op":"gradient","formula":"x","at":{"x":1e400}}               | request | too large for a double
            {"op":"gradient","formula":"x","at":{"x":1},"budget_ms":0}     | request | positive whole number
            {"op":"gradient","formula":"x + y","at":{"x":1}}               | name    | the variable y has no coordinate
            {"op":"gradient","formula":"x","at":{"x":1,"pi":3}}            | name    | is no variable
            {"op":"gradient","formula":"[x, x]","at":{"x":1}}              | shape   | array of shape
            {"op":"gradient","formula":"x +","at":{"x":1}}                 | syntax  | "in":"formula"
            {"op":"gradient","formula":"f(x)","at":{"x":1},"definitions":["g = 1","f(t) = t +"]} | syntax | "in":"definitions[1]"
            {"op":"compare","left":"x","right":"x"}                       | request | not available yet
            """)
    void refuses(String request, String code, String part) {
        assertThat(oracle.answer(request)).contains("\"id\":null").contains("\"code\":\"" + code + "\"").contains(part);
    }
}
