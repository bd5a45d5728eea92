package org.adequal.number;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Doubles as programs write them: decimal, or hexadecimal to the bit. */
public final class DoubleText {
    /** Longer texts are refused before any arithmetic. */
    private static final int LONGEST = 1000;
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?\\d+|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)");

    private DoubleText() {}

    /** The double nearest to the number that the text is, infinite beyond the doubles; empty where it is no number. */
    public static OptionalDouble number(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text) + 0.0)
                : OptionalDouble.empty();
    }

    /** The same for a number that somebody claims: {@code nan}, {@code inf} and {@code -inf}, however spelled, too. */
    public static OptionalDouble claimed(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> number(text);
        };
    }
}
