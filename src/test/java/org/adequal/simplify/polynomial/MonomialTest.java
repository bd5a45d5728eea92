package org.adequal.simplify.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MonomialTest {

    @Test
    void zerosAtTheEndDoNotMatter() {
        assertThat(Monomial.of(2, 0, 0)).isEqualTo(Monomial.power(0, 2)).hasSameHashCodeAs(Monomial.power(0, 2));
        assertThat(Monomial.of(0, 0)).isSameAs(Monomial.ONE);
        assertThat(Monomial.of(2, 0, 1)).hasToString("g0^2*g2");
    }

    @Test
    void orders() {
        Monomial x = Monomial.of(1);
        Monomial ySquared = Monomial.of(0, 2);
        assertThat(x).isLessThan(ySquared);
        assertThat(Monomial.LEXICOGRAPHIC.compare(x, ySquared)).isPositive();
        assertThat(Monomial.of(1, 1)).isGreaterThan(ySquared);
        assertThat(Monomial.ONE).isLessThan(x);
    }

    @Test
    void noNegativeExponents() {
        assertThatThrownBy(() -> Monomial.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Monomial.of(1).dividedBy(Monomial.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Monomial> monomials() {
        return Arbitraries.integers().between(0, 9).array(int[].class).ofSize(3).map(Monomial::of);
    }

    @Property
    void quotientsUndoProducts(@ForAll("monomials") Monomial p, @ForAll("monomials") Monomial q,
            @ForAll("monomials") Monomial r) {
        assertThat(p.times(q).dividedBy(q)).isEqualTo(p);
        assertThat(p.times(r).gcd(q.times(r))).isEqualTo(p.gcd(q).times(r));
        assertThat(Integer.signum(p.times(r).compareTo(q.times(r)))).isEqualTo(Integer.signum(p.compareTo(q)));
        assertThat(Integer.signum(Monomial.LEXICOGRAPHIC.compare(p.times(r), q.times(r))))
                .isEqualTo(Integer.signum(Monomial.LEXICOGRAPHIC.compare(p, q)));
    }
}
