package org.adequal.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;

/**
 * From canonical forms to the graph as a person would write it.
 *
 * <p>Sums that the user wrote keep their order; others fall by total degree, a positive term first. Products: number,
 * roots of numbers, symbols by name, roots, functions, bracketed sums, exponentials last, over one fraction bar.
 */
@SuppressWarnings("ReferenceEquality") // forms are interned
final class Writer {
    private final Forms forms;
    private final Manner manner;
    private final Map<Form, Expr> written = new HashMap<>();
    private final Map<Form, Expr> turned = new HashMap<>();

    Writer(Forms forms, Manner manner) {
        this.forms = forms;
        this.manner = manner;
    }

    Expr write(Form form) {
        Expr known = written.get(form);
        if (known == null) {
            known = build(form);
            written.put(form, known);
        }
        return known;
    }

    private Expr build(Form form) {
        return switch (form) {
            case Form.Number number -> number(number.value);
            case Form.Symbol symbol -> symbol.expr;
            case Form.Call call ->
                Application.of(call.function, call.arguments.stream().map(this::write).toList());
            case Form.Product _ -> product(Layout.of(form, true, forms, manner));
            case Form.Sum sum -> sum(sum, false);
        };
    }

    /** The sum with all signs changed. */
    private Expr turned(Form.Sum sum) {
        Expr known = turned.get(sum);
        if (known == null) {
            known = sum(sum, true);
            turned.put(sum, known);
        }
        return known;
    }

    private Expr number(Rational value) {
        Rational size = value.abs();
        if (size.isInteger() || manner.isDecimal(size)) {
            return signed(Constant.of(size), value.signum() < 0);
        }
        return Application.of(Primitive.DIVIDE,
                signed(Constant.of(Rational.of(size.numerator())), value.signum() < 0),
                Constant.of(Rational.of(size.denominator())));
    }

    private static Expr signed(Expr expr, boolean negative) {
        return negative ? Application.of(Primitive.NEGATE, expr) : expr;
    }

    // ---- sums

    private Expr sum(Form.Sum sum, boolean turn) {
        Map<Form, Rational> coefficients = new HashMap<>();
        for (int i = 0; i < sum.terms.size(); i++) {
            Rational c = sum.coefficients.get(i);
            coefficients.put(sum.terms.get(i), turn ? c.negate() : c);
        }
        List<Layout> terms = new ArrayList<>();
        for (Form monic : order(sum)) {
            Form term = forms.scaled(monic, coefficients.getOrDefault(monic, Rational.ONE));
            terms.add(Layout.of(term, false, forms, manner));
        }
        lead(terms, term -> !term.negative());
        if (terms.getFirst().negative()) {
            // a minus in front of a number is free
            lead(terms, Layout::hasNumberAbove);
        }
        Expr total = product(terms.getFirst());
        for (Layout term : terms.subList(1, terms.size())) {
            total = Application.of(term.negative() ? Primitive.SUBTRACT : Primitive.ADD, total,
                    product(term.positive()));
        }
        return total;
    }

    /** The first of these comes first. */
    private static void lead(List<Layout> terms, Predicate<Layout> wanted) {
        for (int i = 0; i < terms.size(); i++) {
            if (wanted.test(terms.get(i))) {
                terms.addFirst(terms.remove(i));
                return;
            }
        }
    }

    /** The order that the user gave these terms, else by falling degree. */
    private List<Form> order(Form.Sum sum) {
        List<Form> order = manner.orders().get(sum.terms);
        if (order != null) {
            List<Form> present = order.stream().filter(sum.terms::contains).toList();
            if (present.size() == sum.terms.size()) {
                return present;
            }
        }
        return sum.terms.stream().sorted(BY_DEGREE).toList();
    }

    // ---- products

    private Expr product(Layout layout) {
        List<Expr> above = new ArrayList<>();
        if (layout.hasNumberAbove()) {
            above.add(number(layout.above()));
        }
        layout.top().stream().sorted(BY_RANK).forEach(power -> above.add(power(power)));
        above.set(0, signed(above.getFirst(), layout.negative()));
        List<Expr> below = new ArrayList<>();
        if (!layout.below().isOne()) {
            below.add(Constant.of(layout.below()));
        }
        layout.bottom().stream().sorted(BY_RANK).forEach(power -> below.add(power(power)));
        Expr numerator = joined(above);
        return below.isEmpty() ? numerator : Application.of(Primitive.DIVIDE, numerator, joined(below));
    }

    private static Expr joined(List<Expr> factors) {
        return factors.stream().reduce((a, b) -> Application.of(Primitive.MULTIPLY, a, b)).orElseThrow();
    }

    private Expr power(Layout.Power power) {
        if (power.base() == forms.e) {
            return power.exponent().isOne()
                    ? write(forms.e)
                    : Application.of(Primitive.EXP, write(power.exponent()));
        }
        Expr base = power.turned() && power.base() instanceof Form.Sum sum ? turned(sum) : write(power.base());
        if (power.exponent().isOne()) {
            return base;
        }
        return power.exponent() == forms.half
                ? Application.of(Primitive.SQRT, base)
                : Application.of(Primitive.POWER, base, write(power.exponent()));
    }

    // ---- orders

    static final Comparator<Form> BY_SHAPE = Writer::compareShapes;
    private static final Comparator<Layout.Power> BY_RANK = Comparator.<Layout.Power>comparingInt(Writer::rank)
            .thenComparing(Layout.Power::base, BY_SHAPE).thenComparing(Layout.Power::exponent, BY_SHAPE);
    /** Falling degree, then by the factors. */
    private static final Comparator<Form> BY_DEGREE = Comparator.comparingInt(Writer::degree).reversed()
            .thenComparing(BY_SHAPE);

    private static int rank(Layout.Power power) {
        boolean root = power.exponent() instanceof Form.Number n && !n.value.isInteger();
        return switch (power.base()) {
            case Form.Number _ -> 0;
            case Form.Symbol symbol -> symbol.expr instanceof Application
                    ? symbol.expr.toString().equals("e") ? 7 : 1
                    : !(symbol.expr instanceof Variable) ? 8 : power.exponent() instanceof Form.Number && !root ? 2 : 3;
            case Form.Call _ -> root ? 4 : 5;
            case Form.Sum _ -> root ? 4 : 6;
            case Form.Product _ -> 4;
        };
    }

    /** Four times the total degree; a function counts half. */
    private static int degree(Form term) {
        return switch (term) {
            case Form.Number _ -> 0;
            case Form.Symbol _ -> 4;
            case Form.Call _ -> 2;
            case Form.Sum _ -> 4;
            case Form.Product product -> {
                int degree = 0;
                for (int i = 0; i < product.bases.size(); i++) {
                    int own = degree(product.bases.get(i));
                    Rational e = product.exponents.get(i) instanceof Form.Number n ? n.value : Rational.ONE;
                    degree += e.abs().compareTo(Rational.of(1000)) > 0 ? 4000 : (int) (own * e.doubleValue());
                }
                yield degree;
            }
        };
    }

    private static int kind(Form form) {
        return switch (form) {
            case Form.Symbol _ -> 0;
            case Form.Call _ -> 1;
            case Form.Sum _ -> 2;
            case Form.Product _ -> 3;
            case Form.Number _ -> 4;
        };
    }

    /** A total order: products by their factors in turn, anything else as its only factor. */
    private static int compareShapes(Form a, Form b) {
        if (a == b) {
            return 0;
        }
        int order = a instanceof Form.Product || b instanceof Form.Product ? compareFactors(a, b) : compareAtoms(a, b);
        return order != 0 ? order : a.compareTo(b);
    }

    private static int compareAtoms(Form a, Form b) {
        if (kind(a) != kind(b)) {
            return Integer.compare(kind(a), kind(b));
        }
        return switch (a) {
            case Form.Number x when b instanceof Form.Number y -> y.value.compareTo(x.value);
            case Form.Symbol x when b instanceof Form.Symbol y -> compareSymbols(x.expr, y.expr);
            case Form.Call x when b instanceof Form.Call y -> x.function != y.function
                    ? x.function.compareTo(y.function)
                    : compareAll(x.arguments, y.arguments);
            case Form.Sum x when b instanceof Form.Sum y -> Integer.compare(x.terms.size(), y.terms.size());
            case Form.Number _,Form.Symbol _,Form.Call _,Form.Product _,Form.Sum _ -> 0;
        };
    }

    private static int compareSymbols(Expr a, Expr b) {
        return a instanceof Variable x && b instanceof Variable y
                ? Variable.NATURAL_ORDER.compare(x, y)
                : a.toString().compareTo(b.toString());
    }

    private static int compareAll(List<Form> a, List<Form> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareShapes(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareFactors(Form a, Form b) {
        List<Form> left = factors(a);
        List<Form> right = factors(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareShapes(left.get(i), right.get(i));
            if (order == 0) {
                order = compareShapes(exponent(a, left.get(i)), exponent(b, right.get(i)));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static List<Form> factors(Form form) {
        return form instanceof Form.Product product ? product.bases.stream().sorted(BY_SHAPE).toList() : List.of(form);
    }

    /** The exponent of a factor; a factor that is the whole form stands for an exponent of one. */
    private static Form exponent(Form form, Form factor) {
        return form instanceof Form.Product product ? product.exponents.get(product.bases.indexOf(factor)) : ONE;
    }

    private static final Form ONE = new Form.Number(Rational.ONE);
}
