package org.adequal.simplify.polynomial;

import org.adequal.simplify.polynomial.LimitReached.Limit;

/** What is left of the steps that {@link Limits} allow; shared by all operations that belong to one task. */
public final class Budget {

    private final Limits limits;
    private long left;

    public Budget(Limits limits) {
        this.limits = limits;
        this.left = limits.steps();
    }

    /** A fresh budget with the default limits. */
    public static Budget standard() {
        return new Budget(Limits.DEFAULT);
    }

    public Limits limits() {
        return limits;
    }

    /** How many steps may still be spent. */
    public long left() {
        return left;
    }

    /** Takes steps away. Once it has given up, it gives up forever. */
    void spend(long steps) throws LimitReached {
        left -= Math.min(steps, left + 1);
        if (left < 0) {
            throw new LimitReached(Limit.STEPS);
        }
    }

    /** The steps of so many products of numbers with so many bits; a word of 32 bits costs far less than a term. */
    void spendProducts(long count, long bits, long otherBits) throws LimitReached {
        spend(count * (1 + ((bits * otherBits) >> 16)));
    }

    /** The steps of one greatest common divisor of numbers, or of many that end early. */
    void spendDivisor(long bits) throws LimitReached {
        spend(1 + ((bits * bits) >> 12));
    }

    void requirePower(int power) throws LimitReached {
        require(power, limits.power(), Limit.POWER);
    }

    void requireDegree(long degree) throws LimitReached {
        require(degree, limits.degree(), Limit.DEGREE);
    }

    void requireTerms(int terms) throws LimitReached {
        require(terms, limits.terms(), Limit.TERMS);
    }

    void requireBits(long bits) throws LimitReached {
        require(bits, limits.bits(), Limit.BITS);
    }

    /** The polynomial itself, if it is within the limits. */
    public Polynomial admit(Polynomial polynomial) throws LimitReached {
        requireTerms(polynomial.size());
        requireDegree(polynomial.degree());
        require(polynomial.generatorBound(), limits.generators(), Limit.GENERATORS);
        requireBits(polynomial.bits());
        return polynomial;
    }

    /** The polynomial itself, if it is small enough for a numerator that is shown multiplied out. */
    public Polynomial admitNumerator(Polynomial polynomial) throws LimitReached {
        require(polynomial.size(), limits.numeratorTerms(), Limit.NUMERATOR_TERMS);
        return admit(polynomial);
    }

    private static void require(long actual, int most, Limit limit) throws LimitReached {
        if (actual > most) {
            throw new LimitReached(limit);
        }
    }
}
