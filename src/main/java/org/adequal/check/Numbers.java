package org.adequal.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Doubles for a person: whole numbers without a point, others with the fewest digits that read back the same. */
public final class Numbers {
    private static final double LARGEST_PLAIN = 1e15;

    /** How many significant digits are shown where fewer than all are wanted; unbound, all. */
    public static final ScopedValue<Integer> DIGITS = ScopedValue.newInstance();

    private static final int ALL = 17;

    private Numbers() {}

    /** {@code 6}, {@code 0.1}, {@code 1.0E-7} as {@code 1e-7}; infinities as {@code inf}; refuses NaN. */
    public static String show(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN is shown to nobody");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        int digits = DIGITS.orElse(ALL);
        if (digits < ALL) {
            // this has no more digits than asked for, so the shortest text of it has not either
            return shortest(new BigDecimal(value).round(new MathContext(digits)).doubleValue());
        }
        return shortest(value);
    }

    /** With all its digits, whatever is shown otherwise: what reads back the same; refuses what is not finite. */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no number: " + value);
        }
        return shortest(value);
    }

    private static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value).replace('E', 'e');
        return text.contains(".0e") ? text.replace(".0e", "e") : text;
    }

    /** With two digits, which are enough for an error: {@code 5.6e13}; refuses NaN. */
    public static String about(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return show(value);
        }
        double size = Math.abs(value);
        String text = size >= 0.01 && size < 99
                ? String.format(Locale.ROOT, "%.2g", value)
                : String.format(Locale.ROOT, "%.1e", value);
        return text.replaceFirst("(\\.\\d*?)0+(?=e|$)", "$1").replaceFirst("\\.(?=e|$)", "")
                .replaceFirst("e([+-])0*", "e$1").replace("e+", "e");
    }
}
