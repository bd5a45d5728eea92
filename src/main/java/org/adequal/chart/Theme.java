package org.adequal.chart;

import java.util.List;
import java.util.Locale;

/**
 * Colours for a light or a dark ground.
 *
 * <p>The series are those of Okabe and Ito (<i>Color Universal Design</i>, 2008), which people with any kind of colour
 * blindness can tell apart, without yellow; lighter blue and grey on dark. The heights are Cividis (Nuñez, Anderton,
 * Renslow, <i>PLOS ONE</i> 13(7), 2018), whose lightness is monotone: it reads the same in grey.
 */
public enum Theme {
    LIGHT(0xFFFFFF, 0x1B1F24, 0x5B636E, 0xE2E5E9, 0xECEDEF,
            List.of(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x444444)),
    DARK(0x14171C, 0xECEFF3, 0xA3ABB6, 0x2F353D, 0x23282F,
            List.of(0x56B4E9, 0xE69F00, 0x33C39A, 0xE39AC4, 0xF0E442, 0x6C83D4, 0xCCCCCC));

    private static final int[] CIVIDIS = {0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74,
            0xC3B369, 0xE1CC55, 0xFEE838};

    private final int background;
    private final int text;
    private final int muted;
    private final int grid;
    private final int empty;
    @SuppressWarnings("ImmutableEnumChecker") // a list made by List.of
    private final List<Integer> series;

    Theme(int background, int text, int muted, int grid, int empty, List<Integer> series) {
        this.background = background;
        this.text = text;
        this.muted = muted;
        this.grid = grid;
        this.empty = empty;
        this.series = series;
    }

    /** Red, green and blue, eight bits each. */
    public int rgb(Ink ink) {
        return switch (ink) {
            case Ink.Tone tone -> switch (tone) {
                case BACKGROUND -> background;
                case TEXT -> text;
                case MUTED -> muted;
                case GRID -> grid;
                case VOID -> empty;
            };
            case Ink.Series(int index) -> series.get(Math.floorMod(index, series.size()));
            case Ink.Shade(double height) -> shade(height);
        };
    }

    /** {@code #0072b2} */
    public String css(Ink ink) {
        return String.format(Locale.ROOT, "#%06x", rgb(ink));
    }

    /** How many series have a colour of their own. */
    public int seriesCount() {
        return series.size();
    }

    private static int shade(double height) {
        double place = height * (CIVIDIS.length - 1);
        int low = Math.min((int) place, CIVIDIS.length - 2);
        double share = place - low;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double mixed = (CIVIDIS[low] >> shift & 255) * (1 - share) + (CIVIDIS[low + 1] >> shift & 255) * share;
            rgb |= (int) Math.round(mixed) << shift;
        }
        return rgb;
    }
}
