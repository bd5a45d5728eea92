package org.adequal.check.germ;

import org.adequal.number.Rational;

/** t^power L^log M^loglog with L = log(1/t) and M = log L. */
record Monomial(Coefficient power, Rational log, Rational loglog) {
    static final Monomial ONE = of(Coefficient.ZERO);
    static final Monomial T = of(Coefficient.ONE);

    static Monomial of(Coefficient power) {
        return new Monomial(power, Rational.ZERO, Rational.ZERO);
    }

    /** Whether it has no logarithms. */
    boolean isPower() {
        return log.isZero() && loglog.isZero();
    }
}
