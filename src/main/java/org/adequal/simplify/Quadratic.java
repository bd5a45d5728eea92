package org.adequal.simplify;

import org.adequal.expr.Signs;
import org.adequal.number.Rational;

/** Sums p*a + q*b + r*c with b^2 = k*a*c: quadratic polynomials without a real root have one sign. */
final class Quadratic {

    private Quadratic() {}

    /** What the discriminant says of the sum. */
    static Range range(Form.Sum sum, Facts facts, Forms forms) {
        if (sum.terms.size() != 3) {
            return Range.ALL;
        }
        for (int middle = 0; middle < 3; middle++) {
            Form a = sum.terms.get((middle + 1) % 3);
            Form c = sum.terms.get((middle + 2) % 3);
            Rational p = sum.coefficients.get((middle + 1) % 3);
            Rational r = sum.coefficients.get((middle + 2) % 3);
            Rational q = sum.coefficients.get(middle);
            if (p.signum() != r.signum()) {
                continue;
            }
            Rational k = forms.over(forms.power(sum.terms.get(middle), Rational.TWO), forms.times(a, c)).number();
            if (k == null || !facts.isNonnegative(a) || !facts.isNonnegative(c)) {
                continue;
            }
            int order = q.times(q).times(k).compareTo(p.times(r).times(Rational.of(4)));
            if (order > 0) {
                continue;
            }
            boolean strict = order < 0 && (facts.isPositive(a) || facts.isPositive(c));
            int signs = strict ? Signs.POSITIVE : Signs.POSITIVE | Signs.ZERO;
            return Range.of(p.signum() < 0 ? Facts.flip(signs) : signs, Rational.ZERO);
        }
        return Range.ALL;
    }
}
