package org.adequal.check;

import org.jspecify.annotations.Nullable;

/**
 * A number as far as doubles can give it: a finite value, or one that exists but is too large for a double, or none.
 *
 * @param value    null where there is none; infinite where it overflows; never NaN
 */
public record Quantity(@Nullable Double value) {
    public static final Quantity NONE = new Quantity(null);

    /** Refuses NaN. */
    public Quantity {
        if (value != null && value.isNaN()) {
            throw new IllegalArgumentException("NaN is no quantity");
        }
    }

    public static Quantity of(double value) {
        return new Quantity(value);
    }

    public boolean exists() {
        return value != null;
    }

    /** Whether it is too large for a double. */
    public boolean overflows() {
        return value != null && value.isInfinite();
    }
}
