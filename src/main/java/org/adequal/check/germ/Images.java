package org.adequal.check.germ;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The images of a number (or of a function at one formal place) in many finite fields, each with its images as an
 * exponent of e and as an angle beside.
 *
 * <p>Sums, products, quotients, odd roots, exponentials, sines and cosines are homomorphic; other functions take equal
 * arguments to equal images that look random. So a number that is zero by the laws of these operations has only images
 * zero, and one that is not has by chance only, which many lanes make negligible. Square roots have no sign in a finite
 * field: a lane where there is none says nothing, and where a root was taken more lanes must agree. Images that are not
 * zero say nothing at all.
 *
 * @param lanes  per lane the image modulo p, as an exponent modulo q, as an angle modulo k; null where it is void
 * @param rooted whether square roots of other numbers than fractions were taken on the way
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Images(long[] @Nullable [] lanes, boolean rooted) {
    private static final int COUNT = Lane.ALL.size();
    private static final int FEWEST = 3;
    private static final int FEWEST_ROOTED = 16;
    private static final int LARGEST_PRIME = 1000;

    private interface OnLane {
        long @Nullable [] apply(Lane lane, int index);
    }

    private static Images each(boolean rooted, OnLane operation) {
        long[] @Nullable [] lanes = new long[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            lanes[i] = operation.apply(Lane.ALL.get(i), i);
        }
        return new Images(lanes, rooted);
    }

    static Images of(Rational value) {
        return each(false, (lane, _) -> {
            long[] image = {Lane.residue(value, lane.p()), Lane.residue(value, lane.q()),
                    Lane.residue(value, lane.k())};
            return Arrays.stream(image).anyMatch(residue -> residue < 0) ? null : image;
        });
    }

    /** A number about which nothing is known but its name. */
    static Images named(String name) {
        return each(false, (lane, i) -> opaque(lane, scramble(name.hashCode() * 31L + i)));
    }

    static Images pi() {
        return named("pi");
    }

    /** An image modulo p, and images as exponent and angle that depend on it alone. */
    private static long[] opaque(Lane lane, long residue) {
        long image = Math.floorMod(residue, lane.p());
        return new long[]{image, Math.floorMod(scramble(image + 1), lane.q()),
                Math.floorMod(scramble(image + 2), lane.k())};
    }

    /** Steele, Lea and Flood's SplitMix64. */
    private static long scramble(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Whether the number is zero by the laws of arithmetic. */
    boolean isZero() {
        int valid = 0;
        for (long[] lane : lanes) {
            if (lane != null) {
                if (lane[0] != 0) {
                    return false;
                }
                valid++;
            }
        }
        return valid >= (rooted ? FEWEST_ROOTED : FEWEST);
    }

    Images negate() {
        return each(rooted, (lane, i) -> {
            long[] a = lanes[i];
            return a == null ? null : new long[]{minus(a[0], lane.p()), minus(a[1], lane.q()), minus(a[2], lane.k())};
        });
    }

    private static long minus(long a, long m) {
        return a == 0 ? 0 : m - a;
    }

    Images plus(Images other) {
        return each(rooted || other.rooted, (lane, i) -> {
            long[] a = lanes[i];
            long[] b = other.lanes[i];
            return a == null || b == null
                    ? null
                    : new long[]{Lane.plus(a[0], b[0], lane.p()), Lane.plus(a[1], b[1], lane.q()),
                            Lane.plus(a[2], b[2], lane.k())};
        });
    }

    Images minus(Images other) {
        return plus(other.negate());
    }

    Images times(Images other) {
        return each(rooted || other.rooted, (lane, i) -> {
            long[] a = lanes[i];
            long[] b = other.lanes[i];
            return a == null || b == null
                    ? null
                    : new long[]{Lane.times(a[0], b[0], lane.p()), Lane.times(a[1], b[1], lane.q()),
                            Lane.times(a[2], b[2], lane.k())};
        });
    }

    Images divide(Images other) {
        return times(other.reciprocal());
    }

    private Images reciprocal() {
        return each(rooted, (lane, i) -> {
            long[] a = lanes[i];
            return a == null || a[0] == 0 || a[1] == 0 || a[2] == 0
                    ? null
                    : new long[]{Lane.inverse(a[0], lane.p()), Lane.inverse(a[1], lane.q()),
                            Lane.inverse(a[2], lane.k())};
        });
    }

    /** This number to a fraction; {@code known} where it is a fraction itself. */
    Images power(Rational exponent, boolean known) {
        int shift = exponent.denominator().getLowestSetBit();
        Rational odd = Rational.of(exponent.denominator().shiftRight(shift));
        return each(rooted || (shift > 0 && !known), (lane, i) -> {
            long[] a = lanes[i];
            if (a == null) {
                return null;
            }
            long image = a[0];
            for (int j = 0; j < shift && image >= 0; j++) {
                image = lane.sqrt(image);
            }
            if (image < 0 || (image == 0 && exponent.signum() < 0)) {
                return null;
            }
            if (exponent.isInteger()) {
                return new long[]{raised(image, exponent, lane.p()), raised(a[1], exponent, lane.q()),
                        raised(a[2], exponent, lane.k())};
            }
            Rational whole = Rational.of(exponent.numerator());
            long root = Lane.power(image, Lane.residueOfInverse(odd, lane.p() - 1), lane.p());
            return opaque(lane, raised(root, whole, lane.p()));
        });
    }

    /** a^n modulo a prime. */
    private static long raised(long a, Rational n, long m) {
        return a == 0
                ? n.isZero() ? 1 : 0
                : Lane.power(a, n.numerator().mod(java.math.BigInteger.valueOf(m - 1)).longValueExact(), m);
    }

    /** The natural logarithm of a positive fraction, by its small prime factors. */
    static Images log(Rational value) {
        Map<String, Integer> factors = new HashMap<>();
        java.math.BigInteger[] rest = {value.numerator(), value.denominator()};
        for (int side = 0; side < 2; side++) {
            for (int prime = 2; prime < LARGEST_PRIME && rest[side].bitLength() > 1; prime++) {
                java.math.BigInteger divisor = java.math.BigInteger.valueOf(prime);
                while (rest[side].mod(divisor).signum() == 0) {
                    rest[side] = rest[side].divide(divisor);
                    factors.merge(divisor.toString(), side == 0 ? 1 : -1, Integer::sum);
                }
            }
            if (rest[side].bitLength() > 1) {
                factors.merge(rest[side].toString(), side == 0 ? 1 : -1, Integer::sum);
            }
        }
        Images sum = of(Rational.ZERO);
        for (Map.Entry<String, Integer> factor : factors.entrySet()) {
            sum = sum.plus(named("log " + factor.getKey()).times(of(Rational.of(factor.getValue()))));
        }
        return sum;
    }

    /** The row at arguments with these images. */
    static Images of(Primitive primitive, Images... x) {
        return switch (primitive) {
            case ADD -> x[0].plus(x[1]);
            case SUBTRACT -> x[0].minus(x[1]);
            case MULTIPLY -> x[0].times(x[1]);
            case DIVIDE -> x[0].divide(x[1]);
            case NEGATE -> x[0].negate();
            case PI -> pi();
            case E -> of(Rational.ONE).exp();
            case POWER, INTEGER_POWER -> x[1].times(x[0].log()).exp();
            case POWER_OF_E -> x[1].exp();
            case EXP -> x[0].exp();
            case EXPM1 -> x[0].exp().minus(of(Rational.ONE));
            case LOG -> x[0].log();
            case LOG1P -> x[0].plus(of(Rational.ONE)).log();
            case LOG_BASE -> x[0].log().divide(x[1].log());
            case LOG2 -> x[0].log().divide(log(Rational.TWO));
            case LOG10 -> x[0].log().divide(log(Rational.of(10)));
            case SIN -> x[0].circle(1);
            case COS -> x[0].circle(0);
            case TAN -> x[0].circle(1).divide(x[0].circle(0));
            case COT -> x[0].circle(0).divide(x[0].circle(1));
            case SEC -> x[0].circle(0).reciprocal();
            case CSC -> x[0].circle(1).reciprocal();
            case SINH -> x[0].hyperbola(true);
            case COSH -> x[0].hyperbola(false);
            case TANH -> x[0].hyperbola(true).divide(x[0].hyperbola(false));
            case COTH -> x[0].hyperbola(false).divide(x[0].hyperbola(true));
            case SECH -> x[0].hyperbola(false).reciprocal();
            case CSCH -> x[0].hyperbola(true).reciprocal();
            case ASIN, ATAN, ASINH, ATANH, ERF -> x[0].odd(primitive);
            case ACOS -> rightAngle().minus(x[0].odd(Primitive.ASIN));
            case ASEC -> rightAngle().minus(x[0].reciprocal().odd(Primitive.ASIN));
            case ACSC -> x[0].reciprocal().odd(Primitive.ASIN);
            case ACOT -> rightAngle().minus(x[0].odd(Primitive.ATAN));
            case ERFC -> of(Rational.ONE).minus(x[0].odd(Primitive.ERF));
            case SQRT -> x[0].power(Rational.of(1, 2), false);
            case CBRT -> x[0].power(Rational.of(1, 3), false);
            case HYPOT -> x[0].times(x[0]).plus(x[1].times(x[1])).power(Rational.of(1, 2), false);
            case SIGMOID -> x[0].negate().exp().plus(of(Rational.ONE)).reciprocal();
            case SOFTPLUS -> x[0].exp().plus(of(Rational.ONE)).log();
            case ATAN2, ACOSH, GAMMA, LGAMMA, DIGAMMA, POLYGAMMA, ABS, SIGN, STEP, FLOOR, CEIL, ROUND, MOD, MIN, MAX,
                    CLAMP, RELU ->
                atom(primitive, x);
        };
    }

    private static Images rightAngle() {
        return pi().times(of(Rational.of(1, 2)));
    }

    Images exp() {
        return each(rooted, (lane, i) -> {
            long[] a = lanes[i];
            return a == null ? null : opaque(lane, lane.exp(a[1]));
        });
    }

    private Images circle(int coordinate) {
        return each(rooted, (lane, i) -> {
            long[] a = lanes[i];
            return a == null ? null : opaque(lane, lane.circle(a[2])[coordinate]);
        });
    }

    private Images hyperbola(boolean odd) {
        Images fallen = negate().exp();
        return exp().plus(odd ? fallen.negate() : fallen).times(of(Rational.of(1, 2)));
    }

    /** An odd function without laws. */
    private Images odd(Primitive primitive) {
        return each(rooted, (lane, i) -> {
            long[] a = lanes[i];
            if (a == null || a[0] == 0) {
                return a == null ? null : new long[]{0, 0, 0};
            }
            boolean upper = a[0] > lane.p() / 2;
            long[] image = opaque(lane, scramble((upper ? lane.p() - a[0] : a[0]) ^ name(primitive)));
            return upper
                    ? new long[]{minus(image[0], lane.p()), minus(image[1], lane.q()), minus(image[2], lane.k())}
                    : image;
        });
    }

    /** The logarithm, odd under reciprocals. */
    private Images log() {
        return each(rooted, (lane, i) -> {
            long[] a = lanes[i];
            if (a == null || a[0] == 0) {
                return null;
            }
            long inverse = Lane.inverse(a[0], lane.p());
            if (a[0] == 1) {
                return new long[]{0, 0, 0};
            }
            long[] image = opaque(lane, scramble(Math.min(a[0], inverse) ^ name(Primitive.LOG)));
            return inverse < a[0]
                    ? new long[]{minus(image[0], lane.p()), minus(image[1], lane.q()), minus(image[2], lane.k())}
                    : image;
        });
    }

    private static Images atom(Primitive primitive, Images... x) {
        return each(Arrays.stream(x).anyMatch(Images::rooted), (lane, i) -> {
            long hash = name(primitive);
            for (Images argument : x) {
                long[] a = argument.lanes[i];
                if (a == null) {
                    return null;
                }
                hash = scramble(hash + a[0]);
            }
            return opaque(lane, hash);
        });
    }

    private static long name(Primitive primitive) {
        return scramble(primitive.name().hashCode());
    }
}
