package org.adequal.simplify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.number.Rational;

/**
 * How the user writes: sums keep the order of their terms, and typed decimals come back as decimals.
 *
 * @param orders the terms of a sum in structural order, and in the order in which the user wrote them
 * @param sums the sums themselves, whole and without a common divisor, with the sign that they have
 * @param decimals the magnitudes that were typed as decimals
 */
record Manner(Map<List<Form>, List<Form>> orders, Set<Form> sums, Set<Rational> decimals) {
    private static final int MOST_DIGITS = 17;
    /** A fraction with a smaller denominator stays one, unless it was typed as a decimal. */
    private static final Rational SMALL = Rational.of(9);

    Manner() {
        this(new HashMap<>(), new HashSet<>(), new HashSet<>());
    }

    /** Whether the user wrote the sum with all its signs changed, and not as it is. */
    boolean isTurned(Form.Sum sum, Forms forms) {
        return !sums.contains(sum) && sums.contains(forms.negate(sum));
    }

    /** Whether a number is written as a decimal fraction. */
    boolean isDecimal(Rational number) {
        if (decimals.isEmpty() || number.isInteger()) {
            return false;
        }
        if (decimals.contains(number.abs())) {
            return true;
        }
        return Rational.of(number.denominator()).compareTo(SMALL) >= 0 && number.bits() < 8L * MOST_DIGITS
                && number.isDecimal() && number.toDecimal().precision() <= MOST_DIGITS;
    }
}
