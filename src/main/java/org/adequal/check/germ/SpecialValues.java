package org.adequal.check.germ;

import org.adequal.check.germ.Coefficient.Enclosed;
import org.adequal.check.germ.Coefficient.Exact;
import org.adequal.check.germ.Coefficient.OfPi;
import org.adequal.check.germ.Coefficient.PowerOfE;
import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** Values of functions that are exact: sin(pi/6) = 1/2, asin(1) = pi/2, log(1) = 0. */
final class SpecialValues {
    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational TWO = Rational.TWO;
    private static final int LARGEST_FACTORIAL = 300;

    private SpecialValues() {}

    /** The value where it is exact; null where it is not known to be. */
    static @Nullable Coefficient of(Primitive primitive, Coefficient... arguments) {
        if (primitive == Primitive.PI) {
            return new OfPi(Rational.ONE);
        }
        if (primitive == Primitive.E) {
            return new PowerOfE(Rational.ONE);
        }
        Coefficient first = arguments[0];
        if (arguments.length == 1) {
            return switch (first) {
                case Exact(Rational x) -> ofFraction(primitive, x);
                case OfPi(Rational multiple) -> ofAngle(primitive, multiple);
                case PowerOfE(Rational exponent) -> primitive == Primitive.LOG ? new Exact(exponent) : null;
                case Enclosed _ -> null;
            };
        }
        if (primitive == Primitive.ATAN2) {
            return angle(arguments[0], arguments[1]);
        }
        return first instanceof Exact(Rational x) && arguments[1] instanceof Exact(Rational y)
                ? ofFractions(primitive, x, y)
                : null;
    }

    private static @Nullable Coefficient ofFraction(Primitive primitive, Rational x) {
        return switch (primitive) {
            case SIN, TAN, SINH, TANH, ASINH, ATANH, EXPM1, LOG1P, ERF -> x.isZero() ? Coefficient.ZERO : null;
            case COS, SEC, COSH, SECH, ERFC -> x.isZero() ? Coefficient.ONE : null;
            case EXP -> Field.powerOfE(x);
            case LOG, ACOSH -> x.isOne() ? Coefficient.ZERO : null;
            case LOG2 -> logarithm(x, TWO);
            case LOG10 -> logarithm(x, Rational.of(10));
            case SQRT -> exact(x.isZero() ? x : Roots.exactPower(x, HALF, 4000));
            case CBRT -> cubeRoot(x);
            case ASIN -> inverseSine(x);
            case ACOS -> minusFromRightAngle(inverseSine(x));
            case ASEC -> minusFromRightAngle(inverseSine(x.reciprocal()));
            case ACSC -> inverseSine(x.reciprocal());
            case ATAN -> inverseTangent(x);
            case ACOT -> minusFromRightAngle(inverseTangent(x));
            case SIGMOID -> x.isZero() ? new Exact(HALF) : null;
            case GAMMA -> factorial(x);
            case LGAMMA -> x.isOne() || x.equals(TWO) ? Coefficient.ZERO : null;
            default -> ofTable(primitive, x);
        };
    }

    private static @Nullable Coefficient ofFractions(Primitive primitive, Rational x, Rational y) {
        return switch (primitive) {
            case HYPOT -> exact(x.isZero() || y.isZero()
                    ? x.plus(y).abs()
                    : Roots.exactPower(x.times(x).plus(y.times(y)), HALF, 4000));
            case LOG_BASE -> logarithm(x, y);
            default -> ofTable(primitive, x, y);
        };
    }

    /** What the row itself computes exactly. */
    private static @Nullable Coefficient ofTable(Primitive primitive, Rational... arguments) {
        Expr[] constants = new Expr[arguments.length];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = Constant.of(arguments[i]);
        }
        return exact(Application.of(primitive, constants).exactValue());
    }

    private static @Nullable Coefficient exact(@Nullable Rational value) {
        return value == null ? null : new Exact(value);
    }

    private static @Nullable Coefficient cubeRoot(Rational x) {
        Rational root = x.isZero() ? x : Roots.exactPower(x.abs(), Rational.of(1, 3), 4000);
        return root == null ? null : new Exact(x.signum() < 0 ? root.negate() : root);
    }

    private static @Nullable Coefficient ofAngle(Primitive primitive, Rational multiple) {
        return switch (primitive) {
            case SIN -> exact(sine(multiple));
            case COS -> exact(sine(multiple.plus(HALF)));
            case TAN -> exact(tangent(multiple));
            case COT -> exact(tangent(HALF.minus(multiple)));
            case SEC -> reciprocal(sine(multiple.plus(HALF)));
            case CSC -> reciprocal(sine(multiple));
            case ABS -> new OfPi(multiple.abs());
            case SIGN -> Coefficient.of(multiple.signum());
            default -> null;
        };
    }

    private static @Nullable Coefficient reciprocal(@Nullable Rational value) {
        return value == null || value.isZero() ? null : new Exact(value.reciprocal());
    }

    /** sin(x pi) where it is a fraction (Niven: 0, 1/2 or 1, up to sign, if x is one). */
    private static @Nullable Rational sine(Rational x) {
        Rational turn = x.minus(TWO.times(x.dividedBy(TWO).floor())).times(Rational.of(6));
        if (!turn.isInteger()) {
            return null;
        }
        return switch (turn.numerator().intValueExact()) {
            case 0, 6 -> Rational.ZERO;
            case 1, 5 -> HALF;
            case 3 -> Rational.ONE;
            case 7, 11 -> HALF.negate();
            case 9 -> Rational.MINUS_ONE;
            default -> null;
        };
    }

    /** tan(x pi) where it is 0, 1 or -1. */
    private static @Nullable Rational tangent(Rational x) {
        Rational turn = x.minus(x.floor()).times(Rational.of(4));
        if (!turn.isInteger()) {
            return null;
        }
        return switch (turn.numerator().intValueExact()) {
            case 0 -> Rational.ZERO;
            case 1 -> Rational.ONE;
            case 3 -> Rational.MINUS_ONE;
            default -> null;
        };
    }

    private static @Nullable Coefficient inverseSine(Rational x) {
        if (x.isZero()) {
            return Coefficient.ZERO;
        }
        Rational multiple = x.abs().isOne() ? HALF : x.abs().equals(HALF) ? Rational.of(1, 6) : null;
        return multiple == null ? null : new OfPi(x.signum() < 0 ? multiple.negate() : multiple);
    }

    private static @Nullable Coefficient inverseTangent(Rational x) {
        if (x.isZero()) {
            return Coefficient.ZERO;
        }
        return x.abs().isOne() ? new OfPi(Rational.of(x.signum(), 4)) : null;
    }

    private static @Nullable Coefficient minusFromRightAngle(@Nullable Coefficient angle) {
        return switch (angle) {
            case OfPi(Rational multiple) when multiple.equals(HALF) -> Coefficient.ZERO;
            case OfPi(Rational multiple) -> new OfPi(HALF.minus(multiple));
            case Exact _ -> new OfPi(HALF);
            case PowerOfE _,Enclosed _ -> null;
            case null -> null;
        };
    }

    private static @Nullable Coefficient angle(Coefficient y, Coefficient x) {
        if (y.isZero() && x instanceof Exact(Rational value) && !value.isZero()) {
            return value.signum() > 0 ? Coefficient.ZERO : new OfPi(Rational.ONE);
        }
        if (x.isZero() && y instanceof Exact(Rational value) && !value.isZero()) {
            return new OfPi(Rational.of(value.signum(), 2));
        }
        if (y instanceof Exact(Rational above) && x instanceof Exact(Rational beside)
                && above.abs().equals(beside.abs())) {
            return new OfPi(Rational.of(above.signum() * (beside.signum() > 0 ? 1 : 3), 4));
        }
        return null;
    }

    /** log x to base b where it is a whole number of moderate size. */
    private static @Nullable Coefficient logarithm(Rational x, Rational b) {
        if (x.isOne()) {
            return Coefficient.ZERO;
        }
        if (x.signum() <= 0 || b.signum() <= 0 || b.isOne()) {
            return null;
        }
        double guess = Math.rint(logarithm(x) / logarithm(b));
        return Math.abs(guess) < 4000
                && x.equals(Roots.exactPower(b, Rational.of((long) guess), 8000)) ? Coefficient.of((long) guess) : null;
    }

    private static double logarithm(Rational x) {
        int shift = x.numerator().bitLength() - x.denominator().bitLength();
        Rational scaled = x.times(Rational.TWO.pow(-shift));
        return Math.log(scaled.doubleValue()) + shift * Math.log(2);
    }

    private static @Nullable Coefficient factorial(Rational x) {
        if (!x.isInteger() || x.signum() <= 0 || x.compareTo(Rational.of(LARGEST_FACTORIAL)) > 0) {
            return null;
        }
        Rational product = Rational.ONE;
        for (int i = 2; i < x.numerator().intValueExact(); i++) {
            product = product.times(Rational.of(i));
        }
        return new Exact(product);
    }
}
