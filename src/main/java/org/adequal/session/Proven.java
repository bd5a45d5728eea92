package org.adequal.session;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.BoxEnclosure;
import org.adequal.check.Certified;
import org.adequal.check.Numbers;
import org.adequal.check.PartialCheck;
import org.adequal.check.PointCheck;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;

/** What is proven, in words. */
final class Proven {
    static final String AGREEMENT = "the exact gradient lies in the enclosure, each difference within its bound of it";
    private static final int DIGITS = 5;
    private static final String NOTHING = "-";

    private Proven() {}

    /** An enclosure at a point: both ends as doubles, or the one that both are. */
    static String entry(Certified certified, Variable variable) {
        Interval slope = certified.gradient().get(variable);
        if (!certified.smooth() || slope == null || !slope.isBounded()) {
            return NOTHING;
        }
        double low = slope.doubleLow();
        double high = slope.doubleHigh();
        return low == high ? Numbers.show(low) : "[" + Numbers.show(low) + ", " + Numbers.show(high) + "]";
    }

    /** Which partial derivatives plain double arithmetic gives with few right digits. */
    static List<String> losses(Certified certified, PointCheck check) {
        List<String> lines = new ArrayList<>();
        for (PartialCheck partial : check.partials()) {
            OptionalInt lost = certified.lostDigits(partial);
            if (lost.isPresent()) {
                int digits = lost.getAsInt();
                lines.add(
                        "double arithmetic loses " + (digits == Certified.MOST_DIGITS ? "all" : digits) + " digits of "
                                + partial.variable() + " here");
            }
        }
        return lines;
    }

    /** What is proven on a whole box. */
    static String of(BoxEnclosure box, String function, List<Variable> variables) {
        BoxEnclosure.Open open = box.open();
        if (open != null) {
            return (open.undefined()
                    ? "proven: undefined on all of "
                    : (box.defined() ? "proven: defined on the whole box; " : "") + "not proven smooth on ")
                    + place(open.box(), variables) + ": " + open.why();
        }
        return "proven: smooth on the whole box, values in " + bounds(box.value()) + ", derivatives "
                + box.gradient().entrySet().stream()
                        .map(entry -> "by " + entry.getKey() + " in " + bounds(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String place(List<Interval> box, List<Variable> variables) {
        return IntStream.range(0, box.size())
                .mapToObj(i -> variables.get(i) + " = " + Numbers.show(box.get(i).doubleLow()) + ".."
                        + Numbers.show(box.get(i).doubleHigh()))
                .collect(Collectors.joining(", "));
    }

    /** A few digits, rounded outwards. */
    private static String bounds(Interval interval) {
        return "[" + end(interval.doubleLow(), RoundingMode.FLOOR) + ", "
                + end(interval.doubleHigh(), RoundingMode.CEILING) + "]";
    }

    private static String end(double value, RoundingMode mode) {
        if (Double.isInfinite(value) || Math.abs(value) == Double.MAX_VALUE) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, mode)).stripTrailingZeros();
        String plain = rounded.toPlainString();
        return plain.length() <= DIGITS + 5 ? plain : rounded.toString().toLowerCase(Locale.ROOT).replace("e+", "e");
    }
}
