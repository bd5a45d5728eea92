package org.adequal.expr;

import static org.adequal.expr.Row.binary;
import static org.adequal.expr.Row.nullary;
import static org.adequal.expr.Row.ternary;
import static org.adequal.expr.Row.unary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.adequal.number.ExactArithmetic;
import org.adequal.number.Rational;
import org.adequal.number.SpecialFunctions;
import org.adequal.number.interval.Arithmetic;
import org.adequal.number.interval.DoubleInterval;
import org.jspecify.annotations.Nullable;

/**
 * The table of primitives: one row holds all there is to know about a function, and no other place repeats it.
 *
 * <p>Texts are in the language itself, over the row's parameters (x; x, y; or those named). {@code derivative} gives
 * one text per argument. {@code domain} says where the function has a value; where there is none it has one
 * everywhere. {@code smooth} says where it has a value and derivatives of every order, of which the texts give the
 * first: one text for all arguments, or one per argument that moves; where there is none it is smooth on its whole
 * domain. {@code roundings} says how many unit roundoffs the value in doubles may be off, relative to itself; 4 where it
 * does not say. Functions that are compositions of others are definitions in the prelude, and no rows.
 */
public enum Primitive {
    ADD(binary(Double::sum).names("+").infix(Row.SUM).exact(Rational::plus).derivative("1", "1")
            .enclosure(Arithmetic::plus).firstLook(DoubleInterval::setSum)
            .roundings("1").help("sum")),
    SUBTRACT(binary((x, y) -> x - y).names("-").infix(Row.SUM).exact(Rational::minus).derivative("1", "-1")
            .enclosure(Arithmetic::minus).firstLook(DoubleInterval::setDifference)
            .roundings("1").help("difference")),
    MULTIPLY(binary((x, y) -> x * y).names("*").infix(Row.PRODUCT).exact(Rational::times).derivative("y", "x")
            .enclosure(Arithmetic::times).firstLook(DoubleInterval::setProduct)
            .roundings("1").help("product")),
    DIVIDE(binary((x, y) -> x / y).names("/").infix(Row.PRODUCT).exact(Rational::dividedBy).derivative("1/y", "-x/y^2")
            .domain("y != 0")
            .enclosure(Arithmetic::divide).firstLook(DoubleInterval::setQuotient).roundings("1").help("quotient")),
    NEGATE(unary(x -> 0 - x).names("-").prefix().exact(Rational::negate).derivative("-1")
            .enclosure(Arithmetic::negate).firstLook(DoubleInterval::setNegation)
            .roundings("0").help("opposite")),
    POWER(binary(Math::pow).names("^").infix(Row.POWER).exact(ExactArithmetic::power)
            .derivative("if(x == 0 and y == 0, 0, y*x^(y - 1))", "if(x == 0, 0, log(x)*x^y)")
            .domain("x > 0 or x >= 0 and y >= 0 or x != 0 and y == floor(y)")
            .smooth("x > 0 or y == floor(y) and (x != 0 or y >= 0)", "x > 0")
            .enclosure(Arithmetic::pow).firstLook(FirstLook::power)
            .help("power: x > 0, or 0^y with y >= 0 (0^0 = 1), or x < 0 with an integer y")),
    INTEGER_POWER(binary(Math::pow).parameters("x", "n").names("^").infix(Row.POWER).exact(ExactArithmetic::power)
            .derivative("n*x^(n - 1)", Row.NONE).domain("x != 0 or n >= 0")
            .enclosure(Enclosure::integerPower).firstLook(FirstLook::integerPower)
            .roundings("max(4, abs(n) - 1)").help("power with a constant integer exponent")),
    POWER_OF_E(binary((x, y) -> Math.exp(y)).names("^").infix(Row.POWER).derivative(Row.NONE, "x^y").positive()
            .enclosure((a, x, y) -> a.exp(y))
            .firstLook((r, x, y) -> r.setExp(y))
            .help("e^y, as exact as exp(y)")),

    PI(nullary(Math.PI).names("pi").positive()
            .enclosure(Arithmetic::pi)
            .help("3.14159..., the ratio of a circle's circumference to its diameter")),
    E(nullary(Math.E).names("e").positive()
            .enclosure(Arithmetic::e).help("2.71828..., the base of the natural logarithm")),

    SIN(unary(Math::sin).names("sin").derivative("cos(x)")
            .enclosure(Arithmetic::sin).firstLook(DoubleInterval::setSin).help("sine")),
    COS(unary(Math::cos).names("cos").derivative("-sin(x)")
            .enclosure(Arithmetic::cos).firstLook(DoubleInterval::setCos).help("cosine")),
    TAN(unary(Math::tan).names("tan").derivative("sec(x)^2")
            .alsoDerivative("1 + tan(x)^2", "1/cos(x)^2").domain("cos(x) != 0")
            .enclosure(Arithmetic::tan).firstLook(DoubleInterval::setTan).help("tangent")),
    SEC(unary(SpecialFunctions::sec).names("sec").derivative("sec(x)*tan(x)")
            .alsoDerivative("sin(x)/cos(x)^2").domain("cos(x) != 0")
            .enclosure(Arithmetic::sec)
            .help("secant, 1/cos(x)")),
    CSC(unary(SpecialFunctions::csc).names("csc").derivative("-csc(x)*cot(x)")
            .alsoDerivative("-cos(x)/sin(x)^2").domain("sin(x) != 0")
            .enclosure(Arithmetic::csc)
            .help("cosecant, 1/sin(x)")),
    COT(unary(SpecialFunctions::cot).names("cot").derivative("-csc(x)^2")
            .alsoDerivative("-1 - cot(x)^2", "-1/sin(x)^2").domain("sin(x) != 0")
            .enclosure(Arithmetic::cot)
            .help("cotangent, cos(x)/sin(x)")),
    ASIN(unary(Math::asin).names("asin").derivative("1/sqrt(1 - x^2)")
            .alsoDerivative("1/sqrt((1 - x)*(1 + x))").domain("-1 <= x and x <= 1")
            .smooth("-1 < x and x < 1")
            .enclosure(Arithmetic::asin).firstLook(DoubleInterval::setAsin).help("inverse sine, in [-pi/2, pi/2]")),
    ACOS(unary(Math::acos).names("acos").derivative("-1/sqrt(1 - x^2)")
            .alsoDerivative("-1/sqrt((1 - x)*(1 + x))").domain("-1 <= x and x <= 1")
            .smooth("-1 < x and x < 1").nonnegative()
            .enclosure(Arithmetic::acos).firstLook(DoubleInterval::setAcos).help("inverse cosine, in [0, pi]")),
    ATAN(unary(Math::atan).names("atan").derivative("1/(1 + x^2)").vanishesWithArgument()
            .enclosure(Arithmetic::atan).firstLook(DoubleInterval::setAtan)
            .help("inverse tangent, in (-pi/2, pi/2)")),
    ACOT(unary(SpecialFunctions::acot).names("acot").derivative("-1/(1 + x^2)")
            .positive()
            .enclosure(Arithmetic::acot).help("inverse cotangent, pi/2 - atan(x), in (0, pi)")),
    ASEC(unary(SpecialFunctions::asec).names("asec").derivative("1/(abs(x)*sqrt(x^2 - 1))")
            .alsoDerivative("1/(x^2*sqrt(1 - 1/x^2))").domain("abs(x) >= 1")
            .smooth("abs(x) > 1")
            .enclosure(Arithmetic::asec).help("inverse secant, acos(1/x)")),
    ACSC(unary(SpecialFunctions::acsc).names("acsc").derivative("-1/(abs(x)*sqrt(x^2 - 1))")
            .alsoDerivative("-1/(x^2*sqrt(1 - 1/x^2))").domain("abs(x) >= 1")
            .smooth("abs(x) > 1")
            .enclosure(Arithmetic::acsc).help("inverse cosecant, asin(1/x)")),
    ATAN2(binary(SpecialFunctions::atan2).parameters("y", "x").names("atan2")
            .derivative("x/(x^2 + y^2)", "-y/(x^2 + y^2)")
            .domain("x != 0 or y != 0").smooth("x > 0 or y != 0")
            .enclosure(Arithmetic::atan2)
            .help("angle of the point (x, y), in (-pi, pi]; undefined at the origin")),

    SINH(unary(Math::sinh).names("sinh").derivative("cosh(x)").vanishesWithArgument()
            .enclosure(Arithmetic::sinh).firstLook(DoubleInterval::setSinh).help("hyperbolic sine")),
    COSH(unary(Math::cosh).names("cosh").derivative("sinh(x)").positive()
            .enclosure(Arithmetic::cosh).firstLook(DoubleInterval::setCosh).help("hyperbolic cosine")),
    TANH(unary(Math::tanh).names("tanh").derivative("sech(x)^2")
            .alsoDerivative("1 - tanh(x)^2", "1/cosh(x)^2").vanishesWithArgument()
            .enclosure(Arithmetic::tanh).firstLook(DoubleInterval::setTanh).help("hyperbolic tangent")),
    SECH(unary(SpecialFunctions::sech).names("sech").derivative("-sech(x)*tanh(x)")
            .alsoDerivative("-sinh(x)/cosh(x)^2")
            .positive()
            .enclosure(Arithmetic::sech).help("hyperbolic secant, 1/cosh(x)")),
    CSCH(unary(SpecialFunctions::csch).names("csch").derivative("-csch(x)*coth(x)")
            .alsoDerivative("-cosh(x)/sinh(x)^2").domain("x != 0")
            .enclosure(Arithmetic::csch)
            .help("hyperbolic cosecant, 1/sinh(x)")),
    COTH(unary(SpecialFunctions::coth).names("coth").derivative("-csch(x)^2")
            .alsoDerivative("1 - coth(x)^2", "-1/sinh(x)^2").domain("x != 0")
            .enclosure(Arithmetic::coth)
            .help("hyperbolic cotangent, 1/tanh(x)")),
    ASINH(unary(SpecialFunctions::asinh).names("asinh").derivative("1/sqrt(x^2 + 1)").vanishesWithArgument()
            .enclosure(Arithmetic::asinh)
            .help("inverse hyperbolic sine")),
    ACOSH(unary(SpecialFunctions::acosh).names("acosh").derivative("1/(sqrt(x - 1)*sqrt(x + 1))")
            .alsoDerivative("1/sqrt(x^2 - 1)").domain("x >= 1")
            .smooth("x > 1").nonnegative()
            .enclosure(Arithmetic::acosh).help("inverse hyperbolic cosine")),
    ATANH(unary(SpecialFunctions::atanh).names("atanh").derivative("1/(1 - x^2)")
            .alsoDerivative("1/((1 - x)*(1 + x))").domain("-1 < x and x < 1")
            .enclosure(Arithmetic::atanh)
            .help("inverse hyperbolic tangent")),

    EXP(unary(Math::exp).names("exp").derivative("exp(x)").positive()
            .enclosure(Arithmetic::exp).firstLook(DoubleInterval::setExp).help("exponential, e^x")),
    EXPM1(unary(Math::expm1).names("expm1").derivative("exp(x)")
            .alsoDerivative("expm1(x) + 1")
            .enclosure(Arithmetic::expm1).firstLook(DoubleInterval::setExpm1).help("exp(x) - 1, accurate near 0")),
    LOG(unary(Math::log).names("log").derivative("1/x").domain("x > 0")
            .enclosure((a, x) -> a.log(x)).firstLook(DoubleInterval::setLog).help("natural logarithm")),
    LOG_BASE(binary(SpecialFunctions::logBase).parameters("x", "b").names("log")
            .derivative("1/(x*log(b))", "-log(x)/(b*log(b)^2)").domain("x > 0 and b > 0 and b != 1")
            .enclosure((a, x, b) -> a.log(x, b))
            .help("logarithm of x to base b")),
    LOG2(unary(SpecialFunctions::log2).names("log2").derivative("1/(x*log(2))").domain("x > 0")
            .enclosure(Arithmetic::log2)
            .help("logarithm to base 2")),
    LOG10(unary(Math::log10).names("log10").derivative("1/(x*log(10))").domain("x > 0")
            .enclosure(Arithmetic::log10).help("logarithm to base 10")),
    LOG1P(unary(Math::log1p).names("log1p").derivative("1/(1 + x)").domain("x > -1")
            .enclosure(Arithmetic::log1p).firstLook(DoubleInterval::setLog1p)
            .help("log(1 + x), accurate near 0")),
    SQRT(unary(Math::sqrt).names("sqrt").derivative("1/(2*sqrt(x))").domain("x >= 0").smooth("x > 0")
            .nonnegative().vanishesWithArgument()
            .enclosure(Arithmetic::sqrt).firstLook(DoubleInterval::setSqrt).roundings("1").help("square root")),
    CBRT(unary(SpecialFunctions::cbrt).names("cbrt").derivative("1/(3*cbrt(x)^2)")
            .alsoDerivative("cbrt(x)/(3*x)").smooth("x != 0")
            .vanishesWithArgument()
            .enclosure(Arithmetic::cbrt).help("real cube root: cbrt(-8) = -2")),
    HYPOT(binary(Math::hypot).names("hypot").derivative("x/hypot(x, y)", "y/hypot(x, y)").smooth("x != 0 or y != 0")
            .nonnegative()
            .enclosure(Arithmetic::hypot).help("sqrt(x^2 + y^2) without overflow")),

    ABS(unary(Math::abs).names("abs").exact(Rational::abs).derivative("sign(x)")
            .alsoDerivative("x/abs(x)").smooth("x != 0")
            .nonnegative().vanishesWithArgument()
            .enclosure(Arithmetic::abs).firstLook(DoubleInterval::setAbs).roundings("0").help("absolute value")),
    SIGN(unary(SpecialFunctions::sign).names("sign").exact(ExactArithmetic::sign).derivative("0").smooth("x != 0")
            .vanishesWithArgument()
            .enclosure(Arithmetic::sign).roundings("0").help("-1, 0 or 1; sign(0) = 0")),
    STEP(unary(SpecialFunctions::step).names("step").exact(ExactArithmetic::step).derivative("0").smooth("x != 0")
            .nonnegative()
            .enclosure(Arithmetic::step).roundings("0").help("1 where x > 0, else 0; step(0) = 0")),
    FLOOR(unary(SpecialFunctions::floor).names("floor").exact(Rational::floor).derivative("0").smooth("x != floor(x)")
            .enclosure(Arithmetic::floor)
            .roundings("0").help("largest integer not above x")),
    CEIL(unary(SpecialFunctions::ceil).names("ceil").exact(ExactArithmetic::ceil).derivative("0")
            .smooth("x != floor(x)")
            .enclosure(Arithmetic::ceil)
            .roundings("0").help("smallest integer not below x")),
    ROUND(unary(SpecialFunctions::round).names("round").exact(ExactArithmetic::round).derivative("0")
            .smooth("x + 1/2 != floor(x + 1/2)")
            .enclosure(Arithmetic::round).roundings("0").help("nearest integer, halves to the even one")),
    MOD(binary(SpecialFunctions::mod).names("mod").exact(ExactArithmetic::mod).derivative("1", "-floor(x/y)")
            .domain("y != 0").smooth("y != 0 and x/y != floor(x/y)")
            .enclosure(Arithmetic::mod).roundings("1").help("x - y*floor(x/y), with the sign of y")),
    MIN(binary(Math::min).names("min").exact(ExactArithmetic::min).folds()
            .derivative("if(x < y, 1, 0)", "if(x < y, 0, 1)").smooth("x != y")
            .following(Convention.TORCH, "if(x == y, 1/2, if(x < y, 1, 0))", "if(x == y, 1/2, if(x < y, 0, 1))")
            .following(Convention.JAX, "if(x == y, 1/2, if(x < y, 1, 0))", "if(x == y, 1/2, if(x < y, 0, 1))")
            .following(Convention.TENSORFLOW, "if(x <= y, 1, 0)", "if(x <= y, 0, 1)")
            .enclosure(Arithmetic::min).firstLook(DoubleInterval::setMin).roundings("0")
            .help("smallest of its arguments")),
    MAX(binary(Math::max).names("max").exact(ExactArithmetic::max).folds()
            .derivative("if(x > y, 1, 0)", "if(x > y, 0, 1)").smooth("x != y")
            .following(Convention.TORCH, "if(x == y, 1/2, if(x > y, 1, 0))", "if(x == y, 1/2, if(x > y, 0, 1))")
            .following(Convention.JAX, "if(x == y, 1/2, if(x > y, 1, 0))", "if(x == y, 1/2, if(x > y, 0, 1))")
            .following(Convention.TENSORFLOW, "if(x >= y, 1, 0)", "if(x >= y, 0, 1)")
            .enclosure(Arithmetic::max).firstLook(DoubleInterval::setMax).roundings("0")
            .help("largest of its arguments")),
    CLAMP(ternary(SpecialFunctions::clamp).parameters("x", "lo", "hi").names("clamp").exact(ExactArithmetic::clamp)
            .derivative("if(x > lo and x < hi, 1, 0)", "if(x < lo and lo < hi, 1, 0)", "if(max(x, lo) > hi, 1, 0)")
            .smooth("x != lo and x != hi and lo != hi")
            .following(Convention.TORCH, "if(x < lo or x > hi, 0, 1)", "if(x < lo and lo < hi, 1, 0)",
                    "if(max(x, lo) > hi, 1, 0)")
            .following(Convention.TENSORFLOW, "if(x < lo or x > hi, 0, 1)", "if(x < lo and lo < hi, 1, 0)",
                    "if(max(x, lo) > hi, 1, 0)")
            .following(Convention.JAX, "if(x < lo or max(x, lo) > hi, 0, if(x == lo, 1/2, 1)*if(x == hi, 1/2, 1))",
                    "if(x > lo or lo > hi, 0, if(x == lo, 1/2, 1)*if(lo == hi, 1/2, 1))",
                    "if(max(x, lo) < hi, 0, if(max(x, lo) == hi, 1/2, 1))")
            .enclosure(Arithmetic::clamp).roundings("0").help("min(max(x, lo), hi)")),

    ERF(unary(SpecialFunctions::erf).names("erf").derivative("2*exp(-x^2)/sqrt(pi)").vanishesWithArgument()
            .enclosure(Arithmetic::erf)
            .help("error function")),
    ERFC(unary(SpecialFunctions::erfc).names("erfc").derivative("-2*exp(-x^2)/sqrt(pi)")
            .enclosure(Arithmetic::erfc)
            .roundings("8").help("1 - erf(x), accurate for large x")),
    GAMMA(unary(SpecialFunctions::gamma).names("gamma").derivative("gamma(x)*digamma(x)")
            .domain("x > 0 or x != floor(x)")
            .enclosure(Arithmetic::gamma).roundings("12").help("gamma function, gamma(n + 1) = n!")),
    LGAMMA(unary(SpecialFunctions::lgamma).names("lgamma").derivative("digamma(x)").domain("x > 0 or x != floor(x)")
            .enclosure(Arithmetic::lgamma)
            .roundings("8").roundingArguments().help("log(abs(gamma(x)))")),
    DIGAMMA(unary(SpecialFunctions::digamma).names("digamma").derivative("polygamma(1, x)")
            .domain("x > 0 or x != floor(x)")
            .enclosure(Arithmetic::digamma).roundings("32").roundingArguments().help("derivative of log(gamma(x))")),
    POLYGAMMA(binary((n, x) -> n == (int) n ? SpecialFunctions.polygamma((int) n, x) : Double.NaN)
            .parameters("n", "x").names("polygamma").derivative(Row.NONE, "polygamma(n + 1, x)")
            .domain("n >= 0 and n == floor(n) and (x > 0 or x != floor(x))")
            .smooth(Row.NOWHERE, "n >= 0 and n == floor(n) and (x > 0 or x != floor(x))")
            .enclosure(Enclosure::polygamma)
            .roundings("max(16, 4*n)").roundingArguments().help("n-th derivative of digamma")),

    RELU(unary(x -> Math.max(x, 0)).names("relu").exact(ExactArithmetic::relu).derivative("step(x)").smooth("x != 0")
            .nonnegative()
            .enclosure(Arithmetic::relu).firstLook((r, x) -> r.setMax(x, new DoubleInterval())).roundings("0")
            .help("max(x, 0)")),
    SIGMOID(unary(SpecialFunctions::sigmoid).names("sigmoid").derivative("sigmoid(x)*sigmoid(-x)")
            .alsoDerivative("sigmoid(x)*(1 - sigmoid(x))", "exp(-x)/(1 + exp(-x))^2")
            .positive()
            .enclosure(Arithmetic::sigmoid).help("1/(1 + exp(-x))")),
    SOFTPLUS(unary(SpecialFunctions::softplus).names("softplus").derivative("sigmoid(x)")
            .alsoDerivative("1 - exp(-softplus(x))", "exp(x)/(1 + exp(x))", "1/(1 + exp(-x))").positive()
            .enclosure(Arithmetic::softplus)
            .help("log(1 + exp(x))"));

    private static final Map<String, List<Primitive>> BY_NAME = Arrays.stream(values())
            .filter(primitive -> primitive.notation().fixity() == Row.Fixity.CALL)
            .flatMap(primitive -> primitive.names().stream().map(name -> Map.entry(name, primitive)))
            .collect(Collectors.groupingBy(Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));

    private final Row row;

    Primitive(Row row) {
        this.row = row;
    }

    /** The functions and constants of this name, which differ in how many arguments they take; operators have none. */
    public static List<Primitive> named(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }

    /** Its spellings in the language, the preferred one first; for an operator, its symbol. */
    public List<String> names() {
        return row.names;
    }

    /** The names of its arguments in the row's texts. */
    public List<String> parameters() {
        return row.parameters;
    }

    public int arity() {
        return row.parameters.size();
    }

    /** Whether it is written between or before its arguments, and how tightly it binds. */
    public Row.Notation notation() {
        return row.notation;
    }

    /** Whether more arguments than two mean one after the other: {@code max(x, y, z)}. */
    public boolean isFolding() {
        return row.folding;
    }

    /** The value in doubles, of as many arguments as the row has parameters. */
    public Row.Value value() {
        return row.value;
    }

    /** An enclosure of the values at all members of the arguments in the domain, at any precision. */
    public Enclosure enclosure() {
        return row.enclosure;
    }

    /** A quick enclosure of the values in doubles, which may be the whole line. */
    public FirstLook firstLook() {
        return row.firstLook;
    }

    /** The derivative with respect to each argument, as texts over the parameters. */
    public List<String> derivatives() {
        return row.derivatives;
    }

    /**
     * Other ways in which programs write the derivative of a function of one argument: equal on the domain, rounded
     * otherwise.
     */
    public List<String> otherDerivatives() {
        return row.otherDerivatives;
    }

    /** The derivative with respect to each argument under a convention; empty where it follows the row's own. */
    public List<String> derivatives(Convention convention) {
        return row.conventions.getOrDefault(convention, List.of());
    }

    /** Whether the function has a value wherever its arguments have one. */
    public boolean isTotal() {
        return row.domain.equals(Row.EVERYWHERE);
    }

    /** Where the function has a value, as a text over the parameters. */
    public String domain() {
        return row.domain;
    }

    /** Where the function has a value and, moving this argument, derivatives of every order. */
    public String smooth(int argument) {
        return switch (row.smooth.size()) {
            case 0 -> row.domain;
            case 1 -> row.smooth.getFirst();
            default -> row.smooth.get(argument);
        };
    }

    /** Whether a function of one argument is zero exactly where its argument is. */
    public boolean vanishesWithArgument() {
        return row.vanishesWithArgument;
    }

    /**
     * How many unit roundoffs (2^-53) the value in doubles may be off, relative to itself, as a text over the
     * parameters: 0 for an exact function, 1 for one that is rounded once.
     */
    public String roundings() {
        return row.roundings;
    }

    /** Whether the value may also be off by what one rounding of each argument does: near zeros that are no doubles. */
    public boolean isRoundingArguments() {
        return row.roundingArguments;
    }

    /** The signs that its values can have, as {@link Signs} writes them. */
    int signs() {
        return row.signs;
    }

    /** One line for a person. */
    public String help() {
        return row.help;
    }

    /** The exact value at exact arguments, where the row computes one that is no larger than the limit. */
    public @Nullable Rational exact(Rational[] arguments) {
        return row.exact == null ? null : ExactArithmetic.bounded(row.exact, arguments);
    }

    /** The row for these arguments: powers with a constant integer exponent and powers of e have rows of their own. */
    Primitive forArguments(List<? extends Node> arguments) {
        if (this != POWER && this != INTEGER_POWER && this != POWER_OF_E) {
            return this;
        }
        Rational exponent = ((Expr) arguments.get(1)).exactValue();
        if (exponent != null && exponent.isInteger()) {
            return INTEGER_POWER;
        }
        return arguments.getFirst() instanceof Application base && base.primitive() == E ? POWER_OF_E : POWER;
    }
}
