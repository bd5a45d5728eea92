package org.adequal.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A number on an axis, and how it is written.
 *
 * <p>Steps are 1, 2 or 5 times a power of ten; on a logarithmic axis powers of ten.
 */
public record Tick(double value, String label) {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    /** Numbers with more digits than this before or behind the point are written with a power of ten. */
    private static final int PLAIN_DIGITS = 5;

    /** The ticks of a range, at most about so many, at least two. */
    public static List<Tick> of(Axis.Scale scale, Range range, int most) {
        return scale == Axis.Scale.LOGARITHMIC ? powers(range, most) : enough(range, most);
    }

    private static List<Tick> enough(Range range, int most) {
        List<Tick> ticks = multiples(range, most);
        for (int more = most; ticks.size() < 2 && more < 8 * most; more *= 2) {
            ticks = multiples(range, 2 * more);
        }
        return ticks;
    }

    private static List<Tick> multiples(Range range, int most) {
        // halves, as the length may overflow
        double rough = (range.to() / 2 - range.from() / 2) / Math.max(1, most) * 2;
        int exponent = (int) Math.floor(Math.log10(rough));
        BigDecimal step = BigDecimal.ONE;
        for (double digit : STEPS) {
            step = BigDecimal.valueOf((long) digit).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= rough * (1 - 1e-9)) {
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        // the decimal texts of the ends: 0.3 is meant where 0.3 is written
        BigDecimal from = BigDecimal.valueOf(range.from()).divide(step, 0, RoundingMode.CEILING).multiply(step);
        BigDecimal to = BigDecimal.valueOf(range.to());
        for (BigDecimal value = from; value.compareTo(to) <= 0 && ticks.size() <= 2 * most; value = value.add(step)) {
            ticks.add(new Tick(value.doubleValue(), label(value)));
        }
        return ticks;
    }

    private static List<Tick> powers(Range range, int most) {
        int from = (int) Math.ceil(Math.log10(range.from()) - 1e-9);
        int to = (int) Math.floor(Math.log10(range.to()) + 1e-9);
        if (to - from < 1) {
            return enough(range, most);
        }
        int stride = 1;
        while ((to - from) / stride + 1 > Math.max(2, most)) {
            stride++;
        }
        List<Tick> ticks = new ArrayList<>();
        for (int power = Math.ceilDiv(from, stride) * stride; power <= to; power += stride) {
            ticks.add(new Tick(Math.pow(10, power), "10" + superscript(power)));
        }
        return ticks;
    }

    /** {@code 0.25}, {@code 1000}, {@code 2·10⁻⁷} */
    static String label(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int leading = shortest.precision() - shortest.scale();
        String text;
        if (leading > PLAIN_DIGITS || shortest.scale() > PLAIN_DIGITS) {
            BigDecimal mantissa = shortest.scaleByPowerOfTen(1 - leading);
            String power = "10" + superscript(leading - 1);
            text = mantissa.abs().compareTo(BigDecimal.ONE) == 0
                    ? (mantissa.signum() < 0 ? "-" : "") + power
                    : mantissa.toPlainString() + "·" + power;
        } else {
            text = shortest.toPlainString();
        }
        return text.replace('-', '−');
    }

    /** A number in so many digits, for a label. */
    public static String label(double value, int digits) {
        return label(new BigDecimal(value).round(new MathContext(digits)));
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
