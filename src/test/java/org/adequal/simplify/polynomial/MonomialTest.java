package org.adequal.simplify.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

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

    @Property
    void quotientsUndoProducts(@ForAll @Size(3) int @IntRange(max = 9) [] a,
            @ForAll @Size(3) int @IntRange(max = 9) [] b,
            @ForAll @Size(3) int @IntRange(max = 9) [] c) {
        Monomial p = Monomial.of(a);
        Monomial q = Monomial.of(b);
        Monomial r = Monomial.of(c);
        assertThat(p.times(q).dividedBy(q)).isEqualTo(p);
        assertThat(p.times(r).gcd(q.times(r))).isEqualTo(p.gcd(q).times(r));
        assertThat(Integer.signum(p.times(r).compareTo(q.times(r)))).isEqualTo(Integer.signum(p.compareTo(q)));
        assertThat(Integer.signum(Monomial.LEXICOGRAPHIC.compare(p.times(r), q.times(r))))
                .isEqualTo(Integer.signum(Monomial.LEXICOGRAPHIC.compare(p, q)));
    }
}
