package org.adequal.simplify;

import org.adequal.expr.Primitive;

/** Which forms have a value wherever the known condition holds, by their parts. What is not seen is not claimed. */
final class Totality {
    private final Facts facts;

    Totality(Facts facts) {
        this.facts = facts;
    }

    boolean isDefined(Form form) {
        // what has a known sign has a value
        return facts.isKnown(form) || switch (form) {
            case Form.Number _ -> true;
            case Form.Symbol symbol -> symbol.expr.arguments().isEmpty();
            case Form.Call call -> (call.function.isTotal()
                    || call.function == Primitive.LOG && facts.isPositive(call.argument()))
                    && call.arguments.stream().allMatch(this::isDefined);
            case Form.Sum sum -> sum.terms.stream().allMatch(this::isDefined);
            case Form.Product product -> {
                boolean defined = true;
                for (int i = 0; i < product.bases.size() && defined; i++) {
                    defined = isDefined(product.bases.get(i), product.exponents.get(i));
                }
                yield defined;
            }
        };
    }

    private boolean isDefined(Form base, Form exponent) {
        if (!isDefined(base) || !isDefined(exponent)) {
            return false;
        }
        if (!(exponent instanceof Form.Number number)) {
            return facts.isPositive(base);
        }
        return (number.value.isInteger() || facts.isNonnegative(base))
                && (number.value.signum() >= 0 || facts.isNotZero(base));
    }
}
