package org.adequal.simplify;

import org.adequal.number.Rational;

/**
 * A form as scale*part + constant, where the part has no constant and no number in front: what is known of a form is
 * known of all that differ by numbers.
 *
 * @param scale not zero
 */
record Linear(Rational scale, Form part, Rational constant) {

    /** @param form not a number */
    static Linear of(Form form, Forms forms) {
        if (!(form instanceof Form.Sum sum)) {
            return new Linear(Forms.coefficient(form), forms.monic(form), Rational.ZERO);
        }
        int at = sum.terms.indexOf(forms.one);
        Rational constant = at < 0 ? Rational.ZERO : sum.coefficients.get(at);
        Form rest = at < 0 ? sum : forms.minus(sum, forms.number(constant));
        if (rest instanceof Form.Sum several) {
            Rational content = Forms.content(several);
            return new Linear(content, forms.scaled(several, content.reciprocal()), constant);
        }
        return new Linear(Forms.coefficient(rest), forms.monic(rest), constant);
    }

    /** What the part is where the form is zero. */
    Rational zero() {
        return constant.negate().dividedBy(scale);
    }
}
