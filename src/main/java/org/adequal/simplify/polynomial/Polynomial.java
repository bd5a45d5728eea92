package org.adequal.simplify.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.adequal.number.Rational;

/**
 * A sparse polynomial with rational coefficients, immutable and in one form only: equal polynomials are equal objects,
 * in whatever order they were built.
 *
 * <p>Operations that can grow take a {@link Budget} and give up by {@link LimitReached}.
 */
public final class Polynomial {

    // Integer coefficients over one common denominator: by Gauss's lemma a primitive divisor over the rationals is one
    // over the integers, so division and divisors never meet a fraction, and sums need no reduction while all is whole.

    public static final Polynomial ZERO = new Polynomial(new Monomial[0], new BigInteger[0], BigInteger.ONE);
    public static final Polynomial ONE = constant(Rational.ONE);

    /** One summand: a number that is not zero times a monomial. */
    public record Term(Monomial monomial, Rational coefficient) {}

    /** In falling order. */
    private final Monomial[] monomials;
    /** None is zero. */
    private final BigInteger[] coefficients;
    /** Positive, without a common divisor with all the coefficients. */
    private final BigInteger denominator;

    private Polynomial(Monomial[] monomials, BigInteger[] coefficients, BigInteger denominator) {
        this.monomials = monomials;
        this.coefficients = coefficients;
        this.denominator = denominator;
    }

    public static Polynomial constant(Rational value) {
        return term(Monomial.ONE, value);
    }

    public static Polynomial generator(int index) {
        return term(Monomial.power(index, 1), Rational.ONE);
    }

    public static Polynomial term(Monomial monomial, Rational coefficient) {
        return coefficient.isZero()
                ? ZERO
                : new Polynomial(new Monomial[]{monomial}, new BigInteger[]{coefficient.numerator()},
                        coefficient.denominator());
    }

    /** The sum of all the terms. */
    public static Polynomial of(Map<Monomial, Rational> terms) {
        BigInteger denominator = BigInteger.ONE;
        for (Rational coefficient : terms.values()) {
            denominator = Integers.leastCommonMultiple(denominator, coefficient.denominator());
        }
        Map<Monomial, BigInteger> whole = HashMap.newHashMap(terms.size());
        for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
            Rational coefficient = term.getValue();
            whole.put(term.getKey(), coefficient.numerator().multiply(denominator.divide(coefficient.denominator())));
        }
        return collect(whole, denominator);
    }

    /** The polynomial of these sums, zeros among them allowed, over a positive denominator. */
    static Polynomial collect(Map<Monomial, BigInteger> sums, BigInteger denominator) {
        List<Monomial> present = new ArrayList<>(sums.size());
        sums.forEach((monomial, sum) -> {
            if (sum.signum() != 0) {
                present.add(monomial);
            }
        });
        present.sort(Comparator.reverseOrder());
        BigInteger[] coefficients = new BigInteger[present.size()];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = sums.getOrDefault(present.get(i), BigInteger.ZERO);
        }
        return reduced(present.toArray(new Monomial[0]), coefficients, denominator);
    }

    private static Polynomial reduced(Monomial[] monomials, BigInteger[] coefficients, BigInteger denominator) {
        if (monomials.length == 0) {
            return ZERO;
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = Integers.commonDivisor(denominator, coefficients);
            if (!common.equals(BigInteger.ONE)) {
                return new Polynomial(monomials, Integers.quotients(coefficients, common), denominator.divide(common));
            }
        }
        return new Polynomial(monomials, coefficients, denominator);
    }

    // ---- what it is

    public boolean isZero() {
        return monomials.length == 0;
    }

    /** Whether no generator occurs; so is zero. */
    public boolean isConstant() {
        return isZero() || degree() == 0;
    }

    public boolean isOne() {
        return equals(ONE);
    }

    /** The number of terms. */
    public int size() {
        return monomials.length;
    }

    /** The terms in falling order of their monomials. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            terms.add(new Term(monomials[i], coefficient(i)));
        }
        return List.copyOf(terms);
    }

    private Rational coefficient(int i) {
        return new Rational(coefficients[i], denominator);
    }

    Monomial monomial(int i) {
        return monomials[i];
    }

    /** The coefficient of term i before the common denominator. */
    BigInteger wholeCoefficient(int i) {
        return coefficients[i];
    }

    BigInteger denominator() {
        return denominator;
    }

    /** The term with the highest monomial in an order; refuses zero. */
    public Term leadingTerm(Comparator<Monomial> order) {
        if (isZero()) {
            throw new IllegalStateException("zero has no leading term");
        }
        int highest = 0;
        for (int i = 1; i < size(); i++) {
            if (order.compare(monomials[i], monomials[highest]) > 0) {
                highest = i;
            }
        }
        return new Term(monomials[highest], coefficient(highest));
    }

    /** The total degree; -1 for zero. */
    public int degree() {
        return isZero() ? -1 : monomials[0].degree();
    }

    /** The highest exponent of a generator; -1 for zero. */
    public int degree(int generator) {
        int degree = -1;
        for (Monomial monomial : monomials) {
            degree = Math.max(degree, monomial.exponent(generator));
        }
        return degree;
    }

    /** One more than the highest generator that occurs. */
    public int generatorBound() {
        int bound = 0;
        for (Monomial monomial : monomials) {
            bound = Math.max(bound, monomial.generatorBound());
        }
        return bound;
    }

    /** The bits of the largest coefficient or of the common denominator. */
    int bits() {
        int bits = denominator.bitLength();
        for (BigInteger coefficient : coefficients) {
            bits = Math.max(bits, coefficient.bitLength());
        }
        return bits;
    }

    // ---- sums and products

    public Polynomial negate() {
        BigInteger[] negated = new BigInteger[size()];
        Arrays.setAll(negated, i -> coefficients[i].negate());
        return new Polynomial(monomials, negated, denominator);
    }

    public Polynomial plus(Polynomial other, Budget budget) throws LimitReached {
        budget.spend((long) size() + other.size());
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        BigInteger common = Integers.leastCommonMultiple(denominator, other.denominator);
        BigInteger mine = common.divide(denominator);
        BigInteger others = common.divide(other.denominator);
        Monomial[] merged = new Monomial[size() + other.size()];
        BigInteger[] sums = new BigInteger[merged.length];
        int count = 0;
        for (int i = 0, j = 0; i < size() || j < other.size();) {
            int order = i == size() ? -1 : j == other.size() ? 1 : monomials[i].compareTo(other.monomials[j]);
            merged[count] = order >= 0 ? monomials[i] : other.monomials[j];
            BigInteger sum = BigInteger.ZERO;
            if (order >= 0) {
                sum = coefficients[i++].multiply(mine);
            }
            if (order <= 0) {
                sum = sum.add(other.coefficients[j++].multiply(others));
            }
            if (sum.signum() != 0) {
                sums[count++] = sum;
            }
        }
        return budget.admit(reduced(Arrays.copyOf(merged, count), Arrays.copyOf(sums, count), common));
    }

    public Polynomial minus(Polynomial other, Budget budget) throws LimitReached {
        return plus(other.negate(), budget);
    }

    public Polynomial times(Polynomial other, Budget budget) throws LimitReached {
        budget.spendProducts((long) size() * other.size(), bits(), other.bits());
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        budget.requireDegree((long) degree() + other.degree());
        if (size() == 1) {
            return budget.admit(other.timesTerm(monomials[0], coefficients[0], denominator));
        }
        if (other.size() == 1) {
            return other.times(this, budget);
        }
        Map<Monomial, BigInteger> sums = HashMap.newHashMap(2 * (size() + other.size()));
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                sums.merge(monomials[i].times(other.monomials[j]), coefficients[i].multiply(other.coefficients[j]),
                        BigInteger::add);
            }
        }
        return budget.admit(collect(sums, denominator.multiply(other.denominator)));
    }

    public Polynomial times(Rational factor, Budget budget) throws LimitReached {
        return times(constant(factor), budget);
    }

    /** Products with one monomial keep the order. */
    private Polynomial timesTerm(Monomial monomial, BigInteger numerator, BigInteger divisor) {
        Monomial[] products = new Monomial[size()];
        Arrays.setAll(products, i -> monomials[i].times(monomial));
        BigInteger[] scaled = coefficients;
        if (!numerator.equals(BigInteger.ONE)) {
            scaled = new BigInteger[size()];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = coefficients[i].multiply(numerator);
            }
        }
        return reduced(products, scaled, denominator.multiply(divisor));
    }

    /** This to the power n &gt;= 0, with 0^0 = 1; a sum only up to the limit of powers. */
    public Polynomial pow(int n, Budget budget) throws LimitReached {
        if (n < 0) {
            throw new IllegalArgumentException("negative power " + n);
        }
        if (n == 0 || isOne()) {
            return ONE;
        }
        if (isZero() || n == 1) {
            return this;
        }
        budget.requireDegree((long) degree() * n);
        if (size() > 1) {
            budget.requirePower(n);
            Polynomial power = this;
            for (int i = 1; i < n; i++) {
                power = power.times(this, budget);
            }
            return power;
        }
        budget.spend(1);
        // x to the degree n that was admitted above; numbers other than one must not explode before they are measured
        boolean unit = coefficients[0].abs().equals(BigInteger.ONE) && denominator.equals(BigInteger.ONE);
        if (!unit) {
            budget.requireBits((bits() - 1L) * n);
        }
        int[] exponents = new int[monomials[0].generatorBound()];
        Arrays.setAll(exponents, i -> monomials[0].exponent(i) * n);
        return budget.admit(term(Monomial.of(exponents), coefficient(0).pow(n)));
    }

    /** The partial derivative by a generator. */
    public Polynomial derivative(int generator, Budget budget) throws LimitReached {
        budget.spend(size());
        Map<Monomial, BigInteger> sums = HashMap.newHashMap(size());
        for (int i = 0; i < size(); i++) {
            int exponent = monomials[i].exponent(generator);
            if (exponent > 0) {
                sums.put(monomials[i].with(generator, exponent - 1),
                        coefficients[i].multiply(BigInteger.valueOf(exponent)));
            }
        }
        return budget.admit(collect(sums, denominator));
    }

    /** The exact value where generator i is the i-th number of the point; refuses a point with too few numbers. */
    public Rational evaluate(List<Rational> point) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            Rational product = coefficient(i);
            for (int generator = 0; generator < monomials[i].generatorBound(); generator++) {
                product = product.times(point.get(generator).pow(monomials[i].exponent(generator)));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    // ---- parts

    /**
     * The number c with this = c * {@link #primitivePart()}; it has the sign of the leading coefficient in the graded
     * order. 0 for zero.
     */
    public Rational content() {
        if (isZero()) {
            return Rational.ZERO;
        }
        BigInteger common = wholeContent();
        return new Rational(coefficients[0].signum() < 0 ? common.negate() : common, denominator);
    }

    /** Whole coefficients without a common divisor, the leading one in the graded order positive. 0 for zero. */
    public Polynomial primitivePart() {
        if (isZero()) {
            return this;
        }
        BigInteger common = wholeContent();
        BigInteger divisor = coefficients[0].signum() < 0 ? common.negate() : common;
        if (divisor.equals(BigInteger.ONE)) {
            return denominator.equals(BigInteger.ONE)
                    ? this
                    : new Polynomial(monomials, coefficients, BigInteger.ONE);
        }
        return new Polynomial(monomials, Integers.quotients(coefficients, divisor), BigInteger.ONE);
    }

    private BigInteger wholeContent() {
        return Integers.commonDivisor(coefficients[0].abs(), coefficients);
    }

    /** The greatest monomial that divides every term; 1 for zero. */
    public Monomial monomialContent() {
        Monomial common = isZero() ? Monomial.ONE : monomials[0];
        for (Monomial monomial : monomials) {
            common = common.gcd(monomial);
        }
        return common;
    }

    /** The quotient by a monomial that divides every term; refuses another one. */
    Polynomial dividedBy(Monomial divisor) {
        if (divisor.equals(Monomial.ONE)) {
            return this;
        }
        Monomial[] quotients = new Monomial[size()];
        Arrays.setAll(quotients, i -> monomials[i].dividedBy(divisor));
        return new Polynomial(quotients, coefficients, denominator);
    }

    Polynomial times(Monomial factor) {
        return factor.equals(Monomial.ONE) ? this : timesTerm(factor, BigInteger.ONE, BigInteger.ONE);
    }

    /** The coefficients of the powers of one generator, by exponent: polynomials in the other generators, none zero. */
    public NavigableMap<Integer, Polynomial> coefficients(int generator) {
        TreeMap<Integer, Map<Monomial, BigInteger>> parts = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            parts.computeIfAbsent(monomials[i].exponent(generator), _ -> new HashMap<>())
                    .put(monomials[i].with(generator, 0), coefficients[i]);
        }
        TreeMap<Integer, Polynomial> result = new TreeMap<>();
        parts.forEach((exponent, sums) -> result.put(exponent, collect(sums, denominator)));
        return result;
    }

    // ---- divisors

    /** The quotient if the division leaves no remainder, else empty; refuses the divisor zero. */
    public Optional<Polynomial> dividedBy(Polynomial divisor, Budget budget) throws LimitReached {
        return Division.divide(this, divisor, budget);
    }

    /** The greatest common divisor as a primitive part; 0 only of two zeros. */
    public Polynomial gcd(Polynomial other, Budget budget) throws LimitReached {
        return GreatestCommonDivisor.of(this, other, budget);
    }

    /** The greatest common divisor, and what is left of both. */
    public Cofactors cofactors(Polynomial other, Budget budget) throws LimitReached {
        return Cofactors.of(this, other, budget);
    }

    /** The square-free factors; refuses zero. */
    public SquareFree squareFree(Budget budget) throws LimitReached {
        return SquareFree.of(this, budget);
    }

    // ---- as a value

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial polynomial
                && denominator.equals(polynomial.denominator)
                && Arrays.equals(monomials, polynomial.monomials)
                && Arrays.equals(coefficients, polynomial.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(monomials) + Arrays.hashCode(coefficients)) + denominator.hashCode();
    }

    /** {@code 3/2*g0^2*g1 - 1}. */
    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (Term term : terms()) {
            boolean negative = term.coefficient.signum() < 0;
            text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
            Rational size = term.coefficient.abs();
            if (term.monomial.equals(Monomial.ONE)) {
                text.append(size);
            } else {
                text.append(size.isOne() ? "" : size + "*").append(term.monomial);
            }
        }
        return text.toString();
    }
}
