package org.adequal.check.germ;

import java.util.List;

/**
 * A function of t for t -&gt; 0 from above: exp(exponent) (terms + remainder).
 *
 * @param exponent   terms that grow beyond every power of log(1/t), the largest first; none for most functions
 * @param terms      the largest first; a coefficient may still turn out to be zero
 * @param remainder  what the terms leave out
 * @param wave       whether the remainder oscillates
 * @param continuous whether the limit surely is the value at the point
 * @param analytic   whether this surely is the expansion, valid for t of both signs, of a function that is smooth there
 */
record Germ(List<Term> exponent, List<Term> terms, Remainder remainder, Wave wave, boolean continuous,
        boolean analytic) implements Outcome {

    /** How a remainder oscillates. */
    enum Wave {
        /** Not known to. */
        NONE,
        /** It is its monomial times a function that oscillates between fixed bounds for ever. */
        SHARP,
        /** It may, or may cancel. */
        VAGUE
    }

    Germ {
        exponent = List.copyOf(exponent);
        terms = List.copyOf(terms);
    }

    static Germ constant(Coefficient value) {
        return of(value, Monomial.ONE);
    }

    /** The one term, exactly. */
    static Germ of(Coefficient coefficient, Monomial monomial) {
        return new Germ(List.of(), coefficient.isZero() ? List.of() : List.of(new Term(coefficient, monomial)),
                Remainder.Small.NONE, Wave.NONE, true, true);
    }

    /** Whether it is the constant 0 for certain. */
    boolean isZero() {
        return terms.isEmpty() && remainder == Remainder.Small.NONE;
    }

    boolean isExact() {
        return exponent.isEmpty() && remainder == Remainder.Small.NONE;
    }

    Germ flagged(boolean nowContinuous, boolean nowAnalytic) {
        return nowContinuous == continuous && nowAnalytic == analytic
                ? this
                : new Germ(exponent, terms, remainder, wave, nowContinuous, nowAnalytic);
    }
}
