package org.adequal.simplify.polynomial;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.adequal.number.Rational;

/** Exact division, made to fail early: most trials by far are by polynomials that are no divisors. */
final class Division {

    private Division() {}

    static Optional<Polynomial> divide(Polynomial dividend, Polynomial divisor, Budget budget) throws LimitReached {
        if (divisor.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        if (dividend.isZero()) {
            return Optional.of(Polynomial.ZERO);
        }
        Polynomial a = dividend.primitivePart();
        Polynomial b = divisor.primitivePart();
        Optional<Polynomial> quotient = dividePrimitive(a, b, budget);
        if (quotient.isEmpty()) {
            return quotient;
        }
        Rational factor = dividend.content().dividedBy(divisor.content());
        return Optional.of(quotient.get().times(factor, budget));
    }

    /** The quotient by a polynomial that is known to be a divisor. */
    static Polynomial exact(Polynomial dividend, Polynomial divisor, Budget budget) throws LimitReached {
        return divide(dividend, divisor, budget)
                .orElseThrow(() -> new IllegalStateException(divisor + " does not divide " + dividend));
    }

    private static Optional<Polynomial> dividePrimitive(Polynomial a, Polynomial b, Budget budget)
            throws LimitReached {
        if (b.size() == 1) {
            Monomial monomial = b.monomial(0);
            return a.monomialContent().isDivisibleBy(monomial)
                    ? Optional.of(a.dividedBy(monomial))
                    : Optional.empty();
        }
        // the degrees of a product are the sums of the degrees, in each generator and in all
        budget.spend((long) a.size() + b.size());
        int generators = Math.max(a.generatorBound(), b.generatorBound());
        int[] degrees = new int[generators];
        for (int i = 0; i < generators; i++) {
            degrees[i] = a.degree(i) - b.degree(i);
            if (degrees[i] < 0) {
                return Optional.empty();
            }
        }
        Monomial highest = Monomial.of(degrees);
        Monomial lead = b.monomial(0);
        BigInteger leadCoefficient = b.wholeCoefficient(0);
        int bitsB = b.bits();
        int last = b.size() - 1;
        if (!a.monomial(a.size() - 1).isDivisibleBy(b.monomial(last))
                || a.wholeCoefficient(a.size() - 1).mod(b.wholeCoefficient(last).abs()).signum() != 0) {
            return Optional.empty();
        }
        TreeMap<Monomial, BigInteger> remainder = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < a.size(); i++) {
            remainder.put(a.monomial(i), a.wholeCoefficient(i));
        }
        Map<Monomial, BigInteger> quotient = new HashMap<>();
        while (true) {
            Map.Entry<Monomial, BigInteger> first = remainder.pollFirstEntry();
            if (first == null) {
                return Optional.of(Polynomial.collect(quotient, BigInteger.ONE));
            }
            if (!first.getKey().isDivisibleBy(lead)) {
                return Optional.empty();
            }
            Monomial monomial = first.getKey().dividedBy(lead);
            BigInteger[] parts = first.getValue().divideAndRemainder(leadCoefficient);
            if (parts[1].signum() != 0 || !highest.isDivisibleBy(monomial)) {
                return Optional.empty();
            }
            quotient.put(monomial, parts[0]);
            budget.spendProducts(b.size(), parts[0].bitLength(), bitsB);
            budget.requireTerms(quotient.size());
            budget.requireBits(parts[0].bitLength());
            BigInteger negated = parts[0].negate();
            for (int i = 1; i < b.size(); i++) {
                // sums that are zero leave the map
                remainder.merge(monomial.times(b.monomial(i)), negated.multiply(b.wholeCoefficient(i)),
                        Division::sumOrNothing);
            }
        }
    }

    @SuppressWarnings("NullAway") // null is how Map.merge is told to remove the entry
    private static BigInteger sumOrNothing(BigInteger a, BigInteger b) {
        BigInteger sum = a.add(b);
        return sum.signum() == 0 ? null : sum;
    }
}
