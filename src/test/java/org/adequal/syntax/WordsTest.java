package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void exactlyTheReservedWords() {
        assertThat(Words.verbs()).containsExactlyInAnyOrder("var", "diff", "grad", "hessian", "jacobian", "check",
                "compare", "explain", "report", "simplify", "minimize", "plot", "export", "load", "save", "forget",
                "who", "help", "quit");
        assertThat(Words.reserved()).containsAll(Words.verbs()).contains("and", "or", "not", "if", "piecewise", "let",
                "in", "for", "at", "on", "wrt", "along", "with", "from", "to", "by", "as", "claiming", "against")
                .hasSize(19 + Words.verbs().size());
    }

    @ParameterizedTest
    @CsvSource({"sen,sin", "cso,cos", "sine,sin", "x,", "sqr,sqrt", "sqroot,sqrt", "xyz,", "gama,gamma", "'',",
            "tna,tan"})
    void didYouMean(String word, String meant) {
        assertThat(Words.closest(word, List.of("sin", "cos", "tan", "sqrt", "gamma"))).isEqualTo(meant);
    }

    @Test
    void aNearerCandidateWins() {
        assertThat(Words.closest("sigmid", List.of("sigmas", "sigmoid"))).isEqualTo("sigmoid");
        assertThat(Words.closest("x".repeat(1_000_000), List.of("sin"))).isNull();
    }
}
