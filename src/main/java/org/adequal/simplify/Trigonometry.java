package org.adequal.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Primitive;
import org.adequal.number.Rational;

/** Tangents and secants to sines and cosines and back; circular and hyperbolic alike. */
final class Trigonometry {
    private final Forms forms;
    private final Cost cost;
    private final Map<Form, Form> sines = new HashMap<>();
    private final Map<Form, Form> tangents = new HashMap<>();

    Trigonometry(Forms forms, Cost cost) {
        this.forms = forms;
        this.cost = cost;
    }

    static boolean isSineOrCosine(Primitive function) {
        return switch (function) {
            case SIN, COS, SINH, COSH -> true;
            default -> false;
        };
    }

    /** The exponents of sine and cosine that the function is; empty for others. */
    private static int[] exponents(Primitive function) {
        return switch (function) {
            case SIN, SINH -> new int[]{1, 0};
            case COS, COSH -> new int[]{0, 1};
            case TAN, TANH -> new int[]{1, -1};
            case COT, COTH -> new int[]{-1, 1};
            case SEC, SECH -> new int[]{0, -1};
            case CSC, CSCH -> new int[]{-1, 0};
            default -> new int[0];
        };
    }

    /** cos(u) for sec(u), sin(u) for csc(u). */
    static Form reciprocal(Form.Call call, Forms forms) {
        return forms.call(call.function == Primitive.SEC ? Primitive.COS : Primitive.SIN, call.arguments);
    }

    private static boolean isCircular(Primitive function) {
        return switch (function) {
            case SIN, COS, TAN, COT, SEC, CSC -> true;
            default -> false;
        };
    }

    /** Whether a sine or a relative of it occurs outside of arguments. */
    static boolean occurs(Form form) {
        return switch (form) {
            case Form.Number _,Form.Symbol _ -> false;
            case Form.Call call -> exponents(call.function).length > 0;
            case Form.Sum sum -> sum.terms.stream().anyMatch(Trigonometry::occurs);
            case Form.Product product -> product.bases.stream().anyMatch(Trigonometry::occurs);
        };
    }

    /** tan, cot, sec, csc outside of arguments in sines and cosines. */
    Form inSines(Form form) {
        Form known = sines.get(form);
        if (known == null) {
            known = switch (form) {
                case Form.Number _,Form.Symbol _ -> form;
                case Form.Call call -> ofCall(call);
                case Form.Sum sum -> {
                    Forms.SumBuilder builder = forms.sum();
                    for (int i = 0; i < sum.terms.size(); i++) {
                        builder.add(sum.coefficients.get(i), inSines(sum.terms.get(i)));
                    }
                    yield builder.build();
                }
                case Form.Product product -> {
                    Forms.ProductBuilder builder = forms.product().multiply(forms.number(product.coefficient));
                    for (int i = 0; i < product.bases.size(); i++) {
                        Form exponent = product.exponents.get(i);
                        Form base = product.bases.get(i);
                        // roots of a quotient are no quotients of roots
                        builder.multiply(exponent.isInteger() || base instanceof Form.Sum
                                ? inSines(base)
                                : isReciprocal(base) ? inSines(base) : base, exponent);
                    }
                    yield builder.build();
                }
            };
            sines.put(form, known);
        }
        return known;
    }

    private static boolean isReciprocal(Form base) {
        return base instanceof Form.Call call
                && (call.function == Primitive.SEC || call.function == Primitive.CSC
                        || call.function == Primitive.SECH || call.function == Primitive.CSCH);
    }

    private Form ofCall(Form.Call call) {
        int[] e = exponents(call.function);
        if (e.length == 0 || isSineOrCosine(call.function)) {
            return call;
        }
        boolean circular = isCircular(call.function);
        return forms.product()
                .multiply(forms.call(circular ? Primitive.SIN : Primitive.SINH, call.arguments), forms.number(e[0]))
                .multiply(forms.call(circular ? Primitive.COS : Primitive.COSH, call.arguments), forms.number(e[1]))
                .build();
    }

    /** Quotients of sines and cosines as tan, cot, sec, csc where that is shorter, everywhere. */
    Form inTangents(Form form) {
        Form known = tangents.get(form);
        if (known == null) {
            known = switch (form) {
                case Form.Number _,Form.Symbol _ -> form;
                case Form.Call call ->
                    forms.call(call.function, call.arguments.stream().map(this::inTangents).toList());
                case Form.Sum sum -> {
                    Forms.SumBuilder builder = forms.sum();
                    for (int i = 0; i < sum.terms.size(); i++) {
                        builder.add(sum.coefficients.get(i), inTangents(sum.terms.get(i)));
                    }
                    yield builder.build();
                }
                case Form.Product product -> product(product);
            };
            tangents.put(form, known);
        }
        return known;
    }

    private Form product(Form.Product product) {
        Forms.ProductBuilder builder = forms.product().multiply(forms.number(product.coefficient));
        for (int i = 0; i < product.bases.size(); i++) {
            builder.multiply(inTangents(product.bases.get(i)), inTangents(product.exponents.get(i)));
        }
        Form whole = builder.build();
        if (!(whole instanceof Form.Product inner)) {
            return whole;
        }
        Form result = whole;
        for (Form base : inner.bases) {
            if (base instanceof Form.Call call && exponents(call.function).length > 0) {
                result = written(result, call);
            }
        }
        return result;
    }

    /** The cheapest writing of the powers of sine and cosine of one angle. */
    private Form written(Form form, Form.Call call) {
        boolean circular = isCircular(call.function);
        List<Form> angle = call.arguments;
        int[] total = new int[2];
        Forms.ProductBuilder rest = forms.product();
        if (!(form instanceof Form.Product product)) {
            return form;
        }
        rest.multiply(forms.number(product.coefficient));
        for (int i = 0; i < product.bases.size(); i++) {
            Form base = product.bases.get(i);
            int[] e = base instanceof Form.Call c && c.arguments.equals(angle) && isCircular(c.function) == circular
                    ? exponents(c.function)
                    : new int[0];
            if (e.length > 0 && product.exponents.get(i) instanceof Form.Number n && n.value.isInteger()
                    && n.value.abs().compareTo(Rational.of(100)) < 0) {
                int k = n.value.numerator().intValue();
                total[0] += k * e[0];
                total[1] += k * e[1];
            } else {
                rest.multiply(base, product.exponents.get(i));
            }
        }
        Form others = rest.build();
        Form best = form;
        Primitive s = circular ? Primitive.SIN : Primitive.SINH;
        Primitive c = circular ? Primitive.COS : Primitive.COSH;
        Primitive tan = circular ? Primitive.TAN : Primitive.TANH;
        Primitive cot = circular ? Primitive.COT : Primitive.COTH;
        Primitive sec = circular ? Primitive.SEC : Primitive.SECH;
        Primitive csc = circular ? Primitive.CSC : Primitive.CSCH;
        // sin^a*cos^b = (sin or 1/csc)(cos or 1/sec) after tan^t or cot^-t is split off, as far as both powers reach:
        // a tangent where no cosine stands below would make a pole, and so would a cosecant where a sine stands above
        int a = total[0];
        int b = total[1];
        int common = a > 0 && b < 0 ? Math.min(a, -b) : a < 0 && b > 0 ? Math.max(a, -b) : 0;
        for (int t : common == 0 ? new int[]{0} : new int[]{0, common}) {
            int restA = a - t;
            int restB = b + t;
            Form candidate = forms.product().multiply(others)
                    .multiply(forms.call(t >= 0 ? tan : cot, angle), forms.number(Math.abs(t)))
                    .multiply(forms.call(restA >= 0 ? s : csc, angle), forms.number(Math.abs(restA)))
                    .multiply(forms.call(restB >= 0 ? c : sec, angle), forms.number(Math.abs(restB))).build();
            if (cost.of(candidate) < cost.of(best)) {
                best = candidate;
            }
        }
        return best;
    }
}
