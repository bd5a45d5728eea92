package org.adequal.number.interval;

import java.math.BigInteger;

/**
 * An angle reduced by quarter turns: x = n pi/2 + r with |r| &lt;= pi/4 (and a hair), r known as an integer in units of
 * 2^-places, off by at most 2 units.
 *
 * @param quarters n, whose last two bits choose the function
 * @param rest     r 2^places, off by at most 2
 */
record Angle(BigInteger quarters, BigInteger rest, int places) {

    /** Arguments from 2^REACH on are not reduced: that many digits of pi are not computed. */
    static final int REACH = 1 << 16;

    static boolean isWithinReach(Dyadic x) {
        return x.isFinite() && (x.isZero() || x.top() < REACH);
    }

    /**
     * Reduces x != 0 within reach; the rest has at least bits + 12 bits, so its sign is certain.
     *
     * <p>Proof, with t = max(top(x), 0), f = places, G = f + t + 9: P &lt;= (pi/2) 2^G &lt; P + 2, X = floor(x 2^G), n = the
     * integer nearest to X/P, R = X - nP. Then r 2^G differs from R by at most 1 + 2|n|; |n| &lt;= 2^(t+1)/1.57 + 1 &lt;
     * 2^(t+2), so by less than 9*2^t, less than 1/32 unit of 2^-f. The floor of R to units adds less than 1. As x/pi is
     * irrational R gets as long as one likes when f grows.
     */
    static Angle of(Dyadic x, int bits) {
        int t = (int) Math.max(x.top(), 0);
        int places = bits + 20 + (int) Math.max(-x.top(), 0);
        while (true) {
            int fine = places + t + 9;
            BigInteger half = Constants.pi(fine - 1); // pi 2^(G-1) is (pi/2) 2^G
            BigInteger scaled = Exponential.floor(x, fine);
            BigInteger n = floorDivide(scaled.shiftLeft(1).add(half), half.shiftLeft(1));
            BigInteger rest = scaled.subtract(n.multiply(half)).shiftRight(fine - places);
            int missing = bits + 12 - rest.abs().bitLength();
            if (missing <= 0) {
                return new Angle(n, rest, places);
            }
            places += missing + 8;
        }
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /**
     * The angle pi x for a number x that is not a multiple of 1/2, reduced exactly: x = n/2 + y with |y| &lt;= 1/4, r = pi y.
     *
     * <p>Proof: with y = m 2^-q exactly and P &lt;= pi 2^f &lt; P + 2, the number P m 2^-q is off from r 2^f by less than 2|y|
     * &lt;= 1/2, and its floor by less than 1 more.
     */
    static Angle ofPiTimes(Dyadic x, int bits) {
        Dyadic n = x.scale(1).round();
        Dyadic y = x.minus(n.scale(-1));
        int places = bits + 20 + (int) Math.max(-y.top(), 0);
        BigInteger rest = Exponential.floor(Dyadic.of(Constants.pi(places), -places).times(y), places);
        return new Angle(Exponential.floor(n, 0), rest, places);
    }

    /** The number of the quarter [n pi/2, (n+1) pi/2] that the angle lies in. */
    BigInteger quarter() {
        return rest.signum() < 0 ? quarters.subtract(BigInteger.ONE) : quarters;
    }

    Interval sin() {
        return circular(quarters.intValue() & 3);
    }

    Interval cos() {
        return circular(quarters.intValue() + 1 & 3);
    }

    /** sin(r + turn pi/2). */
    private Interval circular(int turn) {
        return switch (turn) {
            case 0 -> sinOfRest();
            case 1 -> cosOfRest();
            case 2 -> sinOfRest().negate();
            case 3 -> cosOfRest().negate();
            default -> throw new IllegalStateException();
        };
    }

    private Interval sinOfRest() {
        BigInteger size = rest.abs();
        Interval result = series(size, size, 1);
        return rest.signum() < 0 ? result.negate() : result;
    }

    private Interval cosOfRest() {
        return series(rest.abs(), BigInteger.ONE.shiftLeft(places), 0);
    }

    /**
     * The alternating series a^m - a^(m+2)/(...) + ..., m = 1 for the sine, 0 for the cosine; a = |r| &lt; 0.8.
     *
     * <p>Proof, in units of 2^-f: A is off from a by at most 2 and Q = floor(A^2/2^f) from a^2 by at most 2*0.8*2 + 4/2^f
     * + 1 &lt; 5. Terms T_0 = A or 2^f, T_j = floor(T_(j-1) Q/(2^f d)) with d = (2j-1+m)(2j+m) &gt;= 2; the true terms are at
     * most 1 (2^f units). Errors: e_0 &lt;= 2, e_j &lt;= (0.65 e_(j-1) + 5)/2 + 1 &lt; 6. The loop ends with T_n = 0, so the
     * true t_n is at most 6 units, and as true terms alternate and fall, what is left out is at most t_n. All told 6n + 6.
     */
    private Interval series(BigInteger a, BigInteger first, int m) {
        BigInteger square = a.multiply(a).shiftRight(places);
        BigInteger term = first;
        BigInteger sum = first;
        int n = 1;
        while (true) {
            long divisor = (2L * n - 1 + m) * (2L * n + m);
            term = term.multiply(square).shiftRight(places).divide(BigInteger.valueOf(divisor));
            if (term.signum() == 0) {
                break;
            }
            sum = n % 2 == 1 ? sum.subtract(term) : sum.add(term);
            n++;
        }
        return Exponential.around(sum, 6L * n + 6, places);
    }
}
