package org.adequal.expr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a program answers for a derivative at a kink, where mathematics has none. The rows of {@link Primitive} hold
 * the texts where a convention differs from the row's own.
 *
 * <p>Sources: PyTorch's derivatives.yaml (maximum and minimum share a tie, clamp passes at its bounds, abs by sgn,
 * relu 0 at 0); JAX's lax.max_p and lax.min_p (a tie is balanced, clip is min of max); TensorFlow's math_grad.py
 * (maximum and minimum give a tie to the first, clip_by_value passes at its bounds).
 */
public enum Convention {
    TORCH,
    JAX,
    TENSORFLOW,
    /** The slope 0 wherever a rule breaks. */
    ZERO;

    /** The name in requests: {@code torch}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Convention> named(String name) {
        return Arrays.stream(values()).filter(convention -> convention.wireName().equals(name)).findFirst();
    }
}
