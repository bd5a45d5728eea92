package org.adequal.check.germ;

import org.adequal.expr.Primitive;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.Interval;

/** Rows of the table over intervals. */
final class Enclosures {

    private Enclosures() {}

    /** All values of the row at members of the arguments in its domain. */
    static Interval of(Arithmetic a, Primitive primitive, Interval... x) {
        return switch (primitive) {
            case ADD -> a.plus(x[0], x[1]);
            case SUBTRACT -> a.minus(x[0], x[1]);
            case MULTIPLY -> a.times(x[0], x[1]);
            case DIVIDE -> a.divide(x[0], x[1]);
            case NEGATE -> a.negate(x[0]);
            case POWER, INTEGER_POWER -> a.pow(x[0], x[1]);
            case POWER_OF_E -> a.exp(x[1]);
            case PI -> a.pi();
            case E -> a.e();
            case SIN -> a.sin(x[0]);
            case COS -> a.cos(x[0]);
            case TAN -> a.tan(x[0]);
            case SEC -> a.sec(x[0]);
            case CSC -> a.csc(x[0]);
            case COT -> a.cot(x[0]);
            case ASIN -> a.asin(x[0]);
            case ACOS -> a.acos(x[0]);
            case ATAN -> a.atan(x[0]);
            case ACOT -> a.acot(x[0]);
            case ASEC -> a.asec(x[0]);
            case ACSC -> a.acsc(x[0]);
            case ATAN2 -> a.atan2(x[0], x[1]);
            case SINH -> a.sinh(x[0]);
            case COSH -> a.cosh(x[0]);
            case TANH -> a.tanh(x[0]);
            case SECH -> a.sech(x[0]);
            case CSCH -> a.csch(x[0]);
            case COTH -> a.coth(x[0]);
            case ASINH -> a.asinh(x[0]);
            case ACOSH -> a.acosh(x[0]);
            case ATANH -> a.atanh(x[0]);
            case EXP -> a.exp(x[0]);
            case EXPM1 -> a.expm1(x[0]);
            case LOG -> a.log(x[0]);
            case LOG_BASE -> a.log(x[0], x[1]);
            case LOG2 -> a.log2(x[0]);
            case LOG10 -> a.log10(x[0]);
            case LOG1P -> a.log1p(x[0]);
            case SQRT -> a.sqrt(x[0]);
            case CBRT -> a.cbrt(x[0]);
            case HYPOT -> a.hypot(x[0], x[1]);
            case ABS -> a.abs(x[0]);
            case SIGN -> a.sign(x[0]);
            case STEP -> a.step(x[0]);
            case FLOOR -> a.floor(x[0]);
            case CEIL -> a.ceil(x[0]);
            case ROUND -> a.round(x[0]);
            case MOD -> a.mod(x[0], x[1]);
            case MIN -> a.min(x[0], x[1]);
            case MAX -> a.max(x[0], x[1]);
            case CLAMP -> a.clamp(x[0], x[1], x[2]);
            case ERF -> a.erf(x[0]);
            case ERFC -> a.erfc(x[0]);
            case GAMMA -> a.gamma(x[0]);
            case LGAMMA -> a.lgamma(x[0]);
            case DIGAMMA -> a.digamma(x[0]);
            case POLYGAMMA -> a.polygamma(x[0].lo().toRational().numerator().intValueExact(), x[1]);
            case RELU -> a.relu(x[0]);
            case SIGMOID -> a.sigmoid(x[0]);
            case SOFTPLUS -> a.softplus(x[0]);
        };
    }
}
