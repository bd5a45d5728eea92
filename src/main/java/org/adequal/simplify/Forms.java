package org.adequal.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Signs;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The constructors of canonical forms. Each rewrites only so that the result is defined and equal wherever its parts
 * are defined and the {@link Facts} hold:
 *
 * <ul>
 * <li>like terms p*t + q*t are (p + q)*t, like powers u^a*u^b are u^(a + b); a power is never split again;
 * <li>(u^a)^n is u^(a*n) for an integer n; (u^(2k))^r is abs(u)^(2k*r) otherwise;
 * <li>(u*v)^n is u^n*v^n for an integer n; only what is known not to be negative leaves a root;
 * <li>exp(a)*exp(b) is exp(a + b), log(exp(a)) is a;
 * <li>a sum in a product is primitive and has a canonical sign, its content goes to the one coefficient; only a
 * positive content leaves a root;
 * <li>floor(u + n) is floor(u) + n for an integer n;
 * <li>odd and even functions give up the sign of their argument; roots of numbers are roots of primes.
 * </ul>
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Forms {
    private static final long MOST_STEPS = 3_000_000;
    /** From here on only cheap candidates are built, so that something is found. */
    private static final long MANY_STEPS = 400_000;
    private static final int DEEPEST = 150;
    private static final int MOST_BITS = 2_000;
    private static final int LARGEST_PRIME = 1_000;
    private static final Set<Primitive> ODD = Set.of(Primitive.SIN, Primitive.TAN, Primitive.CSC, Primitive.COT,
            Primitive.ASIN, Primitive.ATAN, Primitive.SINH, Primitive.TANH, Primitive.CSCH, Primitive.COTH,
            Primitive.ASINH, Primitive.ATANH, Primitive.ERF, Primitive.CBRT, Primitive.SIGN, Primitive.ACSC);
    private static final Set<Primitive> EVEN = Set.of(Primitive.COS, Primitive.SEC, Primitive.COSH, Primitive.SECH,
            Primitive.ABS);

    final Facts facts = new Facts(this, true);
    final Form zero;
    final Form one;
    final Form half;
    final Form minusOne;
    /** The base of exponentials: exp(u) is e^u. */
    final Form e;
    private final Map<Form, Form> pool = new HashMap<>();
    private long steps;
    private long calls;

    /** Laws whose conditions are not asked: only a test gives any, to show what goes wrong without them. */
    private final Set<Law> waived;

    Forms() {
        this(Set.of());
    }

    Forms(Set<Law> waived) {
        this.waived = waived;
        zero = number(Rational.ZERO);
        one = number(Rational.ONE);
        half = number(Rational.of(1, 2));
        minusOne = number(Rational.MINUS_ONE);
        e = symbol(Application.of(Primitive.E), Form.mix(2, 1));
    }

    /** Whether a law may be used where its condition is known to hold, or not known to. */
    boolean allows(Law law, boolean condition) {
        return condition || waived.contains(law);
    }

    /** Counts work; gives up beyond the limit, and ends where the thread is interrupted. */
    void spend(long work) {
        steps += work;
        if ((++calls & 0xFFF) == 0 && Thread.interrupted()) {
            throw new CancellationException();
        }
        if (steps > MOST_STEPS) {
            throw new GaveUp("too many steps");
        }
    }

    /** Whether so much was done that only cheap candidates should still be built. */
    boolean hasDoneMuch() {
        return steps > MANY_STEPS;
    }

    @SuppressWarnings("unchecked") // equal forms have the same class
    private <F extends Form> F intern(F form) {
        if (form.depth > DEEPEST) {
            throw new GaveUp("too deep");
        }
        Form present = pool.putIfAbsent(form, form);
        return present == null ? form : (F) present;
    }

    Form number(Rational value) {
        if (value.bits() > MOST_BITS) {
            throw new GaveUp("a number is too large");
        }
        return intern(new Form.Number(value));
    }

    Form number(long value) {
        return number(Rational.of(value));
    }

    Form variable(Variable variable) {
        return symbol(variable, Form.mix(Form.mix(2, variable.name().hashCode()), variable.level()));
    }

    Form symbol(Expr expr, long key) {
        return intern(new Form.Symbol(expr, key));
    }

    // ---- sums

    Form plus(Form left, Form right) {
        return new SumBuilder().add(Rational.ONE, left).add(Rational.ONE, right).build();
    }

    Form minus(Form left, Form right) {
        return new SumBuilder().add(Rational.ONE, left).add(Rational.MINUS_ONE, right).build();
    }

    SumBuilder sum() {
        return new SumBuilder();
    }

    /** The sum of these forms. */
    Form sum(Iterable<Form> parts) {
        SumBuilder sum = new SumBuilder();
        parts.forEach(part -> sum.add(Rational.ONE, part));
        return sum.build();
    }

    final class SumBuilder {
        private final Map<Form, Rational> terms = new HashMap<>();

        /** Adds scale*form. */
        SumBuilder add(Rational scale, Form form) {
            spend(1);
            if (scale.isZero()) {
                return this;
            }
            switch (form) {
                case Form.Number number -> put(one, scale.times(number.value));
                case Form.Sum sum -> {
                    spend(sum.terms.size());
                    for (int i = 0; i < sum.terms.size(); i++) {
                        put(sum.terms.get(i), scale.times(sum.coefficients.get(i)));
                    }
                }
                case Form.Product product -> {
                    Form monic = monic(product);
                    if (monic instanceof Form.Sum) {
                        add(scale.times(product.coefficient), monic);
                    } else {
                        put(monic, scale.times(product.coefficient));
                    }
                }
                case Form.Symbol _,Form.Call _ -> put(form, scale);
            }
            return this;
        }

        private void put(Form term, Rational coefficient) {
            terms.merge(term, coefficient, Rational::plus);
        }

        Form build() {
            List<Form> order = new ArrayList<>(terms.size());
            terms.forEach((term, coefficient) -> {
                if (!coefficient.isZero()) {
                    order.add(term);
                }
            });
            if (order.isEmpty()) {
                return zero;
            }
            order.sort(null);
            List<Rational> coefficients = new ArrayList<>(order.size());
            for (Form term : order) {
                coefficients.add(terms.getOrDefault(term, Rational.ZERO));
            }
            return order.size() == 1
                    ? scaled(order.getFirst(), coefficients.getFirst())
                    : intern(new Form.Sum(List.copyOf(order), List.copyOf(coefficients)));
        }
    }

    /** The number in front. */
    static Rational coefficient(Form form) {
        return switch (form) {
            case Form.Number number -> number.value;
            case Form.Product product -> product.coefficient;
            case Form.Sum _,Form.Symbol _,Form.Call _ -> Rational.ONE;
        };
    }

    /** The form without the number in front. */
    Form monic(Form form) {
        return switch (form) {
            case Form.Number _ -> one;
            case Form.Product product -> product.coefficient.isOne()
                    ? product
                    : product.bases.size() == 1 && product.exponents.getFirst().isOne()
                            ? product.bases.getFirst()
                            : intern(new Form.Product(Rational.ONE, product.bases, product.exponents));
            case Form.Sum _,Form.Symbol _,Form.Call _ -> form;
        };
    }

    /** scale*form; a sum is multiplied term by term. */
    Form scaled(Form form, Rational scale) {
        if (scale.isOne()) {
            return form;
        }
        if (scale.isZero()) {
            return zero;
        }
        return switch (form) {
            case Form.Number number -> number(number.value.times(scale));
            case Form.Product product -> {
                Rational coefficient = product.coefficient.times(scale);
                number(coefficient);
                yield coefficient.isOne()
                        ? monic(product)
                        : intern(new Form.Product(coefficient, product.bases, product.exponents));
            }
            case Form.Sum sum -> {
                spend(sum.terms.size());
                yield intern(new Form.Sum(sum.terms, sum.coefficients.stream().map(scale::times).toList()));
            }
            case Form.Symbol _,Form.Call _ ->
                intern(new Form.Product(scale, List.of(form), List.of(one)));
        };
    }

    Form negate(Form form) {
        return scaled(form, Rational.MINUS_ONE);
    }

    /** The number c such that sum/c is primitive: whole coefficients without a common divisor, of canonical sign. */
    static Rational content(Form.Sum sum) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        int positive = 0;
        for (Rational coefficient : sum.coefficients) {
            numerator = numerator.gcd(coefficient.numerator());
            denominator = denominator.divide(denominator.gcd(coefficient.denominator()))
                    .multiply(coefficient.denominator());
            positive += coefficient.signum();
        }
        Rational content = new Rational(numerator, denominator);
        boolean turned = positive != 0 ? positive < 0 : sum.coefficients.getFirst().signum() < 0;
        return turned ? content.negate() : content;
    }

    // ---- products

    Form times(Form left, Form right) {
        return product().multiply(left, one).multiply(right, one).build();
    }

    Form over(Form numerator, Form denominator) {
        return product().multiply(numerator, one).multiply(denominator, minusOne).build();
    }

    Form power(Form base, Form exponent) {
        return exponent.isOne() ? base : product().multiply(base, exponent).build();
    }

    Form power(Form base, Rational exponent) {
        return power(base, number(exponent));
    }

    Form exp(Form exponent) {
        return power(e, exponent);
    }

    ProductBuilder product() {
        return new ProductBuilder();
    }

    /** Collects powers with the same base. */
    final class ProductBuilder {
        private Rational coefficient = Rational.ONE;
        private final Map<Form, Form> factors = new LinkedHashMap<>();

        ProductBuilder multiply(Form form) {
            return multiply(form, one);
        }

        /** Multiplies by form^exponent. */
        ProductBuilder multiply(Form form, Form exponent) {
            spend(1);
            if (exponent.isZero()) {
                return this;
            }
            switch (form) {
                case Form.Number number -> multiplyNumber(number, exponent);
                case Form.Product product -> multiplyProduct(product, exponent);
                case Form.Sum sum -> multiplySum(sum, exponent);
                case Form.Symbol _ -> {
                    if (form == e) {
                        multiplyExponential(exponent);
                    } else {
                        put(form, exponent);
                    }
                }
                case Form.Call call -> multiplyCall(call, exponent);
            }
            return this;
        }

        /** exp(v + c*log(u)) is u^c*exp(v). */
        private void multiplyExponential(Form exponent) {
            Form rest = exponent;
            if (exponent instanceof Form.Sum sum) {
                for (int i = 0; i < sum.terms.size(); i++) {
                    rest = withoutLog(rest, sum.terms.get(i), sum.coefficients.get(i));
                }
            } else {
                rest = withoutLog(rest, monic(exponent), Forms.coefficient(exponent));
            }
            if (!rest.isZero()) {
                put(e, rest);
            }
        }

        private Form withoutLog(Form exponent, Form term, Rational coefficient) {
            if (!(term instanceof Form.Call call) || call.function != Primitive.LOG) {
                return exponent;
            }
            multiply(call.argument(), number(coefficient));
            return minus(exponent, scaled(term, coefficient));
        }

        private void multiplyCall(Form.Call call, Form exponent) {
            if (call.function == Primitive.ABS && exponent instanceof Form.Number n && n.value.isInteger()) {
                // abs(u)^3 is u^2*abs(u), 1/abs(u) is abs(u)/u^2
                Rational even = n.value.dividedBy(Rational.TWO).floor().times(Rational.TWO);
                multiply(call.argument(), number(even));
                if (!even.equals(n.value)) {
                    put(call, number(n.value.minus(even)));
                }
            } else if (call.function == Primitive.CBRT && exponent instanceof Form.Number n && n.value.isInteger()
                    && n.value.dividedBy(Rational.of(3)).isInteger()) {
                multiply(call.argument(), number(n.value.dividedBy(Rational.of(3))));
            } else {
                put(call, exponent);
            }
        }

        private void scale(Rational factor) {
            coefficient = coefficient.times(factor);
            if (coefficient.bits() > MOST_BITS) {
                throw new GaveUp("a number is too large");
            }
        }

        private void multiplyNumber(Form.Number base, Form exponent) {
            Rational q = base.value;
            if (q.isOne()) {
                return;
            }
            if (exponent instanceof Form.Number n) {
                if (q.isZero()) {
                    if (n.value.signum() < 0) {
                        throw new GaveUp("division by zero");
                    }
                    scale(Rational.ZERO);
                } else if (n.value.isInteger()) {
                    scale(integerPower(q, n.value));
                } else if (q.signum() < 0) {
                    throw new GaveUp("root of a negative number");
                } else {
                    root(q.numerator(), n.value);
                    root(q.denominator(), n.value.negate());
                }
                return;
            }
            if (q.signum() > 0 && exponent instanceof Form.Sum sum) {
                int constant = sum.terms.indexOf(one);
                if (constant >= 0 && sum.coefficients.get(constant).isInteger()) {
                    Rational n = sum.coefficients.get(constant);
                    scale(integerPower(q, n));
                    put(base, minus(exponent, number(n)));
                    return;
                }
            }
            put(base, exponent);
        }

        private Rational integerPower(Rational base, Rational exponent) {
            if (exponent.numerator().bitLength() > 20
                    || base.bits() * exponent.numerator().abs().longValue() > 2L * MOST_BITS
                            && !base.abs().isOne()) {
                throw new GaveUp("a number is too large");
            }
            return base.pow(exponent.numerator().intValue());
        }

        /** n^r for an n > 0: roots of primes with exponents between 0 and 1. */
        private void root(BigInteger n, Rational r) {
            BigInteger rest = n;
            if (n.bitLength() <= 40) {
                for (long p = 2; p <= LARGEST_PRIME && !rest.equals(BigInteger.ONE); p++) {
                    BigInteger prime = BigInteger.valueOf(p);
                    int times = 0;
                    for (BigInteger[] d = rest.divideAndRemainder(prime); d[1].signum() == 0; d = rest
                            .divideAndRemainder(prime)) {
                        rest = d[0];
                        times++;
                    }
                    if (times > 0) {
                        putRoot(prime, r.times(Rational.of(times)));
                    }
                    if (prime.multiply(prime).compareTo(rest) > 0) {
                        break;
                    }
                }
            } else {
                BigInteger square = n.sqrt();
                if (square.multiply(square).equals(n)) {
                    putRoot(square, r.times(Rational.TWO));
                    return;
                }
            }
            putRoot(rest, r);
        }

        private void putRoot(BigInteger base, Rational exponent) {
            if (!base.equals(BigInteger.ONE)) {
                Form number = number(Rational.of(base));
                Form before = factors.remove(number);
                Rational total = exponent;
                if (before instanceof Form.Number other) {
                    total = total.plus(other.value);
                } else if (before != null) {
                    put(number, plus(before, number(exponent)));
                    return;
                }
                Rational whole = total.floor();
                scale(integerPower(Rational.of(base), whole));
                if (!total.equals(whole)) {
                    factors.put(number, number(total.minus(whole)));
                }
            }
        }

        private void multiplyProduct(Form.Product product, Form exponent) {
            spend(product.bases.size());
            if (exponent.isInteger()) {
                multiplyNumber((Form.Number) number(product.coefficient), exponent);
                for (int i = 0; i < product.bases.size(); i++) {
                    Form e = exponent.isOne()
                            ? product.exponents.get(i)
                            : times(product.exponents.get(i), exponent);
                    if (product.exponents.get(i).isInteger() == e.isInteger()
                            && !(product.bases.get(i) instanceof Form.Call)) {
                        put(product.bases.get(i), e);
                    } else {
                        multiply(product.bases.get(i), e);
                    }
                }
                return;
            }
            if (!(exponent instanceof Form.Number r)) {
                if (allows(Law.POWER_OF_PRODUCT,
                        facts.isPositive(product) && product.bases.stream().allMatch(facts::isPositive))) {
                    multiply(number(product.coefficient), exponent);
                    for (int i = 0; i < product.bases.size(); i++) {
                        multiply(product.bases.get(i), times(product.exponents.get(i), exponent));
                    }
                } else {
                    put(product, exponent);
                }
                return;
            }
            if (!product.coefficient.abs().isOne()) {
                multiplyNumber((Form.Number) number(product.coefficient.abs()), exponent);
            }
            ProductBuilder rest = new ProductBuilder();
            rest.coefficient = Rational.of(product.coefficient.signum());
            List<Integer> leaving = new ArrayList<>();
            for (int i = 0; i < product.bases.size(); i++) {
                if (isNonnegativePower(product.bases.get(i), product.exponents.get(i))) {
                    leaving.add(i);
                } else {
                    rest.put(product.bases.get(i), product.exponents.get(i));
                }
            }
            // sqrt(0*v) has a value, 0*sqrt(v) has none where v is negative
            boolean anyZero = facts.isNonnegative(rest.build());
            for (int i : leaving) {
                Form base = product.bases.get(i);
                Form e = product.exponents.get(i);
                if (!allows(Law.ROOT_OF_PRODUCT_WITH_ZERO, anyZero || facts.isNotZero(base)
                        || e instanceof Form.Number n && n.value.signum() < 0)) {
                    rest.put(base, e);
                } else if (isEven(e) && !allows(Law.ROOT_OF_EVEN_POWER, facts.isNonnegative(base))) {
                    multiply(call(Primitive.ABS, List.of(base)), times(e, r));
                } else {
                    multiply(base, times(e, r));
                }
            }
            if (rest.factors.isEmpty()) {
                if (rest.coefficient.signum() < 0) {
                    throw new GaveUp("root of a negative number");
                }
                return;
            }
            if (rest.factors.size() == 1 && rest.coefficient.isOne()) {
                Map.Entry<Form, Form> only = rest.factors.entrySet().iterator().next();
                // an odd power has the sign of its base
                if (allows(Law.ROOT_OF_POWER, only.getValue() instanceof Form.Number)) {
                    multiply(only.getKey(), times(only.getValue(), r));
                } else {
                    put(rest.build(), exponent);
                }
                return;
            }
            Form inside = rest.build();
            if (inside instanceof Form.Product p && p.bases.size() == 1 && p.bases.getFirst() instanceof Form.Sum sum
                    && p.exponents.getFirst().isOne()) {
                // -1*(a - b) under a root is b - a
                put(scaled(sum, p.coefficient), exponent);
            } else {
                put(inside, exponent);
            }
        }

        private void multiplySum(Form.Sum sum, Form exponent) {
            if (!(exponent instanceof Form.Number n)) {
                put(sum, exponent);
                return;
            }
            Rational content = content(sum);
            if (!n.value.isInteger()) {
                content = content.abs();
            }
            if (!content.isOne()) {
                multiplyNumber((Form.Number) number(content), exponent);
            }
            put(scaled(sum, content.reciprocal()), exponent);
        }

        /** Multiplies by a power of a base that is canonical already. */
        private void put(Form base, Form exponent) {
            Form before = factors.get(base);
            if (before == null) {
                factors.put(base, exponent);
                return;
            }
            Form total = plus(before, exponent);
            factors.remove(base);
            if (total.isZero()) {
                return;
            }
            boolean opens = total instanceof Form.Number && !before.isInteger()
                    && (base instanceof Form.Sum || base instanceof Form.Product || base instanceof Form.Number
                            || base instanceof Form.Call);
            boolean large = total.isInteger() && !total.isOne() && base instanceof Form.Call call
                    && call.function == Primitive.ABS;
            if (opens || base instanceof Form.Number || large) {
                multiply(base, total);
            } else {
                factors.put(base, total);
            }
        }

        private boolean isNonnegativePower(Form base, Form exponent) {
            return allows(Law.ROOT_OF_PRODUCT, isEven(exponent) || facts.isPositive(base)
                    || exponent instanceof Form.Number && (!exponent.isInteger() || facts.isNonnegative(base)));
        }

        /** (a - b)*(b - a)^(1/2) is -(b - a)^(3/2). */
        private void joinOpposites() {
            for (Form base : List.copyOf(factors.keySet())) {
                if (base instanceof Form.Sum sum && factors.get(base) instanceof Form.Number r && !r.value.isInteger()
                        && content(sum).signum() < 0) {
                    Form opposite = scaled(base, Rational.MINUS_ONE);
                    if (factors.get(opposite) instanceof Form.Number n && n.value.isInteger()) {
                        factors.remove(opposite);
                        if (n.value.numerator().testBit(0)) {
                            coefficient = coefficient.negate();
                        }
                        put(base, n);
                    }
                }
            }
        }

        Form build() {
            if (coefficient.isZero()) {
                return zero;
            }
            joinOpposites();
            if (factors.isEmpty()) {
                return number(coefficient);
            }
            number(coefficient);
            List<Form> bases = new ArrayList<>(factors.keySet());
            bases.sort(null);
            List<Form> exponents = new ArrayList<>(bases.size());
            for (Form base : bases) {
                exponents.add(factors.getOrDefault(base, one));
            }
            if (bases.size() == 1 && exponents.getFirst().isOne() && coefficient.isOne()) {
                return bases.getFirst();
            }
            return intern(new Form.Product(coefficient, List.copyOf(bases), List.copyOf(exponents)));
        }
    }

    static boolean isEven(Form exponent) {
        return exponent instanceof Form.Number n && n.value.isInteger() && !n.value.numerator().testBit(0);
    }

    // ---- functions

    Form call(Primitive function, List<Form> arguments) {
        if (arguments.size() == 1) {
            return call(function, arguments.getFirst());
        }
        return exactOr(function, arguments);
    }

    private Form call(Primitive function, Form argument) {
        if (function == Primitive.LOG && argument instanceof Form.Product power && power.bases.size() == 1
                && power.bases.getFirst() == e && power.coefficient.isOne()) {
            return power.exponents.getFirst();
        }
        if (function == Primitive.LOG && argument == e) {
            return one;
        }
        if (function.vanishesWithArgument() && argument.isZero()) {
            return zero;
        }
        if (argument instanceof Form.Number number) {
            if (number.value.isZero() && (function == Primitive.SIN || function == Primitive.TAN)) {
                return zero;
            }
            if (number.value.isZero() && (function == Primitive.COS || function == Primitive.COSH)) {
                return one;
            }
            if (number.value.isOne() && function == Primitive.LOG) {
                return zero;
            }
        }
        if (function == Primitive.FLOOR && argument instanceof Form.Sum) {
            Rational whole = Linear.of(argument, this).constant();
            if (!whole.isZero() && allows(Law.FLOOR_OF_SUM, whole.isInteger())) {
                Form constant = number(whole);
                return plus(call(function, minus(argument, constant)), constant);
            }
        }
        if (function == Primitive.ABS) {
            return abs(argument);
        }
        if (function == Primitive.SIGN && allows(Law.SIGN_AS_QUOTIENT, facts.isNotZero(argument))) {
            return times(argument, power(abs(argument), Rational.MINUS_ONE));
        }
        if (isTurned(argument) && allows(Law.ODD_FUNCTION, ODD.contains(function))) {
            return negate(exactOr(function, List.of(negate(argument))));
        }
        if (isTurned(argument) && allows(Law.EVEN_FUNCTION, EVEN.contains(function))) {
            return exactOr(function, List.of(negate(argument)));
        }
        return exactOr(function, List.of(argument));
    }

    /** The call of sign itself, where the argument is known not to be zero and sign is written for abs(u)/u. */
    Form sign(Form argument) {
        return intern(new Form.Call(Primitive.SIGN, List.of(argument)));
    }

    private Form abs(Form argument) {
        if (allows(Law.ABS_OF_NONNEGATIVE, facts.isNonnegative(argument))) {
            return argument;
        }
        if (allows(Law.ABS_OF_NONPOSITIVE, (facts.signs(argument) & Signs.POSITIVE) == 0)) {
            return negate(argument);
        }
        if (argument instanceof Form.Product product) {
            ProductBuilder outside = product();
            ProductBuilder inside = product();
            outside.multiply(number(product.coefficient.abs()));
            for (int i = 0; i < product.bases.size(); i++) {
                Form exponent = product.exponents.get(i);
                Form power = power(product.bases.get(i), exponent);
                if (facts.isNonnegative(power)) {
                    outside.multiply(product.bases.get(i), exponent);
                } else if (exponent.isInteger()) {
                    outside.multiply(rawAbs(product.bases.get(i)), exponent);
                } else {
                    inside.multiply(product.bases.get(i), exponent);
                }
            }
            Form rest = inside.build();
            return rest.isOne() ? outside.build() : outside.multiply(rawAbs(rest)).build();
        }
        return rawAbs(argument);
    }

    private Form rawAbs(Form argument) {
        if (argument instanceof Form.Number number) {
            return number(number.value.abs());
        }
        Form turned = isTurned(argument) ? negate(argument) : argument;
        return facts.isNonnegative(turned) ? turned : exactOr(Primitive.ABS, List.of(turned));
    }

    /** Whether the sign in front is minus. */
    boolean isTurned(Form form) {
        return form instanceof Form.Sum sum ? content(sum).signum() < 0 : coefficient(form).signum() < 0;
    }

    private Form exactOr(Primitive function, List<Form> arguments) {
        List<Expr> numbers = new ArrayList<>();
        for (Form argument : arguments) {
            if (argument instanceof Form.Number number) {
                numbers.add(Constant.of(number.value));
            }
        }
        if (numbers.size() == arguments.size() && !numbers.isEmpty()) {
            Rational exact = Application.of(function, numbers).exactValue();
            if (exact != null) {
                return number(exact);
            }
        }
        spend(1);
        return intern(new Form.Call(function, List.copyOf(arguments)));
    }
}
