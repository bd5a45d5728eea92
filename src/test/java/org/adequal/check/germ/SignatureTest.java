package org.adequal.check.germ;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;

/** Zeros by the laws of arithmetic are recognised, and nothing else is. */
class SignatureTest {
    private static final Signature X = Signature.named("x");
    private static final Signature Y = Signature.named("y");
    private static final Signature ONE = number(1);

    private static Signature number(long value) {
        return Signature.of(Rational.of(value));
    }

    private static Signature sqrt(long value) {
        return number(value).power(Rational.of(1, 2), true);
    }

    @Test
    void lanesAreWhatTheyClaim() {
        for (Lane lane : Lane.ALL) {
            assertThat(lane.p()).isEqualTo(120120 * lane.k() - 1).isEqualTo(2 * lane.q() + 1).isLessThan(1L << 50);
            assertThat(BigInteger.valueOf(lane.p()).isProbablePrime(50)).isTrue();
            assertThat(BigInteger.valueOf(lane.q()).isProbablePrime(50)).isTrue();
            assertThat(BigInteger.valueOf(lane.k()).isProbablePrime(50)).isTrue();
            assertThat(lane.exp(1)).isNotEqualTo(1);
            assertThat(Lane.power(4, lane.q(), lane.p())).isEqualTo(1);
            assertThat(lane.circle(1)[0]).isNotEqualTo(1);
            assertThat(lane.circle(lane.k())).containsExactly(1, 0);
        }
    }

    @Test
    void productsModuloArePreciseAtTheEnds() {
        for (Lane lane : Lane.ALL) {
            long m = lane.p();
            for (long a : new long[]{0, 1, 2, m / 2, m - 2, m - 1}) {
                assertThat(Lane.times(a, m - 1, m)).isEqualTo(a == 0 ? 0 : m - a);
            }
        }
    }

    @Test
    void identitiesAreZero() {
        Signature sin = Signature.of(Primitive.SIN, X);
        Signature cos = Signature.of(Primitive.COS, X);
        assertThat(sin.times(sin).plus(cos.times(cos)).minus(ONE).isZero()).isTrue();
        assertThat(X.plus(Y).exp().minus(X.exp().times(Y.exp())).isZero()).isTrue();
        assertThat(Signature.of(Primitive.SIN, X.plus(Y)).minus(sin.times(Signature.of(Primitive.COS, Y)))
                .minus(cos.times(Signature.of(Primitive.SIN, Y))).isZero()).isTrue();
        assertThat(sqrt(2).times(sqrt(3)).minus(sqrt(6)).isZero()).isTrue();
        assertThat(sqrt(2).times(sqrt(2)).minus(number(2)).isZero()).isTrue();
        assertThat(Signature.log(Rational.of(8)).minus(number(3).times(Signature.log(Rational.TWO))).isZero())
                .isTrue();
        assertThat(Signature.of(Primitive.LOG, X).plus(Signature.of(Primitive.LOG, ONE.divide(X))).isZero()).isTrue();
        assertThat(Signature.of(Primitive.ATAN, X).plus(Signature.of(Primitive.ATAN, X.negate())).isZero()).isTrue();
        assertThat(X.power(Rational.of(1, 3), false).power(Rational.of(3), true).minus(X).isZero()).isTrue();
    }

    @Test
    void whatIsNoIdentityIsNotZero() {
        assertThat(X.isZero()).isFalse();
        assertThat(X.plus(Y).exp().minus(X.exp().plus(Y.exp())).isZero()).isFalse();
        assertThat(Signature.of(Primitive.SIN, X).minus(Signature.of(Primitive.COS, X)).isZero()).isFalse();
        assertThat(sqrt(2).plus(sqrt(3)).minus(sqrt(5)).isZero()).isFalse();
        // a square root has no sign in a finite field: neither choice may be believed
        Signature root = X.times(X).power(Rational.of(1, 2), false);
        assertThat(root.minus(X).isZero()).isFalse();
        assertThat(root.plus(X).isZero()).isFalse();
    }
}
