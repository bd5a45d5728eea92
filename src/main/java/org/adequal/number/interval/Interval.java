package org.adequal.number.interval;

/**
 * A closed interval [lo, hi] of real numbers with dyadic ends; an infinite end means unbounded on that side (infinity
 * itself is no member). {@link #EMPTY} is the outcome of a function asked wholly outside its domain.
 *
 * <p>Questions come in pairs: {@code certainly...} is true only where every member has the property (and there is one),
 * {@code mayBe...} wherever some member has it.
 */
public record Interval(Dyadic lo, Dyadic hi) {

    public static final Interval ZERO = of(Dyadic.ZERO);
    public static final Interval ONE = of(Dyadic.ONE);
    public static final Interval TWO = of(Dyadic.TWO);
    public static final Interval HALF = of(Dyadic.HALF);
    public static final Interval MINUS_ONE = of(Dyadic.MINUS_ONE);
    /** No number at all. */
    public static final Interval EMPTY = new Interval(Dyadic.POSITIVE_INFINITY, Dyadic.NEGATIVE_INFINITY);
    /** All real numbers: unbounded, nothing is known. */
    public static final Interval ENTIRE = new Interval(Dyadic.NEGATIVE_INFINITY, Dyadic.POSITIVE_INFINITY);
    public static final Interval NOT_NEGATIVE = new Interval(Dyadic.ZERO, Dyadic.POSITIVE_INFINITY);
    public static final Interval UNIT = new Interval(Dyadic.ZERO, Dyadic.ONE);
    public static final Interval MINUS_ONE_TO_ONE = new Interval(Dyadic.MINUS_ONE, Dyadic.ONE);

    /** Refuses ends in the wrong order, other than those of {@link #EMPTY}. */
    public Interval {
        if (lo.compareTo(hi) > 0 && (lo.isFinite() || hi.isFinite())) {
            throw new IllegalArgumentException("no interval: [" + lo + ", " + hi + "]");
        }
        if (!lo.isFinite() && lo.compareTo(hi) == 0) {
            throw new IllegalArgumentException("infinity is no number");
        }
    }

    public static Interval of(Dyadic lo, Dyadic hi) {
        return new Interval(lo, hi);
    }

    /** The one number, exactly; refuses infinities. */
    public static Interval of(Dyadic value) {
        return new Interval(value, value);
    }

    public static Interval of(long value) {
        return of(Dyadic.of(value));
    }

    /** The number that a double is, exactly; refuses NaN and infinities. */
    public static Interval of(double value) {
        return of(Dyadic.of(value));
    }

    public static Interval of(double lo, double hi) {
        return new Interval(Dyadic.of(lo), Dyadic.of(hi));
    }

    public boolean isEmpty() {
        return lo.signum() > 0 && !lo.isFinite();
    }

    /** Whether this is exactly one number. */
    public boolean isPoint() {
        return lo.compareTo(hi) == 0;
    }

    /** Whether both ends are finite; false also for the empty interval. */
    public boolean isBounded() {
        return lo.isFinite() && hi.isFinite();
    }

    public boolean contains(Dyadic value) {
        return lo.compareTo(value) <= 0 && value.compareTo(hi) <= 0;
    }

    public boolean contains(double value) {
        return contains(Dyadic.of(value));
    }

    /** Whether every member of the other is a member of this. */
    public boolean contains(Interval other) {
        return other.isEmpty() || (lo.compareTo(other.lo) <= 0 && other.hi.compareTo(hi) <= 0);
    }

    public boolean intersects(Interval other) {
        return lo.compareTo(other.hi) <= 0 && other.lo.compareTo(hi) <= 0;
    }

    /** The common members, perhaps {@link #EMPTY}. */
    public Interval intersection(Interval other) {
        Dyadic low = Dyadic.max(lo, other.lo);
        Dyadic high = Dyadic.min(hi, other.hi);
        return low.compareTo(high) <= 0 && !isEmpty() && !other.isEmpty() ? new Interval(low, high) : EMPTY;
    }

    /** The smallest interval that holds both. */
    public Interval hull(Interval other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Interval(Dyadic.min(lo, other.lo), Dyadic.max(hi, other.hi));
    }

    public Interval negate() {
        return isEmpty() ? this : new Interval(hi.negate(), lo.negate());
    }

    /** This interval times 2^places, exactly. */
    public Interval scale(long places) {
        return new Interval(lo.scale(places), hi.scale(places));
    }

    /** The smallest interval around this whose ends have so many bits. */
    public Interval outward(int bits) {
        return new Interval(lo.rounded(bits, Direction.DOWN), hi.rounded(bits, Direction.UP));
    }

    /** The largest absolute value of a member, perhaps infinite; 0 for the empty interval. */
    public Dyadic magnitude() {
        return isEmpty() ? Dyadic.ZERO : Dyadic.max(lo.abs(), hi.abs());
    }

    /** The smallest absolute value of a member; 0 for the empty interval. */
    public Dyadic mignitude() {
        return isEmpty() || mayBeZero() ? Dyadic.ZERO : Dyadic.min(lo.abs(), hi.abs());
    }

    /** hi - lo, rounded up to 64 bits; infinite where unbounded, 0 where empty. */
    public Dyadic width() {
        return isEmpty() ? Dyadic.ZERO : Dyadic.sum(hi, lo.negate(), 64, Direction.UP);
    }

    /** A member near the middle, of at most so many bits where the interval leaves room; refuses the unbounded. */
    public Dyadic middle(int bits) {
        if (!isBounded()) {
            throw new ArithmeticException("an unbounded interval has no middle");
        }
        Dyadic middle = Dyadic.sum(lo, hi, bits, Direction.DOWN).scale(-1);
        return Dyadic.min(hi, Dyadic.max(lo, middle));
    }

    /** Whether the ends are neighbours (or equal) among the numbers of so many bits. */
    boolean isTight(int bits) {
        if (isPoint()) {
            return true;
        }
        if (!isBounded() || mayBeZero()) {
            return false;
        }
        // numbers of so many bits above m (in magnitude) are spaced by 2^(top(m) - bits + 1)
        long spacing = Math.min(lo.top(), hi.top()) - bits + 1;
        return width().compareTo(Dyadic.powerOfTwo(spacing)) <= 0;
    }

    public boolean certainlyPositive() {
        return lo.signum() > 0 && !isEmpty();
    }

    public boolean certainlyNegative() {
        return hi.signum() < 0 && !isEmpty();
    }

    public boolean certainlyZero() {
        return lo.isZero() && hi.isZero();
    }

    public boolean certainlyNotZero() {
        return certainlyPositive() || certainlyNegative();
    }

    public boolean certainlyNotNegative() {
        return lo.signum() >= 0 && !isEmpty();
    }

    public boolean certainlyNotPositive() {
        return hi.signum() <= 0 && !isEmpty();
    }

    public boolean mayBeZero() {
        return lo.signum() <= 0 && hi.signum() >= 0;
    }

    public boolean mayBePositive() {
        return hi.signum() > 0;
    }

    public boolean mayBeNegative() {
        return lo.signum() < 0;
    }

    /** Whether every member is below every member of the other, and both have some. */
    public boolean certainlyLess(Interval other) {
        return !isEmpty() && !other.isEmpty() && hi.compareTo(other.lo) < 0;
    }

    /** Whether some member is below some member of the other. */
    public boolean mayBeLess(Interval other) {
        return !isEmpty() && !other.isEmpty() && lo.compareTo(other.hi) < 0;
    }

    /** Whether both are the same single number. */
    public boolean certainlyEqual(Interval other) {
        return !isEmpty() && !other.isEmpty() && isPoint() && other.isPoint() && lo.equals(other.lo);
    }

    public boolean mayBeEqual(Interval other) {
        return !isEmpty() && !other.isEmpty() && intersects(other);
    }

    /** Whether this is a single integer. */
    public boolean certainlyInteger() {
        return isBounded() && isPoint() && lo.isInteger();
    }

    /** Whether some member is an integer. */
    public boolean mayBeInteger() {
        return !isEmpty() && (!isBounded() || lo.isInteger() || lo.floor().compareTo(hi.floor()) < 0);
    }

    /** The largest double not above any member. */
    public double doubleLow() {
        return lo.doubleDown();
    }

    /** The smallest double not below any member. */
    public double doubleHigh() {
        return hi.doubleUp();
    }

    @Override
    public String toString() {
        return isEmpty() ? "empty" : "[" + lo + ", " + hi + "]";
    }
}
