package org.adequal.number.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * A quick interval of doubles, for a first look only: every {@code set...} method makes this object the enclosure of a
 * function of the arguments (which may be this object) and returns it.
 *
 * <p>+ - * / and square roots are proven: the rounding error is computed exactly by error-free transformations, and where
 * that might over- or underflow the neighbour is taken. <b>Elementary functions are not proven</b>: the results of
 * {@link StrictMath} are widened by 2^-40 of themselves. No proof may rest on them.
 *
 * <p>Whatever cannot be settled (domain left, pole possible, overflow) is the whole line, which decides nothing; so it goes
 * to {@link Arithmetic}. The ends are never NaN.
 */
public final class DoubleInterval {

    /** Below, the error of a product or quotient might not be a double. */
    private static final double SMALL = 0x1p-968;
    /** Above, the intermediate steps of the exact error of a sum might overflow. */
    private static final double LARGE = 0x1p1000;
    private static final double WIDENING = 0x1p-40;
    /** Larger angles are not looked at. */
    private static final double ANGLE_LIMIT = 0x1p20;

    private double lo;
    private double hi;

    /** The number 0. */
    public DoubleInterval() {
        // both ends are 0
    }

    public double lo() {
        return lo;
    }

    public double hi() {
        return hi;
    }

    public boolean isBounded() {
        return lo > Double.NEGATIVE_INFINITY && hi < Double.POSITIVE_INFINITY;
    }

    public boolean certainlyPositive() {
        return lo > 0;
    }

    public boolean certainlyNegative() {
        return hi < 0;
    }

    public boolean mayBeZero() {
        return lo <= 0 && hi >= 0;
    }

    /** The same as an interval with dyadic ends. */
    public Interval toInterval() {
        return Interval.of(lo, hi);
    }

    /** Ends in the wrong order or NaN make the whole line. */
    public DoubleInterval set(double low, double high) {
        boolean proper = low <= high && low < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY;
        lo = proper ? low : Double.NEGATIVE_INFINITY;
        hi = proper ? high : Double.POSITIVE_INFINITY;
        return this;
    }

    public DoubleInterval set(double value) {
        return set(value, value);
    }

    public DoubleInterval setEntire() {
        return set(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public DoubleInterval setSum(DoubleInterval x, DoubleInterval y) {
        return set(addDown(x.lo, y.lo), -addDown(-x.hi, -y.hi));
    }

    public DoubleInterval setDifference(DoubleInterval x, DoubleInterval y) {
        return set(addDown(x.lo, -y.hi), -addDown(-x.hi, y.lo));
    }

    public DoubleInterval setNegation(DoubleInterval x) {
        return set(-x.hi, -x.lo);
    }

    public DoubleInterval setProduct(DoubleInterval x, DoubleInterval y) {
        if (x.lo >= 0 && y.lo >= 0) {
            return set(multiplyDown(x.lo, y.lo), multiplyUp(x.hi, y.hi));
        }
        double low = Math.min(Math.min(multiplyDown(x.lo, y.lo), multiplyDown(x.lo, y.hi)),
                Math.min(multiplyDown(x.hi, y.lo), multiplyDown(x.hi, y.hi)));
        double high = Math.max(Math.max(multiplyUp(x.lo, y.lo), multiplyUp(x.lo, y.hi)),
                Math.max(multiplyUp(x.hi, y.lo), multiplyUp(x.hi, y.hi)));
        return set(low, high);
    }

    /** The whole line when y may be 0. */
    public DoubleInterval setQuotient(DoubleInterval x, DoubleInterval y) {
        if (y.mayBeZero() || !x.isBounded() || !y.isBounded()) {
            return setEntire();
        }
        double low = Math.min(Math.min(divideDown(x.lo, y.lo), divideDown(x.lo, y.hi)),
                Math.min(divideDown(x.hi, y.lo), divideDown(x.hi, y.hi)));
        double high = Math.min(Math.min(divideDown(-x.lo, y.lo), divideDown(-x.lo, y.hi)),
                Math.min(divideDown(-x.hi, y.lo), divideDown(-x.hi, y.hi)));
        return set(low, -high);
    }

    public DoubleInterval setAbs(DoubleInterval x) {
        if (x.lo >= 0) {
            return set(x.lo, x.hi);
        }
        return x.hi <= 0 ? set(-x.hi, -x.lo) : set(0, Math.max(-x.lo, x.hi));
    }

    public DoubleInterval setMin(DoubleInterval x, DoubleInterval y) {
        return set(Math.min(x.lo, y.lo), Math.min(x.hi, y.hi));
    }

    public DoubleInterval setMax(DoubleInterval x, DoubleInterval y) {
        return set(Math.max(x.lo, y.lo), Math.max(x.hi, y.hi));
    }

    public DoubleInterval setSquare(DoubleInterval x) {
        setAbs(x);
        return set(Math.max(0, multiplyDown(lo, lo)), multiplyUp(hi, hi));
    }

    /** x^n; for n &lt; 0 the whole line when x may be 0. */
    public DoubleInterval setPower(DoubleInterval x, int n) {
        if (n == 0) {
            return set(1);
        }
        if (n % 2 == 0) {
            setAbs(x);
        } else {
            set(x.lo, x.hi);
        }
        // x^n increases here: of |x|, or of odd degree
        long degree = Math.abs((long) n);
        set(powerDown(lo, degree), -powerDownOfNegated(hi, degree, n % 2 == 0));
        return n > 0 ? this : setQuotient(new DoubleInterval().set(1), this);
    }

    /** A lower bound of -(x^n). */
    private static double powerDownOfNegated(double x, long n, boolean even) {
        if (even || x >= 0) {
            double result = 1;
            for (long i = 0; i < Math.min(n, POWER_LIMIT); i++) {
                result = multiplyUp(result, x);
            }
            return n > POWER_LIMIT ? Double.NEGATIVE_INFINITY : -result;
        }
        return powerDown(-x, n);
    }

    private static final int POWER_LIMIT = 64;

    /** A lower bound of x^n; for x &lt; 0 and odd n from that of -x. */
    private static double powerDown(double x, long n) {
        if (x < 0) {
            return powerDownOfNegated(-x, n, false);
        }
        if (n > POWER_LIMIT) {
            return 0;
        }
        double result = 1;
        for (long i = 0; i < n; i++) {
            result = Math.max(0, multiplyDown(result, x));
        }
        return result;
    }

    /** The whole line when x may be negative. */
    public DoubleInterval setSqrt(DoubleInterval x) {
        return x.lo < 0 ? setEntire() : set(sqrtDown(x.lo), sqrtUp(x.hi));
    }

    // not proven from here on

    public DoubleInterval setExp(DoubleInterval x) {
        setIncreasing(x, StrictMath::exp);
        return set(Math.max(0, lo), hi);
    }

    public DoubleInterval setExpm1(DoubleInterval x) {
        setIncreasing(x, StrictMath::expm1);
        return set(Math.max(-1, lo), hi);
    }

    /** The whole line when x may be 0 or less. */
    public DoubleInterval setLog(DoubleInterval x) {
        return x.lo > 0 ? setIncreasing(x, StrictMath::log) : setEntire();
    }

    /** The whole line when x may be -1 or less. */
    public DoubleInterval setLog1p(DoubleInterval x) {
        return x.lo > -1 ? setIncreasing(x, StrictMath::log1p) : setEntire();
    }

    public DoubleInterval setAtan(DoubleInterval x) {
        return setIncreasing(x, StrictMath::atan);
    }

    /** The whole line when x may be outside [-1, 1]. */
    public DoubleInterval setAsin(DoubleInterval x) {
        return x.lo >= -1 && x.hi <= 1 ? setIncreasing(x, StrictMath::asin) : setEntire();
    }

    /** The whole line when x may be outside [-1, 1]. */
    public DoubleInterval setAcos(DoubleInterval x) {
        return x.lo >= -1 && x.hi <= 1
                ? set(widenedDown(StrictMath.acos(x.hi)), widenedUp(StrictMath.acos(x.lo)))
                : setEntire();
    }

    public DoubleInterval setSinh(DoubleInterval x) {
        return setIncreasing(x, StrictMath::sinh);
    }

    public DoubleInterval setCosh(DoubleInterval x) {
        setAbs(x);
        setIncreasing(this, StrictMath::cosh);
        return set(Math.max(1, lo), hi);
    }

    public DoubleInterval setTanh(DoubleInterval x) {
        setIncreasing(x, StrictMath::tanh);
        return set(Math.max(-1, lo), Math.min(1, hi));
    }

    public DoubleInterval setSin(DoubleInterval x) {
        return setWave(x, StrictMath::sin, 1);
    }

    public DoubleInterval setCos(DoubleInterval x) {
        return setWave(x, StrictMath::cos, 0);
    }

    /** The whole line when a pole may be inside. */
    public DoubleInterval setTan(DoubleInterval x) {
        double first = quarter(x.lo, -1);
        double last = quarter(x.hi, 1);
        boolean far = x.lo < -ANGLE_LIMIT || x.hi > ANGLE_LIMIT;
        return far || holds(first, last, 1, 2) ? setEntire() : setIncreasing(x, StrictMath::tan);
    }

    private DoubleInterval setIncreasing(DoubleInterval x, DoubleUnaryOperator f) {
        return set(widenedDown(f.applyAsDouble(x.lo)), widenedUp(f.applyAsDouble(x.hi)));
    }

    /** A wave with its tops at j pi/2 for j = top (mod 4): an extremum within a hair of the interval counts as inside. */
    private DoubleInterval setWave(DoubleInterval x, DoubleUnaryOperator wave, int top) {
        if (x.lo < -ANGLE_LIMIT || x.hi > ANGLE_LIMIT) {
            return set(-1, 1);
        }
        double first = quarter(x.lo, -1);
        double last = quarter(x.hi, 1);
        double a = wave.applyAsDouble(x.lo);
        double b = wave.applyAsDouble(x.hi);
        double low = holds(first, last, top + 2, 4) ? -1 : Math.max(-1, widenedDown(Math.min(a, b)));
        double high = holds(first, last, top, 4) ? 1 : Math.min(1, widenedUp(Math.max(a, b)));
        return set(low, high);
    }

    /** x/(pi/2) and a hair beyond, far more than rounding errors within the limit of angles. */
    private static double quarter(double x, int side) {
        return x / (Math.PI / 2) + side * 0x1p-20;
    }

    /** Whether some integer between the numbers leaves this residue. */
    private static boolean holds(double first, double last, int residue, int modulus) {
        double least = Math.ceil((first - residue) / modulus) * modulus + residue;
        return least <= last;
    }

    private static double widenedDown(double y) {
        if (y == Double.POSITIVE_INFINITY) {
            return Double.MAX_VALUE;
        }
        return y - Math.abs(y) * WIDENING - Double.MIN_VALUE;
    }

    private static double widenedUp(double y) {
        return -widenedDown(-y);
    }

    // directed rounding

    /**
     * The sum rounded down. Knuth's TwoSum gives the exact error of the rounded sum whenever nothing overflows; its sign
     * tells on which side the truth lies.
     */
    static double addDown(double a, double b) {
        double sum = a + b;
        if (Math.abs(sum) > LARGE || Math.abs(a) > LARGE || Math.abs(b) > LARGE) {
            boolean finite = Math.abs(a) <= Double.MAX_VALUE && Math.abs(b) <= Double.MAX_VALUE;
            return finite ? Math.nextDown(sum) : sum;
        }
        double part = sum - a;
        double error = (a - (sum - part)) + (b - part);
        return error < 0 ? Math.nextDown(sum) : sum;
    }

    /** The product rounded down; a*b - product is exact by fma unless it underflows. Zero times infinity is zero. */
    static double multiplyDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double product = a * b;
        double size = Math.abs(product);
        if (size < SMALL || size > Double.MAX_VALUE) {
            boolean finite = Math.abs(a) <= Double.MAX_VALUE && Math.abs(b) <= Double.MAX_VALUE;
            return finite ? Math.nextDown(product) : product;
        }
        return Math.fma(a, b, -product) < 0 ? Math.nextDown(product) : product;
    }

    static double multiplyUp(double a, double b) {
        return 0 - multiplyDown(-a, b);
    }

    /** The quotient of finite numbers rounded down, b != 0; a - q b is exact by fma unless it underflows. */
    static double divideDown(double a, double b) {
        if (a == 0) {
            return 0;
        }
        double quotient = a / b;
        double size = Math.abs(quotient);
        if (size < SMALL || size > LARGE || Math.abs(a) < SMALL) {
            return Math.nextDown(quotient);
        }
        double rest = Math.fma(-quotient, b, a);
        boolean below = b > 0 ? rest < 0 : rest > 0;
        return below ? Math.nextDown(quotient) : quotient;
    }

    /** The square root rounded down; x - s^2 is exact by fma unless it underflows. */
    static double sqrtDown(double x) {
        double root = Math.sqrt(x);
        if (x < SMALL) {
            return x == 0 ? 0 : Math.max(0, Math.nextDown(root));
        }
        return x < Double.POSITIVE_INFINITY && Math.fma(-root, root, x) < 0 ? Math.nextDown(root) : root;
    }

    static double sqrtUp(double x) {
        double root = Math.sqrt(x);
        if (x < SMALL) {
            return x == 0 ? 0 : Math.nextUp(root);
        }
        return x < Double.POSITIVE_INFINITY && Math.fma(-root, root, x) > 0 ? Math.nextUp(root) : root;
    }

    @Override
    public String toString() {
        return "[" + lo + ", " + hi + "]";
    }
}
