package org.adequal.check.germ;

import java.util.IdentityHashMap;
import java.util.Map;

import org.adequal.check.germ.Coefficient.Exact;
import org.adequal.check.germ.Germ.Wave;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Expr;
import org.adequal.expr.Guard;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of nodes as functions of t, with which an expansion is recognised as finite: sin(t)^2 + cos(t)^2 - 1 is
 * no series that never ends in zeros, but 0.
 */
final class FunctionSignatures {
    /** Below this order most expansions decide without; the images of a function are not cheap. */
    private static final int FIRST_ORDER = 4;
    private static final Signature T = Signature.named("t");

    private final Expansions expansions;
    private final Field field;
    private final Map<Node, Signature> signatures = new IdentityHashMap<>();

    FunctionSignatures(Expansions expansions) {
        this.expansions = expansions;
        field = expansions.field();
    }

    /** The germ of the node, exact where it is found to be; its arguments were given before. */
    Germ recognise(Expr node, Germ germ, Map<Node, Outcome> known) {
        if (expansions.order() < FIRST_ORDER) {
            return germ;
        }
        Signature sum = germ.exponent().isEmpty() ? sum(germ) : null;
        if (germ.isExact()) {
            if (sum != null) {
                signatures.put(node, sum);
            }
            return germ;
        }
        Signature own = of(node, known);
        if (own == null) {
            return germ;
        }
        signatures.put(node, own);
        if (sum == null || germ.remainder() == Remainder.Small.NONE || !own.minus(sum).isZero()) {
            return germ;
        }
        Germ finite = new Germ(germ.exponent(), germ.terms(), Remainder.Small.NONE, Wave.NONE, germ.continuous(),
                germ.analytic());
        signatures.put(node, sum);
        return finite;
    }

    /** The terms at t; null where they have other than whole powers of t. */
    private @Nullable Signature sum(Germ germ) {
        Signature sum = Signature.of(Rational.ZERO);
        for (Term term : germ.terms()) {
            if (!term.monomial().isPower() || !(term.monomial().power() instanceof Exact(Rational power))
                    || !power.isInteger()) {
                return null;
            }
            sum = sum.plus(field.signature(term.coefficient()).times(T.power(power, true)));
        }
        return sum;
    }

    private @Nullable Signature of(Expr node, Map<Node, Outcome> known) {
        return switch (node) {
            case Application application -> of(application, known);
            case Choice choice -> known.get(choice.condition()) instanceof Outcome.Holds(boolean holds, boolean _)
                    ? argument(holds ? choice.then() : choice.otherwise(), known)
                    : null;
            case Guard guard -> argument(guard.value(), known);
            default -> null;
        };
    }

    /** That of a node that was given before, or that does not move. */
    private @Nullable Signature argument(Node node, Map<Node, Outcome> known) {
        Signature own = signatures.get(node);
        if (own == null && known.get(node) instanceof Germ germ && germ.isExact()) {
            own = sum(germ);
            if (own != null) {
                signatures.put(node, own);
            }
        }
        return own;
    }

    private @Nullable Signature of(Application application, Map<Node, Outcome> known) {
        Signature[] x = new Signature[application.arguments().size()];
        for (int i = 0; i < x.length; i++) {
            Signature argument = argument(application.argument(i), known);
            if (argument == null) {
                return null;
            }
            x[i] = argument;
        }
        Primitive primitive = application.primitive();
        return switch (primitive) {
            case POWER, INTEGER_POWER -> known.get(application.argument(1)) instanceof Germ exponent
                    && Functions.isConstant(exponent)
                    && Functions.constant(exponent) instanceof Exact(Rational b) && b.bits() < 64
                            ? x[0].power(b, false)
                            : Signature.of(Primitive.POWER, x);
            case ABS, RELU, MAX, MIN, CLAMP, SIGN, STEP, FLOOR, CEIL, ROUND, MOD, ATAN2 -> null;
            default -> Signature.of(primitive, x);
        };
    }
}
