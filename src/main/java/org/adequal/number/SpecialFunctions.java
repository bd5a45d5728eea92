package org.adequal.number;
/** stub. */
public final class SpecialFunctions {
    private SpecialFunctions() {}
    public static double sec(double x) {
        return 1 / Math.cos(x);
    }
    public static double csc(double x) {
        return 1 / Math.sin(x);
    }
    public static double cot(double x) {
        return Math.cos(x) / Math.sin(x);
    }
    public static double acot(double x) {
        return Math.atan2(1, x);
    }
    public static double asec(double x) {
        return Math.acos(1 / x);
    }
    public static double acsc(double x) {
        return Math.asin(1 / x);
    }
    public static double sech(double x) {
        return 1 / Math.cosh(x);
    }
    public static double csch(double x) {
        return 1 / Math.sinh(x);
    }
    public static double coth(double x) {
        return 1 / Math.tanh(x);
    }
    public static double asinh(double x) {
        return org.apache.commons.math3.util.FastMath.asinh(x);
    }
    public static double acosh(double x) {
        return org.apache.commons.math3.util.FastMath.acosh(x);
    }
    public static double atanh(double x) {
        return org.apache.commons.math3.util.FastMath.atanh(x);
    }
    public static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
    public static double logBase(double x, double b) {
        return Math.log(x) / Math.log(b);
    }
    public static double cbrt(double x) {
        return Math.cbrt(x);
    }
    public static double sign(double x) {
        return Math.signum(x);
    }
    public static double step(double x) {
        return x > 0 ? 1 : 0;
    }
    public static double mod(double x, double y) {
        return x - y * Math.floor(x / y);
    }
    public static double clamp(double x, double lo, double hi) {
        return Math.min(Math.max(x, lo), hi);
    }
    public static double erf(double x) {
        return org.apache.commons.math3.special.Erf.erf(x);
    }
    public static double erfc(double x) {
        return org.apache.commons.math3.special.Erf.erfc(x);
    }
    public static double gamma(double x) {
        return org.apache.commons.math3.special.Gamma.gamma(x);
    }
    public static double lgamma(double x) {
        return org.apache.commons.math3.special.Gamma.logGamma(x);
    }
    public static double digamma(double x) {
        return org.apache.commons.math3.special.Gamma.digamma(x);
    }
    public static double polygamma(double n, double x) {
        return org.apache.commons.math3.special.Gamma.trigamma(x);
    }
    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
    public static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }
}
