package org.adequal.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays in requests: nested lists in points, claims and answers, shapes with names, and what does not fit. */
class OracleArraysTest {
    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "op":"gradient","formula":"sum(x^2)","at":{"x":[1,2,3]},"certify":true | "gradient":{"x":[2.0,4.0,6.0]}
            "op":"gradient","formula":"sum(x^2)","at":{"x":[1,2,3]},"certify":true | "enclosure":{"x":{"lo":[2.0,4.0,6.0],"hi":[2.0,4.0,6.0]}}
            "op":"gradient","formula":"sum(x^2)","at":{"x":[[1,2,3],[4,5,6]]} | "gradient":{"x":[[2.0,4.0,6.0],[8.0,10.0,12.0]]}
            "op":"gradient","formula":"x.T @ A @ x","shapes":{"x":["n"],"A":["n","n"]},"at":{"x":[1,2],"A":[[1,2],[3,4]]} | "gradient":{"x":[12.0,21.0],"A":[[1.0,2.0],[2.0,4.0]]}
            "op":"gradient","formula":"f","definitions":["f(x[n], A[n,n]) = x @ A @ x"],"at":{"x":[1,2],"A":[[1,2],[3,4]]},"wrt":["x"] | "gradient":{"x":[12.0,21.0]}
            "op":"hessian","formula":"x @ A @ x","at":{"x":[1,2],"A":[[1,2],[3,4]]},"wrt":["x"],"certify":true | "hessian":{"x":{"x":[[2.0,5.0],[5.0,8.0]]}}
            "op":"hessian","formula":"x @ A @ x","at":{"x":[1,2],"A":[[1,2],[3,4]]},"wrt":["x"],"certify":true | "enclosure":{"x":{"x":{"lo":[[2.0,5.0],[5.0,8.0]],"hi":[[2.0,5.0],[5.0,8.0]]}}}
            "op":"jacobian","formula":"A @ x","at":{"x":[1,2],"A":[[1,2],[3,4]]},"wrt":["x"] | "value":[5.0,11.0],"jacobian":[{"x":[1.0,2.0]},{"x":[3.0,4.0]}]
            "op":"derivative","formula":"x.T @ A @ x","shapes":{"x":["n"],"A":["n","n"]},"wrt":["x"] | "derivative":"A @ x + A.T @ x"
            "op":"derivative","formula":"sum((A @ x - b)^2)","shapes":{"x":["n"],"A":["m","n"],"b":["m"]},"wrt":["x","x"] | "derivative":"2*A.T @ A"
            "op":"derivative","formula":"sum(log(x))","shapes":{"x":["n"]},"wrt":["x"] | "derivative":"1/x","domain":"x > 0"
            "op":"gradient","formula":"norm(x)","at":{"x":[0,0]} | "gradient":{"x":[null,null]},"status":"kink"
            "op":"gradient","formula":"max(x)","at":{"x":[1,3,3]},"kinks":"torch" | "gradient":{"x":[0.0,0.5,0.5]}
            "op":"gradient","formula":"max(x)","at":{"x":[1,3,3]} | "statuses":{"x":["smooth","kink","kink"]}
            "op":"check","formula":"sum(x^2)","at":{"x":[1,2]},"claim":{"x":[2,4]} | "verdict":"right"
            "op":"check","formula":"sum(x^2)","at":{"x":[1,2]},"claim":{"x":[2,5]} | "verdict":"wrong"
            "op":"check","formula":"x @ x","at":{"x":[1,2]},"claim_hessian":{"x":{"x":[[2,0],[0,2]]}} | "verdict":"right"
            "op":"gradient","formula":"cross_entropy(softmax(z), t)","at":{"z":[1000,0],"t":[1,0]},"wrt":["z"] | "gradient":{"z":[0.0,0.0]},"status":"smooth"
            "op":"gradient","formula":"A @ x","shapes":{"x":["n"],"A":["n","m"]},"at":{"x":[1],"A":[[1]]} | "code":"shape","message":"@: shapes [n, m] and [n] do not fit: the inner sizes are m and n","line":1,"column":1,"length":1,"also":{"line":1,"column":5,"length":1}
            "op":"gradient","formula":"sum(x + y)","shapes":{"x":["n"],"y":["n"]},"at":{"x":[1,2],"y":[1,2,3]} | y has shape [n], and what is given for it has shape [3]: n is 2 by x[n]
            "op":"gradient","formula":"sum(x)","at":{"x":[[1,2],[3]]} | its lists have different lengths
            "op":"gradient","formula":"sum(x)","at":{"x":[]} | an array without elements
            "op":"gradient","formula":"sum(x)","shapes":{"x":[0]},"at":{"x":[1]} | neither a name nor a positive whole number
            "op":"gradient","formula":"x[2]","shapes":{"x":["n"]},"at":{"x":[1,2]} | "code":"shape"
            "op":"hessian","formula":"sum(A @ A)","at":{"A":1} | "code":"shape"
            """)
    void answers(String request, String part) {
        assertThat(oracle.answer("{" + request.strip() + "}")).contains(part.strip());
    }

    /** 80*80*80 products are too many to be written out, and no more than loops compute at once. */
    @Test
    void largeArraysAreAnsweredByTheRules() {
        String row = Arrays.toString(new int[80]).replace(" ", "");
        String matrix = Arrays.stream(new int[80]).mapToObj(_ -> row).collect(Collectors.joining(",", "[", "]"));
        String smooth = "{\"op\":\"gradient\",\"formula\":\"sum(A @ B) + 1\",\"at\":{\"A\":%s,\"B\":%s},\"wrt\":[\"A\"]}";
        assertThat(oracle.answer(smooth.formatted(matrix, matrix))).contains("\"value\":1.0", "\"status\":\"smooth\"");
        String edges = smooth.replace("sum(A @ B)", "sum(sqrt(A @ B + 1))");
        assertThat(oracle.answer(edges.formatted(matrix, matrix))).contains("\"value\":6401.0",
                "\"status\":\"unknown\"");
        String hessian = smooth.replace("gradient", "hessian");
        assertThat(oracle.answer(hessian.formatted(matrix, matrix))).contains("\"code\":\"limit\"");
    }
}
