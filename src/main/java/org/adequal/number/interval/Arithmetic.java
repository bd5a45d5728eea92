package org.adequal.number.interval;

import java.math.BigInteger;

import org.adequal.number.Rational;

/**
 * Interval arithmetic at a precision of so many significant bits.
 *
 * <p>Every operation encloses the values of the function at all members of its arguments that lie in its domain: the
 * result is {@link Interval#EMPTY} when none does, and unbounded when a pole may lie among them. Nothing is thrown, nothing
 * is undefined. Whether all members lie in the domain is a question about the argument, to be asked there (
 * {@link Interval#certainlyPositive} and the like).
 *
 * <p>Ends are rounded outward. At a single number + - * / and roots are rounded correctly, and so nearly always are all
 * others: the ends are neighbours, except that a value which happens to be of so many bits itself may be left with a
 * neighbour on each side. Above 2^65536 sine and cosine answer [-1, 1]. Growing precision shrinks the result at a number
 * down to the value.
 *
 * @param bits the precision, from 2 to a million
 */
public record Arithmetic(int bits) {

    private static final Interval INFINITE = new Interval(Dyadic.HUGE, Dyadic.POSITIVE_INFINITY);

    /** Refuses precisions out of range. */
    public Arithmetic {
        if (bits < 2 || bits > 1_000_000) {
            throw new IllegalArgumentException("precision out of range: " + bits);
        }
    }

    public static Arithmetic of(int bits) {
        return new Arithmetic(bits);
    }

    /** The tightest enclosure of a fraction. */
    public Interval of(Rational value) {
        BigInteger denominator = value.denominator();
        int twos = denominator.getLowestSetBit();
        if (denominator.bitLength() == twos + 1) {
            return Interval.of(Dyadic.of(value.numerator(), -twos)).outward(bits);
        }
        return Dyadic.quotient(Dyadic.of(value.numerator(), 0), Dyadic.of(value.denominator(), 0), bits);
    }

    public Interval pi() {
        return Evaluation.refined(bits, Constants::piInterval);
    }

    public Interval e() {
        return exp(Interval.ONE);
    }

    // sums and products

    public Interval plus(Interval x, Interval y) {
        if (x.isEmpty() || y.isEmpty()) {
            return Interval.EMPTY;
        }
        return new Interval(Dyadic.sum(x.lo(), y.lo(), bits, Direction.DOWN),
                Dyadic.sum(x.hi(), y.hi(), bits, Direction.UP));
    }

    public Interval minus(Interval x, Interval y) {
        return plus(x, y.negate());
    }

    /** -x, exactly. */
    public Interval negate(Interval x) {
        return x.negate();
    }

    /** By the signs of the factors; both straddling zero, the extremes of the four products. */
    public Interval times(Interval x, Interval y) {
        if (x.isEmpty() || y.isEmpty()) {
            return Interval.EMPTY;
        }
        if (x.isPoint() && y.isPoint()) {
            return Interval.of(x.lo().times(y.lo())).outward(bits);
        }
        if (x.lo().signum() >= 0) {
            return rounded(y.lo().signum() >= 0 ? x.lo().times(y.lo()) : x.hi().times(y.lo()),
                    y.hi().signum() >= 0 ? x.hi().times(y.hi()) : x.lo().times(y.hi()));
        }
        if (x.hi().signum() <= 0) {
            return times(x.negate(), y).negate();
        }
        if (y.lo().signum() >= 0 || y.hi().signum() <= 0) {
            return times(y, x);
        }
        return rounded(Dyadic.min(x.lo().times(y.hi()), x.hi().times(y.lo())),
                Dyadic.max(x.lo().times(y.lo()), x.hi().times(y.hi())));
    }

    private Interval rounded(Dyadic lo, Dyadic hi) {
        return new Interval(lo.rounded(bits, Direction.DOWN), hi.rounded(bits, Direction.UP));
    }

    /** x/y for y != 0: with zero at an end of y unbounded on a side, with zero inside entire, by zero alone empty. */
    public Interval divide(Interval x, Interval y) {
        if (x.isEmpty() || y.isEmpty() || y.certainlyZero()) {
            return Interval.EMPTY;
        }
        if (x.certainlyZero()) {
            return Interval.ZERO;
        }
        if (y.hi().signum() <= 0) {
            return divide(x, y.negate()).negate();
        }
        if (y.lo().signum() < 0) {
            return Interval.ENTIRE;
        }
        if (x.isPoint() && y.isPoint()) {
            return Dyadic.quotient(x.lo(), y.lo(), bits);
        }
        return new Interval(quotient(x.lo(), x.lo().signum() >= 0 ? y.hi() : y.lo(), Direction.DOWN),
                quotient(x.hi(), x.hi().signum() >= 0 ? y.lo() : y.hi(), Direction.UP));
    }

    /** a/b for b &gt;= 0, with the limit b -> 0 for b = 0. */
    private Dyadic quotient(Dyadic a, Dyadic b, Direction direction) {
        if (b.isZero()) {
            return switch (a.signum()) {
                case 0 -> Dyadic.ZERO;
                case 1 -> Dyadic.POSITIVE_INFINITY;
                default -> Dyadic.NEGATIVE_INFINITY;
            };
        }
        return Dyadic.quotient(a, b, bits, direction);
    }

    /** |x|, exactly. */
    public Interval abs(Interval x) {
        if (x.isEmpty() || x.lo().signum() >= 0) {
            return x;
        }
        return x.hi().signum() <= 0
                ? x.negate()
                : new Interval(Dyadic.ZERO, Dyadic.max(x.lo().negate(), x.hi()));
    }

    public Interval min(Interval x, Interval y) {
        return x.isEmpty() || y.isEmpty()
                ? Interval.EMPTY
                : new Interval(Dyadic.min(x.lo(), y.lo()), Dyadic.min(x.hi(), y.hi()));
    }

    public Interval max(Interval x, Interval y) {
        return x.isEmpty() || y.isEmpty()
                ? Interval.EMPTY
                : new Interval(Dyadic.max(x.lo(), y.lo()), Dyadic.max(x.hi(), y.hi()));
    }

    /** max(x, 0). */
    public Interval relu(Interval x) {
        return max(x, Interval.ZERO);
    }

    /** min(max(x, low), high). */
    public Interval clamp(Interval x, Interval low, Interval high) {
        return min(max(x, low), high);
    }

    public Interval square(Interval x) {
        Interval size = abs(x);
        return size.isEmpty() ? size : rounded(size.lo().times(size.lo()), size.hi().times(size.hi()));
    }

    // roots and powers

    /** For x &gt;= 0. */
    public Interval sqrt(Interval x) {
        return rootOf(x.intersection(Interval.NOT_NEGATIVE), 2);
    }

    /** The real cube root, for all x. */
    public Interval cbrt(Interval x) {
        return root(x, 3);
    }

    /** The real n-th root for 1 &lt;= n &lt;= 1000: for even n of x &gt;= 0. Refuses other n. */
    public Interval root(Interval x, int n) {
        if (n < 1 || n > 1000) {
            throw new IllegalArgumentException("degree of root out of range: " + n);
        }
        if (n % 2 == 0 || x.isEmpty() || x.lo().signum() >= 0) {
            return rootOf(x.intersection(Interval.NOT_NEGATIVE), n);
        }
        Interval negative = rootOf(x.intersection(Interval.NOT_NEGATIVE.negate()).negate(), n).negate();
        return negative.hull(rootOf(x.intersection(Interval.NOT_NEGATIVE), n));
    }

    private Interval rootOf(Interval x, int n) {
        if (x.isEmpty()) {
            return x;
        }
        return new Interval(Dyadic.root(x.lo(), n, bits, Direction.DOWN), Dyadic.root(x.hi(), n, bits, Direction.UP));
    }

    /** x^n, 1 for n = 0; for n &lt; 0 the reciprocal, for x != 0. */
    public Interval power(Interval x, long n) {
        return Powers.integer(x, n, bits);
    }

    /**
     * x^y where it has a value: for x &gt; 0; 0 for x = 0 &lt; y; 1 for x = y = 0; and for x &lt; 0 when y is an integer.
     */
    public Interval pow(Interval x, Interval y) {
        return Powers.real(x, y, bits);
    }

    /** sqrt(x^2 + y^2). */
    public Interval hypot(Interval x, Interval y) {
        return Evaluation.refined(bits, working -> {
            Arithmetic arithmetic = Arithmetic.of(working);
            // the squares at double length are exact for numbers of ordinary length
            Arithmetic doubled = Arithmetic.of(2 * working);
            return arithmetic.sqrt(arithmetic.plus(doubled.square(x), doubled.square(y)));
        });
    }

    // exponentials and logarithms

    public Interval exp(Interval x) {
        return Evaluation.increasing(x, bits, Exponential::exp, Interval.ZERO, INFINITE);
    }

    /** exp(x) - 1. */
    public Interval expm1(Interval x) {
        return Evaluation.increasing(x, bits, Exponential::expm1, Interval.MINUS_ONE, INFINITE);
    }

    /** The natural logarithm, for x &gt; 0. */
    public Interval log(Interval x) {
        return Logarithm.natural(x, bits);
    }

    /** log(1 + x), for x &gt; -1. */
    public Interval log1p(Interval x) {
        return Logarithm.ofOnePlus(x, bits);
    }

    /** For x &gt; 0. */
    public Interval log2(Interval x) {
        return Logarithm.toBase(x, 2, bits);
    }

    /** For x &gt; 0. */
    public Interval log10(Interval x) {
        return Logarithm.toBase(x, 10, bits);
    }

    /** The logarithm of x to the base b, for x &gt; 0, b &gt; 0, b != 1. */
    public Interval log(Interval x, Interval b) {
        return Logarithm.toBase(x, b, bits);
    }

    /** 1/(1 + exp(-x)). */
    public Interval sigmoid(Interval x) {
        return Evaluation.increasing(x, bits, Hyperbolic::sigmoid, Interval.ZERO, Interval.ONE);
    }

    /** log(1 + exp(x)). */
    public Interval softplus(Interval x) {
        return Evaluation.increasing(x, bits, Hyperbolic::softplus, Interval.ZERO, INFINITE);
    }

    // circular functions

    public Interval sin(Interval x) {
        return Trigonometric.sin(x, bits);
    }

    public Interval cos(Interval x) {
        return Trigonometric.cos(x, bits);
    }

    public Interval tan(Interval x) {
        return Trigonometric.tan(x, bits);
    }

    public Interval sec(Interval x) {
        return Trigonometric.sec(x, bits);
    }

    public Interval csc(Interval x) {
        return Trigonometric.csc(x, bits);
    }

    public Interval cot(Interval x) {
        return Trigonometric.cot(x, bits);
    }

    /** For -1 &lt;= x &lt;= 1. */
    public Interval asin(Interval x) {
        return Evaluation.increasing(x.intersection(Interval.MINUS_ONE_TO_ONE), bits, Arc::asin, Interval.ENTIRE,
                Interval.ENTIRE);
    }

    /** For -1 &lt;= x &lt;= 1. */
    public Interval acos(Interval x) {
        return Evaluation.decreasing(x.intersection(Interval.MINUS_ONE_TO_ONE), bits, Arc::acos, Interval.ENTIRE,
                Interval.ENTIRE);
    }

    public Interval atan(Interval x) {
        return Evaluation.increasing(x, bits, Arc::atan, pi().scale(-1).negate(), pi().scale(-1));
    }

    /** pi/2 - atan x. */
    public Interval acot(Interval x) {
        return Evaluation.decreasing(x, bits, Arc::acot, pi(), Interval.ZERO);
    }

    /** acos(1/x), for |x| &gt;= 1; increasing on either side. */
    public Interval asec(Interval x) {
        Interval limit = pi().scale(-1);
        return Evaluation.increasing(x.intersection(BELOW), bits, Arc::asec, limit, limit)
                .hull(Evaluation.increasing(x.intersection(ABOVE), bits, Arc::asec, limit, limit));
    }

    /** asin(1/x), for |x| &gt;= 1; decreasing on either side. */
    public Interval acsc(Interval x) {
        return Evaluation.decreasing(x.intersection(BELOW), bits, Arc::acsc, Interval.ZERO, Interval.ZERO)
                .hull(Evaluation.decreasing(x.intersection(ABOVE), bits, Arc::acsc, Interval.ZERO, Interval.ZERO));
    }

    private static final Interval ABOVE = new Interval(Dyadic.ONE, Dyadic.POSITIVE_INFINITY);
    private static final Interval BELOW = ABOVE.negate();

    /** The angle of the point (x, y), in (-pi, pi]; not of the origin. */
    public Interval atan2(Interval y, Interval x) {
        return Arc.atan2(y, x, bits);
    }

    // hyperbolic functions

    public Interval sinh(Interval x) {
        return Evaluation.increasing(x, bits, Hyperbolic::sinh, INFINITE.negate(), INFINITE);
    }

    public Interval cosh(Interval x) {
        return Evaluation.increasing(abs(x), bits, Hyperbolic::cosh, INFINITE, INFINITE);
    }

    public Interval tanh(Interval x) {
        return Evaluation.increasing(x, bits, Hyperbolic::tanh, Interval.MINUS_ONE, Interval.ONE);
    }

    public Interval sech(Interval x) {
        return reciprocal(x, Arithmetic::cosh);
    }

    /** For x != 0. */
    public Interval csch(Interval x) {
        return reciprocal(x, Arithmetic::sinh);
    }

    /** For x != 0. */
    public Interval coth(Interval x) {
        return reciprocal(x, Arithmetic::tanh);
    }

    private Interval reciprocal(Interval x, java.util.function.BiFunction<Arithmetic, Interval, Interval> f) {
        return Evaluation.refined(bits,
                working -> Arithmetic.of(working).divide(Interval.ONE, f.apply(Arithmetic.of(working), x)));
    }

    public Interval asinh(Interval x) {
        return Evaluation.increasing(x, bits, Hyperbolic::asinh, Interval.ENTIRE, Interval.ENTIRE);
    }

    /** For x &gt;= 1. */
    public Interval acosh(Interval x) {
        return Evaluation.increasing(x.intersection(ABOVE), bits, Hyperbolic::acosh, Interval.ENTIRE, Interval.ENTIRE);
    }

    /** For -1 &lt; x &lt; 1. */
    public Interval atanh(Interval x) {
        Interval inside = x.intersection(Interval.MINUS_ONE_TO_ONE);
        if (inside.isPoint() && inside.mignitude().equals(Dyadic.ONE)) {
            return Interval.EMPTY;
        }
        if (inside.isEmpty()) {
            return inside;
        }
        Dyadic low = inside.lo().equals(Dyadic.MINUS_ONE)
                ? Dyadic.NEGATIVE_INFINITY
                : Evaluation.at(inside.lo(), bits, Hyperbolic::atanh).lo();
        Dyadic high = inside.hi().equals(Dyadic.ONE)
                ? Dyadic.POSITIVE_INFINITY
                : Evaluation.at(inside.hi(), bits, Hyperbolic::atanh).hi();
        return new Interval(low, high);
    }

    // error and gamma functions

    public Interval erf(Interval x) {
        return Evaluation.increasing(x, bits, ErrorFunction::erf, Interval.MINUS_ONE, Interval.ONE);
    }

    /** 1 - erf x. */
    public Interval erfc(Interval x) {
        return Evaluation.decreasing(x, bits, ErrorFunction::erfc, Interval.TWO, Interval.ZERO);
    }

    /** Except at 0, -1, -2, ... */
    public Interval gamma(Interval x) {
        return Gamma.gamma(x, bits);
    }

    /** log|gamma|, except at 0, -1, -2, ... */
    public Interval lgamma(Interval x) {
        return Gamma.lgamma(x, bits);
    }

    /** The derivative of log gamma, except at 0, -1, -2, ... */
    public Interval digamma(Interval x) {
        return Polygamma.on(0, x, bits);
    }

    /** The n-th derivative of digamma, except at 0, -1, ...; for n &gt; 1000 only its range. Refuses n &lt; 0. */
    public Interval polygamma(int n, Interval x) {
        if (n < 0) {
            throw new IllegalArgumentException("order of polygamma: " + n);
        }
        return Polygamma.on(n, x, bits);
    }

    // steps

    public Interval sign(Interval x) {
        return Steps.sign(x);
    }

    /** 0 for x &lt;= 0, else 1. */
    public Interval step(Interval x) {
        return Steps.step(x);
    }

    public Interval floor(Interval x) {
        return Steps.floor(x);
    }

    public Interval ceil(Interval x) {
        return Steps.ceil(x);
    }

    /** Ties to the even integer. */
    public Interval round(Interval x) {
        return Steps.round(x);
    }

    /** x - y floor(x/y), for y != 0. */
    public Interval mod(Interval x, Interval y) {
        return Steps.mod(x, y, this);
    }
}
