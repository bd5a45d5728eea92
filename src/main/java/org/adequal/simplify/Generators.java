package org.adequal.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What polynomials of an expression are polynomials in: base^(1/q) for symbols, functions and roots, e^(t*c) for each
 * term t of exponents, u^(m + k) for symbolic powers with the smallest k that occurs, so that none of them restricts a
 * point that the expression does not.
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Generators {
    /** base^unit; of e the exponent is unit times a term. */
    record Generator(Form base, Form term, Rational unit) {}

    private record Symbolic(Form base, Form part) {}

    private final Forms forms;
    private final Factoring factoring;
    /** Per base, the least common denominator of its exponents. */
    private final Map<Form, BigInteger> denominators = new LinkedHashMap<>();
    /** Per term in an exponent of e, the greatest common divisor of its coefficients. */
    private final Map<Form, Rational> exponentials = new LinkedHashMap<>();
    private final Map<Symbolic, Rational> offsets = new HashMap<>();
    private final Map<Generator, Integer> index = new HashMap<>();
    private final List<Generator> all = new ArrayList<>();
    private final Set<Form> scanned = new LinkedHashSet<>();

    Generators(Forms forms, Factoring factoring, Form root) {
        this.forms = forms;
        this.factoring = factoring;
        scan(root);
    }

    private void scan(Form form) {
        if (!scanned.add(form)) {
            return;
        }
        forms.spend(1);
        switch (form) {
            case Form.Number _ -> {
            }
            case Form.Symbol _,Form.Call _ -> denominators.merge(form, BigInteger.ONE, Generators::leastCommonMultiple);
            case Form.Sum sum -> sum.terms.forEach(this::scan);
            case Form.Product product -> {
                for (int i = 0; i < product.bases.size(); i++) {
                    scan(product.bases.get(i), product.exponents.get(i));
                }
            }
        }
    }

    private void scan(Form base, Form exponent) {
        if (base == forms.e) {
            exponentTerms(exponent).forEach((term, c) -> exponentials.merge(term, c.abs(), Generators::gcd));
            return;
        }
        if (!(exponent instanceof Form.Number n)) {
            Rational number = numberIn(exponent);
            offsets.merge(new Symbolic(base, forms.minus(exponent, forms.number(number))), number,
                    (a, b) -> a.compareTo(b) <= 0 ? a : b);
            return;
        }
        if (!n.value.isInteger() || base instanceof Form.Symbol || base instanceof Form.Call) {
            denominators.merge(base, n.value.denominator(), Generators::leastCommonMultiple);
        }
        if (base instanceof Form.Sum || base instanceof Form.Product) {
            scan(base);
        }
    }

    /** The terms of an exponent of e, multiplied out. */
    Map<Form, Rational> exponentTerms(Form exponent) {
        Form expanded = factoring.expanded(exponent);
        return factoring.terms(expanded == null ? exponent : expanded);
    }

    static Rational numberIn(Form exponent) {
        if (exponent instanceof Form.Number n) {
            return n.value;
        }
        if (exponent instanceof Form.Sum sum) {
            for (int i = 0; i < sum.terms.size(); i++) {
                if (sum.terms.get(i).isOne()) {
                    return sum.coefficients.get(i);
                }
            }
        }
        return Rational.ZERO;
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    private static Rational gcd(Rational a, Rational b) {
        return new Rational(a.numerator().multiply(b.denominator()).gcd(b.numerator().multiply(a.denominator())),
                a.denominator().multiply(b.denominator()));
    }

    // ---- lookups

    /** Whether powers of this base are powers of one generator; a sum without roots is a polynomial instead. */
    boolean isGenerator(Form base) {
        return denominators.containsKey(base);
    }

    int of(Form base) {
        BigInteger q = denominators.computeIfAbsent(base, _ -> BigInteger.ONE);
        return indexOf(new Generator(base, forms.one, new Rational(BigInteger.ONE, q)));
    }

    int ofExponential(Form term) {
        return indexOf(new Generator(forms.e, term, exponentials.getOrDefault(term, Rational.ONE)));
    }

    /** The smallest number that is added to the symbolic part of an exponent of this base. */
    Rational offset(Form base, Form symbolic) {
        Rational least = offsets.getOrDefault(new Symbolic(base, symbolic), Rational.ZERO);
        return forms.allows(Law.SPLIT_POWER, false) ? least.plus(Rational.ONE) : least;
    }

    int ofSymbolic(Form base, Form exponent) {
        return indexOf(new Generator(base, exponent, Rational.ONE));
    }

    private int indexOf(Generator generator) {
        return index.computeIfAbsent(generator, g -> {
            all.add(g);
            return all.size() - 1;
        });
    }

    Rational unit(int generator) {
        return all.get(generator).unit;
    }

    int size() {
        return all.size();
    }

    Form base(int generator) {
        return all.get(generator).base;
    }

    /** base^(exponent*unit) */
    void multiply(Forms.ProductBuilder product, int generator, int exponent) {
        Generator g = all.get(generator);
        Form power = forms.scaled(g.term, g.unit.times(Rational.of(exponent)));
        product.multiply(g.base, power);
    }

    /** The bases of which roots are taken, and so have a relation. */
    List<Form> radicands() {
        List<Form> found = new ArrayList<>();
        denominators.forEach((base, q) -> {
            if (!q.equals(BigInteger.ONE) && !(base instanceof Form.Symbol) && !(base instanceof Form.Call)) {
                found.add(base);
            }
        });
        return found;
    }

    /** The exponent of the generator that is this base to this number; null if it is too large. */
    @Nullable
    Integer exponent(int generator, Rational number) {
        Rational e = number.dividedBy(all.get(generator).unit);
        return e.isInteger() && e.numerator().bitLength() < 16 ? e.numerator().intValue() : null;
    }
}
