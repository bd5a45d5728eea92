package org.adequal.check;

import java.util.Locale;

/** Doubles for a person: whole numbers without a point, others with the fewest digits that read back the same. */
public final class Numbers {
    private static final double LARGEST_PLAIN = 1e15;

    private Numbers() {}

    /** {@code 6}, {@code 0.1}, {@code 1.0E-7} as {@code 1e-7}; infinities as {@code inf}; refuses NaN. */
    public static String show(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN is shown to nobody");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
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
