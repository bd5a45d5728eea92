package org.adequal.simplify.polynomial;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A guess of a greatest common divisor from integers: put a large number for each generator in turn, take the divisor
 * of what is left, and read the polynomial back from the digits in that number (the heuristic GCD of Char, Geddes and
 * Gonnet, 1989). Only a guess: {@link GreatestCommonDivisor} proves it or throws it away.
 */
final class HeuristicDivisor {

    /** Beyond this many bits the divisors of integers cost more than Euclid's algorithm on polynomials. */
    private static final long MOST_BITS = 20_000;

    /** Upper bounds of the degrees of the divisor. */
    private final int[] degreeBounds;
    private final int attempt;
    private final Budget budget;

    private HeuristicDivisor(int[] degreeBounds, int attempt, Budget budget) {
        this.degreeBounds = degreeBounds;
        this.attempt = attempt;
        this.budget = budget;
    }

    /** A guess from whole polynomials that are not zero, empty if there is none; later attempts use larger numbers. */
    static Optional<Polynomial> guess(Polynomial a, Polynomial b, int[] degreeBounds, int attempt, Budget budget)
            throws LimitReached {
        return new HeuristicDivisor(degreeBounds, attempt, budget).guess(a, b, degreeBounds.length - 1)
                .map(Polynomial::primitivePart);
    }

    /** A guess for polynomials in the generators up to this one. */
    private Optional<Polynomial> guess(Polynomial a, Polynomial b, int generator) throws LimitReached {
        BigInteger contentA = a.content().numerator().abs();
        BigInteger contentB = b.content().numerator().abs();
        long bits = Math.max(contentA.bitLength(), contentB.bitLength());
        budget.spendDivisor(bits);
        Polynomial content = Polynomial.collect(Map.of(Monomial.ONE, contentA.gcd(contentB)), BigInteger.ONE);
        if (generator < 0) {
            return Optional.of(content);
        }
        if (degreeBounds[generator] == 0) {
            return guess(a, b, generator - 1);
        }
        Polynomial p = a.primitivePart();
        Polynomial q = b.primitivePart();
        BigInteger point = point(p, q);
        Optional<Polynomial> valueA = value(p, generator, point);
        Optional<Polynomial> valueB = value(q, generator, point);
        if (valueA.isEmpty() || valueB.isEmpty()) {
            return Optional.empty();
        }
        Optional<Polynomial> divisor = guess(valueA.get(), valueB.get(), generator - 1);
        if (divisor.isEmpty()) {
            return divisor;
        }
        return read(divisor.get(), generator, point, content.wholeCoefficient(0));
    }

    /** Large enough to hold likely coefficients of the divisor, as in SymPy's heugcd; growing with the attempts. */
    private BigInteger point(Polynomial p, Polynomial q) {
        BigInteger norm = norm(p).min(norm(q));
        BigInteger safe = norm.shiftLeft(1).add(BigInteger.valueOf(29));
        BigInteger point = safe.min(safe.sqrt().multiply(BigInteger.valueOf(99)));
        BigInteger roots = norm(p).divide(p.wholeCoefficient(0)).min(norm(q).divide(q.wholeCoefficient(0)));
        point = point.max(roots.shiftLeft(1).add(BigInteger.valueOf(4)));
        for (int i = 0; i < attempt; i++) {
            point = point.multiply(point.sqrt().sqrt()).multiply(BigInteger.valueOf(73_794))
                    .divide(BigInteger.valueOf(27_011));
        }
        return point;
    }

    private static BigInteger norm(Polynomial polynomial) {
        BigInteger norm = BigInteger.ZERO;
        for (int i = 0; i < polynomial.size(); i++) {
            norm = norm.max(polynomial.wholeCoefficient(i).abs());
        }
        return norm;
    }

    /** The polynomial with a number for a generator; empty if that is zero or too large. */
    private Optional<Polynomial> value(Polynomial polynomial, int generator, BigInteger point) throws LimitReached {
        int degree = polynomial.degree(generator);
        long bits = polynomial.bits() + (long) degree * point.bitLength();
        if (bits > MOST_BITS) {
            return Optional.empty();
        }
        budget.spend(polynomial.size() * (1 + (bits >> 10)));
        BigInteger[] powers = new BigInteger[degree + 1];
        powers[0] = BigInteger.ONE;
        for (int i = 1; i <= degree; i++) {
            powers[i] = powers[i - 1].multiply(point);
        }
        Map<Monomial, BigInteger> sums = HashMap.newHashMap(polynomial.size());
        for (int i = 0; i < polynomial.size(); i++) {
            Monomial monomial = polynomial.monomial(i);
            sums.merge(monomial.with(generator, 0),
                    polynomial.wholeCoefficient(i).multiply(powers[monomial.exponent(generator)]), BigInteger::add);
        }
        Polynomial value = Polynomial.collect(sums, BigInteger.ONE);
        return value.isZero() ? Optional.empty() : Optional.of(value);
    }

    /** The polynomial whose value it is, with coefficients of either sign up to half of the point. */
    private Optional<Polynomial> read(Polynomial value, int generator, BigInteger point, BigInteger content)
            throws LimitReached {
        BigInteger half = point.shiftRight(1);
        Map<Monomial, BigInteger> digits = new HashMap<>();
        for (int i = 0; i < value.size(); i++) {
            BigInteger rest = value.wholeCoefficient(i);
            budget.spend(1 + (rest.bitLength() >> 6));
            for (int exponent = 0; rest.signum() != 0; exponent++) {
                if (exponent > degreeBounds[generator]) {
                    return Optional.empty();
                }
                BigInteger digit = rest.mod(point);
                if (digit.compareTo(half) > 0) {
                    digit = digit.subtract(point);
                }
                digits.put(value.monomial(i).with(generator, exponent), digit);
                rest = rest.subtract(digit).divide(point);
            }
        }
        Polynomial primitive = Polynomial.collect(digits, BigInteger.ONE).primitivePart();
        Map<Monomial, BigInteger> scaled = HashMap.newHashMap(primitive.size());
        for (int i = 0; i < primitive.size(); i++) {
            scaled.put(primitive.monomial(i), primitive.wholeCoefficient(i).multiply(content));
        }
        return Optional.of(Polynomial.collect(scaled, BigInteger.ONE));
    }
}
