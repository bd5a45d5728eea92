package org.adequal.chart;

/**
 * How wide text is, about, in a font that is not at hand: the widths of DejaVu Sans by kinds of letters, which is wider
 * than what most systems put in its place, so that labels keep apart anywhere.
 */
final class TextWidths {
    private TextWidths() {}

    /** In multiples of the font's size. */
    static double of(String text) {
        return text.codePoints().mapToDouble(TextWidths::width).sum();
    }

    private static double width(int letter) {
        if ("iljtfrI.,:;'|!()[] ⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(letter) >= 0) {
            return 0.4;
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return 0.98;
        }
        if (letter >= 0x1100 && !(letter >= 0x2000 && letter < 0x2E80)) {
            return 1;
        }
        return Character.isUpperCase(letter) ? 0.72 : "+=<>−≤≥≠→∂∞".indexOf(letter) >= 0 ? 0.85 : 0.64;
    }
}
