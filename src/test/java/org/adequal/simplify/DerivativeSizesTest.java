package org.adequal.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sizes and values of the corpus derivatives; docs/simplifier.md has the table. */
class DerivativeSizesTest {

    @Test
    void someFormulasAreShortAndRight() {
        List<Corpus.Entry> entries = Corpus.entries();
        List<DerivativeSizes.Shown> shown = DerivativeSizes.measure(entries.stream()
                .filter(entry -> entries.indexOf(entry) % 25 == 0).toList());
        assertRight(shown);
        assertThat(total(shown)).isLessThanOrEqualTo(2_350);
    }

    @Test
    @Tag("heavy")
    void theWholeCorpusIsShortAndRight() {
        List<DerivativeSizes.Shown> shown = DerivativeSizes.measure(Corpus.entries());
        assertRight(shown);
        assertThat(shown).hasSize(1240);
        assertThat(total(shown)).isLessThanOrEqualTo(71_500);
        assertThat(median(shown)).isLessThanOrEqualTo(27);
        List<DerivativeSizes.Shown> known = shown.stream().filter(DerivativeSizes.Shown::known).toList();
        assertThat(total(known)).isLessThanOrEqualTo(11_100);
        assertThat(median(known)).isLessThanOrEqualTo(18);
    }

    @Test
    void countsAsAPersonWould() {
        assertThat(DerivativeSizes.treeNodes(Corpus.expression("sqrt(x)", List.of()))).isEqualTo(2);
        assertThat(DerivativeSizes.treeNodes(Corpus.expression("x^(1/2)", List.of()))).isEqualTo(5);
        assertThat(DerivativeSizes.treeNodes(Corpus.expression("1/x^2", List.of()))).isEqualTo(5);
        assertThat(DerivativeSizes.treeNodes(Corpus.expression("x^(-2)", List.of()))).isEqualTo(3);
        assertThat(DerivativeSizes.treeNodes(Application.of(Primitive.NEGATE, Variable.of("x")))).isEqualTo(2);
        assertThat(DerivativeSizes.treeNodes(Application.of(Primitive.NEGATE, Constant.TWO))).isEqualTo(1);
    }

    private static void assertRight(List<DerivativeSizes.Shown> shown) {
        assertThat(shown).filteredOn(derivative -> derivative.wrong() != null)
                .extracting(derivative -> derivative.entry().id() + ": " + derivative.wrong()).isEmpty();
    }

    private static long total(List<DerivativeSizes.Shown> shown) {
        return shown.stream().mapToLong(DerivativeSizes.Shown::nodes).sum();
    }

    private static long median(List<DerivativeSizes.Shown> shown) {
        return shown.stream().mapToLong(DerivativeSizes.Shown::nodes).sorted().skip(shown.size() / 2).findFirst()
                .orElseThrow();
    }
}
