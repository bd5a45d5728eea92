package org.adequal.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonClaimsTest {
    private static final String SQUARES = "x0^2 + x1^2";

    @Test
    void objectsAndLists() throws Exception {
        assertThat(Claimed.read("""
                \uFEFF{"at":{"x0":3,"x1":"0x1p2"},"claim":{"x1":8,"x0":6.0}}

                {"at":{"x0":3,"x1":4},"claim":[6,NaN],"id":"a"}
                {"at":{"x0":3,"x1":4},"claim":["inf",-Infinity]}""", SQUARES)).containsExactly(
                Claimed.claim(1, List.of(3.0, 4.0), List.of(6.0, 8.0)),
                Claimed.claim(3, List.of(3.0, 4.0), List.of(6.0, Double.NaN)),
                Claimed.claim(4, List.of(3.0, 4.0), List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"at":{"x0":3},"claim":[6,8]}                    | "at" lacks x1
            {"at":{"x0":3,"x1":4,"x2":5},"claim":[6,8]}      | "at" is about x2
            {"at":{"x0":3,"x1":4}}                           | "claim" is missing
            {"at":{"x0":3,"x1":4},"claim":[6]}               | "claim" has 1 number, not 2: x0, x1
            {"at":{"x0":3,"x1":4},"claim":{"x0":6}}          | "claim" lacks x1
            {"at":{"x0":3,"x1":4},"claim":{"x0":6,"x1":"a"}} | no number: 'a'
            {"at":{"x0":3,"x1":4},"claim":{"x0":6,"x1":null}}| no number: null
            {"at":{"x0":3,"x1":NaN},"claim":[6,8]}           | no number
            {"at":{"x0":3,"x1":1e999},"claim":[6,8]}         | too large for a double
            {"at":{"x0":3,"x1":4},"claims":[6,8]}            | did you mean claim?
            {"at":{"x0":3,"x1":4},"claim":[6,8]              | no JSON
            {"at":{"x0":3,"x1":4},"claim":[6,8]} 7           | there is more behind its end
            {"at":{"x0":3,"x0":4},"claim":[6,8]}             | no JSON
            [6,8]                                            | no object
            """)
    void linesThatAreNone(String line, String why) throws Exception {
        assertThat(Claimed.read("{\"at\":{\"x0\":3,\"x1\":4},\"claim\":[6,8]}\n" + line, SQUARES).get(1))
                .isInstanceOfSatisfying(Entry.Unreadable.class, none -> {
                    assertThat(none.place()).isEqualTo(Place.line(2));
                    assertThat(none.why()).contains(why);
                });
    }
}
