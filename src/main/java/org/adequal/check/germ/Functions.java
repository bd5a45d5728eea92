package org.adequal.check.germ;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

import org.adequal.check.germ.Coefficient.Exact;
import org.adequal.check.germ.Germ.Wave;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.adequal.number.interval.Dyadic;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table over germs. A row is either built from a few that are known (power, logarithm, exponential,
 * sine), or decided by signs (switches), or expanded around the limit of its argument as the integral of its derivative
 * text.
 */
final class Functions {
    private static final Germ ZERO = Germ.constant(Coefficient.ZERO);
    private static final Germ ONE = Germ.constant(Coefficient.ONE);
    private static final Dyadic LARGE = Dyadic.of(64);
    private static final Coefficient HALF = Coefficient.of(Rational.of(1, 2));

    private final Expansions expansions;
    private final Field field;
    private final boolean lastStep;
    private final Map<Local, Germ> expanded = new HashMap<>();

    private record Local(Primitive primitive, Coefficient at, int side) {}

    Functions(Expansions expansions, boolean lastStep) {
        this.expansions = expansions;
        this.field = expansions.field();
        this.lastStep = lastStep;
    }

    /**
     * The row at arguments in its domain.
     *
     * @param there the arguments at the point itself, where they have values
     */
    Outcome apply(Primitive primitive, List<Germ> arguments, @Nullable List<Germ> there) {
        Outcome outcome = !isSwitch(primitive) && arguments.stream().allMatch(Functions::isConstant)
                ? Germ.constant(value(primitive, arguments))
                : germ(primitive, arguments, there);
        if (!(outcome instanceof Germ germ)) {
            return outcome;
        }
        boolean continuous = arguments.stream().allMatch(Germ::continuous);
        boolean analytic = arguments.stream().allMatch(Germ::analytic);
        return germ.flagged(continuous && germ.continuous(), analytic && germ.analytic());
    }

    /** Whether the germ depends on the arguments at the point itself. */
    static boolean asksThePoint(Primitive primitive) {
        return switch (primitive) {
            case SIGN, STEP, FLOOR, CEIL, ROUND, MOD, ATAN2, POWER -> true;
            default -> false;
        };
    }

    private static boolean isSwitch(Primitive primitive) {
        return switch (primitive) {
            case ABS, SIGN, STEP, FLOOR, CEIL, ROUND, MOD, MIN, MAX, CLAMP, RELU -> true;
            default -> false;
        };
    }

    static boolean isConstant(Germ u) {
        return u.isExact()
                && (u.terms().isEmpty()
                        || u.terms().size() == 1 && u.terms().getFirst().monomial().equals(Monomial.ONE));
    }

    static Coefficient constant(Germ u) {
        return u.terms().isEmpty() ? Coefficient.ZERO : u.terms().getFirst().coefficient();
    }

    private Coefficient value(Primitive primitive, List<Germ> arguments) {
        Coefficient[] values = arguments.stream().map(Functions::constant).toArray(Coefficient[]::new);
        return switch (primitive) {
            case ADD -> field.plus(values[0], values[1]);
            case SUBTRACT -> field.minus(values[0], values[1]);
            case MULTIPLY -> field.times(values[0], values[1]);
            case DIVIDE -> field.divide(values[0], values[1]);
            case NEGATE -> field.negate(values[0]);
            case POWER, INTEGER_POWER -> power(values[0], values[1]);
            case POWER_OF_E -> field.apply(Primitive.EXP, values[1]);
            case SQRT -> {
                Coefficient settled = field.settled(values[0]);
                yield settled.isZero() ? settled : root(settled);
            }
            default -> field.apply(primitive, values);
        };
    }

    private Coefficient root(Coefficient positive) {
        return field.power(positive, HALF);
    }

    /** A number to the power of a number, where it has a value. */
    private Coefficient power(Coefficient base, Coefficient exponent) {
        Rational n = field.integer(exponent);
        if (n != null && n.isZero()) {
            return Coefficient.ONE;
        }
        if (n != null && n.signum() > 0 && base.isZero()) {
            return base;
        }
        if (n != null) {
            return field.power(n.signum() > 0 ? base : field.settled(base), new Exact(n));
        }
        Coefficient settled = field.settled(base);
        return settled.isZero() ? settled : field.power(settled, exponent);
    }

    private Outcome germ(Primitive primitive, List<Germ> arguments, @Nullable List<Germ> there) {
        Germ u = arguments.isEmpty() ? ZERO : arguments.getFirst();
        Germ v = arguments.size() < 2 ? ZERO : arguments.get(1);
        return switch (primitive) {
            case ADD -> expansions.plus(u, v);
            case SUBTRACT -> expansions.minus(u, v);
            case MULTIPLY -> expansions.times(u, v);
            case DIVIDE -> expansions.divide(u, v);
            case NEGATE -> expansions.negate(u);
            case POWER, INTEGER_POWER -> power(u, v, there);
            case POWER_OF_E, EXP -> expansions.exp(primitive == Primitive.EXP ? u : v);
            case PI, E -> throw new IllegalStateException("constants have no arguments");
            case SIN, COS -> circular(primitive, u);
            case TAN -> expansions.divide(circular(Primitive.SIN, u), circular(Primitive.COS, u));
            case SEC -> expansions.reciprocal(circular(Primitive.COS, u));
            case CSC -> expansions.reciprocal(circular(Primitive.SIN, u));
            case COT -> expansions.divide(circular(Primitive.COS, u), circular(Primitive.SIN, u));
            case SINH, COSH, TANH, SECH, CSCH, COTH -> hyperbolic(primitive, u);
            case ASIN, ACOS -> local(primitive, u);
            case ATAN, ACOT, ASINH, ACOSH, ERF, ERFC -> {
                int infinity = expansions.infinity(u);
                yield infinity == 0 ? local(primitive, u) : atInfinity(primitive, u, infinity);
            }
            case ATANH -> atanh(u);
            case ASEC -> local(Primitive.ACOS, expansions.reciprocal(u));
            case ACSC -> local(Primitive.ASIN, expansions.reciprocal(u));
            case ATAN2 -> angle(u, v, there);
            case LOG -> expansions.log(u);
            case EXPM1 -> expansions.infinity(u) == 0
                    ? local(primitive, u)
                    : expansions.minus(expansions.exp(u), ONE);
            case LOG1P -> logarithm(primitive, expansions.plus(ONE, u), u, ONE);
            case LOG2 -> logarithm(primitive, u, u, log(2));
            case LOG10 -> logarithm(primitive, u, u, log(10));
            case LOG_BASE -> expansions.divide(expansions.log(u), expansions.log(v));
            case SQRT -> root(u, HALF);
            case CBRT -> {
                int sign = expansions.sign(u);
                Germ root = root(sign < 0 ? expansions.negate(u) : u, Coefficient.of(Rational.of(1, 3)));
                yield sign < 0 ? expansions.negate(root) : root;
            }
            case HYPOT -> root(expansions.plus(expansions.times(u, u), expansions.times(v, v)), HALF);
            case ABS -> largest(u, expansions.negate(u));
            case RELU -> largest(u, ZERO);
            case MAX -> largest(u, v);
            case MIN -> expansions.negate(largest(expansions.negate(u), expansions.negate(v)));
            case CLAMP -> {
                Germ raised = largest(u, v);
                yield expansions.negate(largest(expansions.negate(raised), expansions.negate(arguments.get(2))));
            }
            case SIGN, STEP -> {
                int sign = expansions.sign(u);
                yield piece(primitive == Primitive.SIGN ? sign : Math.max(sign, 0), isStrict(u),
                        there == null ? null : pieceAt(primitive, constant(there.getFirst())));
            }
            case FLOOR -> floor(u, there == null ? null : there.getFirst());
            case CEIL -> expansions.negate(
                    floor(expansions.negate(u), there == null ? null : expansions.negate(there.getFirst())));
            case ROUND -> round(u, there == null ? null : there.getFirst());
            case MOD -> {
                Germ quotient = expansions.divide(u, v);
                Germ whole = floor(quotient, there == null ? null : quotient(there));
                yield expansions.minus(u, expansions.times(v, whole));
            }
            case GAMMA, LGAMMA, DIGAMMA, POLYGAMMA -> gamma(primitive, u, v);
            case SIGMOID -> expansions.reciprocal(expansions.plus(ONE, expansions.exp(expansions.negate(u))));
            case SOFTPLUS -> expansions.log(expansions.plus(ONE, expansions.exp(u)));
        };
    }

    private Germ log(long base) {
        return Germ.constant(field.apply(Primitive.LOG, Coefficient.of(base)));
    }

    // powers

    private Outcome power(Germ u, Germ v, @Nullable List<Germ> there) {
        if (!isConstant(v)) {
            return movingPower(u, v, there);
        }
        Coefficient b = constant(v);
        Rational n = field.integer(b);
        if (n != null) {
            return expansions.power(u, new Exact(n));
        }
        return root(u, b);
    }

    /** u^b for u &gt;= 0. */
    private Germ root(Germ u, Coefficient b) {
        Germ led = expansions.lead(u);
        return led.isZero() ? led : expansions.power(led, b);
    }

    private Outcome movingPower(Germ u, Germ v, @Nullable List<Germ> there) {
        int sign = expansions.sign(u);
        if (sign > 0) {
            Germ power = expansions.exp(expansions.times(v, expansions.log(u)));
            boolean continuous = there != null
                    && (field.sign(constant(there.get(0))) > 0 || field.sign(constant(there.get(1))) > 0);
            return power.flagged(power.continuous() && continuous, power.analytic());
        }
        if (sign == 0) {
            int exponent = expansions.sign(v);
            boolean inside = there != null && field.sign(constant(there.get(1))) > 0;
            return (exponent == 0 ? ONE : ZERO).flagged(inside, inside);
        }
        // the exponent is an integer on this whole side: the domain says so
        Germ led = expansions.lead(v);
        Coefficient c = led.isZero() ? Coefficient.ZERO : led.terms().getFirst().coefficient();
        Rational n = field.integer(c);
        if (n == null) {
            throw Undecided.never("a negative number to a moving power");
        }
        return expansions.power(u, new Exact(n)).flagged(false, false);
    }

    // exponentials and their kin

    private Germ circular(Primitive primitive, Germ u) {
        if (u.remainder() instanceof Remainder.Order(Monomial m) && u.wave() != Wave.NONE
                && expansions.compare(m, Monomial.ONE) <= 0) {
            return expansions.bounded(new Remainder.Order(Monomial.ONE), Wave.VAGUE);
        }
        Expansions.Parts parts = expansions.parts(u);
        if (!parts.infinite().isEmpty()) {
            return expansions.bounded(new Remainder.Order(Monomial.ONE), Wave.SHARP);
        }
        Coefficient sin = field.apply(Primitive.SIN, parts.constant());
        Coefficient cos = field.apply(Primitive.COS, parts.constant());
        Coefficient[] cycle = primitive == Primitive.SIN
                ? new Coefficient[]{sin, cos, field.negate(sin), field.negate(cos)}
                : new Coefficient[]{cos, field.negate(sin), field.negate(cos), sin};
        return cyclic(cycle, parts.vanishing());
    }

    /** The sum of cycle(k) eps^k/k!. */
    private Germ cyclic(Coefficient[] cycle, Germ eps) {
        Coefficient[] inverseFactorials = expansions.inverseFactorials();
        return expansions.series(k -> field.times(cycle[k % cycle.length], inverseFactorials[k]), eps,
                inverseFactorials.length);
    }

    private Germ hyperbolic(Primitive primitive, Germ u) {
        int infinity = expansions.infinity(u);
        return switch (primitive) {
            case SINH, COSH -> {
                if (infinity != 0) {
                    Germ grown = expansions.exp(u);
                    Germ fallen = expansions.exp(expansions.negate(u));
                    Germ sum = primitive == Primitive.COSH
                            ? expansions.plus(grown, fallen)
                            : expansions.minus(grown, fallen);
                    yield expansions.times(Germ.constant(HALF), sum);
                }
                Expansions.Parts parts = expansions.parts(u);
                Coefficient sinh = field.apply(Primitive.SINH, parts.constant());
                Coefficient cosh = field.apply(Primitive.COSH, parts.constant());
                yield cyclic(primitive == Primitive.SINH
                        ? new Coefficient[]{sinh, cosh}
                        : new Coefficient[]{cosh, sinh}, parts.vanishing());
            }
            case TANH -> {
                if (infinity == 0 && !isLarge(expansions.parts(u).constant())) {
                    yield expansions.divide(hyperbolic(Primitive.SINH, u), hyperbolic(Primitive.COSH, u));
                }
                // with E = exp(-2 |u|), which vanishes
                boolean negative = expansions.sign(u) < 0;
                Germ fallen = expansions.exp(expansions.times(Germ.constant(Coefficient.of(negative ? 2 : -2)), u));
                Germ tanh = expansions.divide(expansions.minus(ONE, fallen), expansions.plus(ONE, fallen));
                yield negative ? expansions.negate(tanh) : tanh;
            }
            case SECH -> expansions.reciprocal(hyperbolic(Primitive.COSH, u));
            case CSCH -> expansions.reciprocal(hyperbolic(Primitive.SINH, u));
            case COTH -> expansions.reciprocal(hyperbolic(Primitive.TANH, u));
            default -> throw new IllegalArgumentException(primitive + " is not hyperbolic");
        };
    }

    private boolean isLarge(Coefficient c) {
        return field.interval(c).mignitude().compareTo(LARGE) > 0;
    }

    private Germ atInfinity(Primitive primitive, Germ u, int sign) {
        Germ rightAngle = Germ.constant(field.times(HALF, field.apply(Primitive.PI)));
        return switch (primitive) {
            case ATAN -> expansions.minus(sign > 0 ? rightAngle : expansions.negate(rightAngle),
                    local(Primitive.ATAN, expansions.reciprocal(u)));
            case ACOT -> expansions.minus(rightAngle, atInfinity(Primitive.ATAN, u, sign));
            case ASINH, ACOSH -> {
                Germ large = sign > 0 ? u : expansions.negate(u);
                Germ under = expansions.plus(expansions.times(u, u),
                        Germ.constant(Coefficient.of(primitive == Primitive.ASINH ? 1 : -1)));
                Germ log = expansions.log(expansions.plus(large, root(under, HALF)));
                yield sign > 0 ? log : expansions.negate(log);
            }
            case ERF -> flat(Germ.constant(Coefficient.of(sign)));
            case ERFC -> flat(Germ.constant(Coefficient.of(1L - sign)));
            default -> throw new IllegalArgumentException(primitive + " is not known at infinity");
        };
    }

    private Germ flat(Germ u) {
        return expansions.withRemainder(u, Remainder.Small.FLAT, Wave.NONE);
    }

    private Germ atanh(Germ u) {
        Coefficient limit = expansions.parts(u).constant();
        boolean inside = field.sign(field.minus(Coefficient.ONE, field.times(limit, limit))) > 0;
        return inside
                ? local(Primitive.ATANH, u)
                : expansions.times(Germ.constant(HALF), expansions.minus(expansions.log(expansions.plus(ONE, u)),
                        expansions.log(expansions.minus(ONE, u))));
    }

    /** log(inside)/scale, which is the row at its argument. */
    private Germ logarithm(Primitive primitive, Germ inside, Germ argument, Germ scale) {
        boolean interior = expansions.infinity(inside) == 0 && field.sign(expansions.parts(inside).constant()) > 0;
        return interior ? local(primitive, argument) : expansions.divide(expansions.log(inside), scale);
    }

    // around a limit

    /** The row of one argument around its finite limit: the value there and the integral of the derivative text. */
    private Germ local(Primitive primitive, Germ u) {
        Expansions.Parts parts = expansions.parts(u);
        if (!parts.infinite().isEmpty()) {
            throw Undecided.never(primitive + " of what grows without bound near the point");
        }
        Coefficient at = parts.constant();
        Germ eps = parts.vanishing();
        if (eps.isZero()) {
            return Germ.constant(field.apply(primitive, at)).flagged(u.continuous(), u.analytic());
        }
        if (isSmooth(primitive, at)) {
            Germ slope = expanded.computeIfAbsent(new Local(primitive, at, 0), _ -> slope(primitive, at, 1));
            return expansions.series(coefficients(field.apply(primitive, at), slope), eps, known(slope))
                    .flagged(u.continuous(), u.analytic());
        }
        int side = expansions.sign(eps);
        if (side == 0) {
            return Germ.constant(field.apply(primitive, at)).flagged(u.continuous(), u.analytic());
        }
        Germ distance = side < 0 ? expansions.negate(eps) : eps;
        Germ slope = expanded.computeIfAbsent(new Local(primitive, at, side), _ -> slope(primitive, at, side));
        Germ change = expansions.substitute(expansions.integral(slope), distance);
        Germ sum = expansions.plus(Germ.constant(field.apply(primitive, at)),
                side < 0 ? expansions.negate(change) : change);
        return sum.flagged(u.continuous(), false);
    }

    private boolean isSmooth(Primitive primitive, Coefficient at) {
        RowTexts texts = RowTexts.of(primitive);
        Pass pass = Pass.over(expansions, texts.environment(List.of(Germ.constant(at))), lastStep);
        return pass.of(texts.smooth().getFirst()) instanceof Outcome.Holds(boolean holds, boolean _) && holds;
    }

    /** The derivative of the row at (limit + side s) as a germ in s. */
    private Germ slope(Primitive primitive, Coefficient at, int side) {
        RowTexts texts = RowTexts.of(primitive);
        Germ place = expansions.plus(Germ.constant(at), Germ.of(Coefficient.of(side), Monomial.T));
        Expr text = texts.derivatives().getFirst();
        return Pass.over(expansions, texts.environment(List.of(place)), lastStep).of(text) instanceof Germ germ
                ? germ
                : fail(primitive);
    }

    private static Germ fail(Primitive primitive) {
        throw Undecided.never("the derivative of " + primitive + " has no expansion near the point");
    }

    /** How many Taylor coefficients of the function its derivative's germ gives. */
    private int known(Germ slope) {
        if (!(slope.remainder() instanceof Remainder.Order(Monomial m))) {
            return Integer.MAX_VALUE;
        }
        if (!(m.power() instanceof Exact(Rational power)) || !power.isInteger()) {
            throw new IllegalStateException("a smooth function has whole powers");
        }
        return power.numerator().intValueExact() + 1;
    }

    private IntFunction<Coefficient> coefficients(Coefficient value, Germ slope) {
        Map<Integer, Coefficient> byPower = new HashMap<>();
        byPower.put(0, value);
        for (Term term : expansions.integral(slope).terms()) {
            if (term.monomial().power() instanceof Exact(Rational power) && power.isInteger()) {
                byPower.put(power.numerator().intValueExact(), term.coefficient());
            }
        }
        return k -> Objects.requireNonNull(byPower.getOrDefault(k, Coefficient.ZERO));
    }

    // gamma

    private Germ gamma(Primitive primitive, Germ u, Germ v) {
        boolean poly = primitive == Primitive.POLYGAMMA;
        Germ argument = poly ? v : u;
        Expansions.Parts parts = expansions.parts(argument);
        int order = poly ? Objects.requireNonNull(field.integer(constant(u))).numerator().intValueExact() : 0;
        if (!parts.infinite().isEmpty()) {
            if (expansions.infinity(argument) < 0) {
                throw Undecided.never("poles of " + primitive + " lie close together near the point");
            }
            return new Stirling(expansions).of(primitive, order, argument);
        }
        Coefficient at = parts.constant();
        Rational pole = field.integer(at);
        if (pole != null && pole.signum() <= 0) {
            return atPole(primitive, order, argument, pole);
        }
        Germ eps = parts.vanishing();
        int count = expansions.inverseFactorials().length;
        Coefficient[] factors = expansions.inverseFactorials();
        if (primitive == Primitive.GAMMA) {
            // gamma(at + eps) = gamma(at) exp(log|gamma|(at + eps) - log|gamma|(at))
            Germ logarithm = expansions.series(
                    k -> k == 0 ? Coefficient.ZERO : field.times(factors[k], polygamma(k - 1, at)), eps, count);
            return expansions.times(Germ.constant(field.apply(Primitive.GAMMA, at)), expansions.exp(logarithm));
        }
        int shift = primitive == Primitive.LGAMMA ? -1 : order;
        return expansions.series(k -> k + shift < 0
                ? field.apply(Primitive.LGAMMA, at)
                : field.times(factors[k], polygamma(k + shift, at)), eps, count);
    }

    private Coefficient polygamma(int n, Coefficient at) {
        return n == 0
                ? field.apply(Primitive.DIGAMMA, at)
                : field.apply(Primitive.POLYGAMMA, Coefficient.of(n), at);
    }

    /**
     * At the pole -n, by the recurrences gamma(u) = gamma(u + n + 1)/(u (u + 1) ... (u + n)) and, for the m-th derivative
     * of digamma, psi(u) = psi(u + n + 1) - (-1)^m m! (1/u^(m+1) + ... + 1/(u + n)^(m+1)).
     */
    private Germ atPole(Primitive primitive, int m, Germ u, Rational pole) {
        int n = Math.negateExact(pole.numerator().intValueExact());
        if (n > 100) {
            throw Undecided.never(primitive + " near a pole");
        }
        Germ beyond = expansions.plus(u, Germ.constant(Coefficient.of(n + 1L)));
        if (primitive == Primitive.DIGAMMA || primitive == Primitive.POLYGAMMA) {
            Germ sum = gamma(primitive, primitive == Primitive.POLYGAMMA ? Germ.constant(Coefficient.of(m)) : beyond,
                    beyond);
            Coefficient factor = Coefficient.of(m % 2 == 0 ? -1 : 1);
            for (int i = 2; i <= m; i++) {
                factor = field.times(factor, Coefficient.of(i));
            }
            for (int i = 0; i <= n; i++) {
                Germ power = expansions.power(expansions.plus(u, Germ.constant(Coefficient.of(i))),
                        Coefficient.of(-m - 1L));
                sum = expansions.plus(sum, expansions.times(Germ.constant(factor), power));
            }
            return sum;
        }
        Germ product = ONE;
        for (int i = 0; i <= n; i++) {
            product = expansions.times(product, expansions.plus(u, Germ.constant(Coefficient.of(i))));
        }
        Germ quotient = expansions.divide(gamma(Primitive.GAMMA, beyond, ZERO), product);
        return primitive == Primitive.GAMMA ? quotient : expansions.log(largest(quotient, expansions.negate(quotient)));
    }

    // switches

    /** Whether the germ keeps the sign that it has at the point, on both sides for certain. */
    private boolean isStrict(Germ u) {
        Germ led = expansions.lead(u);
        return led.analytic() && (led.isZero() || led.exponent().isEmpty()
                && expansions.compare(led.terms().getFirst().monomial(), Monomial.ONE) == 0);
    }

    private Germ largest(Germ u, Germ v) {
        Germ difference = expansions.minus(u, v);
        boolean strict;
        int sign;
        try {
            sign = expansions.sign(difference);
            strict = isStrict(difference);
        } catch (Undecided undecided) {
            boolean hidden = undecided.remedy() == Undecided.Remedy.ORDER && lastStep
                    || undecided.remedy() == Undecided.Remedy.NONE && difference.exponent().isEmpty();
            if (!hidden) {
                throw undecided;
            }
            // |u - v| is no larger than the remainder, whatever its sign
            Germ half = expansions.times(Germ.constant(HALF), expansions.plus(u, v));
            return expansions.withRemainder(half, difference.remainder(), Wave.VAGUE)
                    .flagged(u.continuous() && v.continuous(), false);
        }
        Germ larger = sign >= 0 ? u : v;
        return larger.flagged(u.continuous() && v.continuous(), u.analytic() && v.analytic() && strict);
    }

    private static Germ piece(long value, boolean strict, @Nullable Long there) {
        boolean same = strict || there != null && there == value;
        return Germ.constant(Coefficient.of(value)).flagged(same, strict);
    }

    private Long pieceAt(Primitive primitive, Coefficient value) {
        int sign = field.sign(value);
        return (long) (primitive == Primitive.SIGN ? sign : Math.max(sign, 0));
    }

    private Germ quotient(List<Germ> there) {
        return Germ.constant(field.divide(constant(there.get(0)), constant(there.get(1))));
    }

    private Germ floor(Germ u, @Nullable Germ there) {
        if (expansions.infinity(u) != 0) {
            return expansions.withRemainder(u, new Remainder.Order(Monomial.ONE), Wave.SHARP).flagged(false, false);
        }
        Rational limit = field.floor(expansions.parts(u).constant());
        Germ above = expansions.minus(u, Germ.constant(new Exact(limit)));
        Rational piece = expansions.sign(above) < 0 ? limit.minus(Rational.ONE) : limit;
        boolean strict = isStrict(above);
        boolean same = strict || there != null && field.floor(constant(there)).equals(piece);
        return Germ.constant(new Exact(piece)).flagged(same, strict);
    }

    private Germ round(Germ u, @Nullable Germ there) {
        Germ half = Germ.constant(HALF);
        Germ whole = floor(expansions.plus(u, half), null);
        if (!isConstant(whole)) {
            return whole;
        }
        // floor(u + 1/2), less 1 at a half below an odd number
        boolean tie = expansions.lead(expansions.minus(expansions.plus(u, half), whole)).isZero();
        Rational nearest = roundedDown(constant(whole), tie);
        boolean strict = whole.analytic();
        boolean same = strict;
        if (!strict && there != null) {
            Coefficient shifted = field.plus(constant(there), HALF);
            Rational floor = field.floor(shifted);
            boolean tieThere = field.sign(field.minus(shifted, new Exact(floor))) == 0;
            same = roundedDown(new Exact(floor), tieThere).equals(nearest);
        }
        return Germ.constant(new Exact(nearest)).flagged(same, strict);
    }

    private static Rational roundedDown(Coefficient whole, boolean tie) {
        Rational value = ((Exact) whole).value();
        return tie && value.numerator().testBit(0) ? value.minus(Rational.ONE) : value;
    }

    private Outcome angle(Germ y, Germ x, @Nullable List<Germ> there) {
        int beside = expansions.sign(x);
        int above = expansions.sign(y);
        Germ pi = Germ.constant(field.apply(Primitive.PI));
        if (beside == 0) {
            Germ rightAngle = expansions.times(pi, Germ.constant(HALF));
            return above > 0 ? rightAngle : expansions.negate(rightAngle);
        }
        Germ quotient = expansions.divide(y, x);
        int infinity = expansions.infinity(quotient);
        Germ angle = infinity == 0 ? local(Primitive.ATAN, quotient) : atInfinity(Primitive.ATAN, quotient, infinity);
        if (beside < 0) {
            angle = above >= 0 ? expansions.plus(angle, pi) : expansions.minus(angle, pi);
        }
        boolean onCut = there != null && field.sign(constant(there.get(0))) == 0
                && field.sign(constant(there.get(1))) < 0;
        boolean continuous = there != null && (!onCut || above >= 0);
        boolean analytic = there != null && !onCut && y.analytic() && x.analytic() && (isStrict(x) || isStrict(y));
        return angle.flagged(y.continuous() && x.continuous() && continuous, analytic);
    }
}
