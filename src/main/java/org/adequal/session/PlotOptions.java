package org.adequal.session;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.adequal.chart.Size;
import org.adequal.chart.Theme;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Span;
import org.adequal.syntax.Spelling;
import org.adequal.syntax.Statement;

/**
 * What stands behind {@code with} in a plot.
 *
 * @param arrows along each side of a field
 * @param step   from one arrow to the next, in place of their number
 * @param theme  of a file
 * @param size   of a file, in pixels
 */
record PlotOptions(OptionalInt arrows, OptionalDouble step, Theme theme, Size size) {
    private static final List<String> NAMES = List.of("tangent", "arrows", "step", "theme", "width", "height");
    private static final int MOST_ARROWS = 200;
    private static final int SMALLEST = 200;
    private static final int LARGEST = 4000;

    static PlotOptions read(List<Statement.Option> options, Desk desk) {
        OptionalInt arrows = OptionalInt.empty();
        OptionalDouble step = OptionalDouble.empty();
        Theme theme = Theme.LIGHT;
        double width = Size.STANDARD.width();
        double height = Size.STANDARD.height();
        for (Statement.Option option : options) {
            Ast value = option.value();
            switch (option.name().name()) {
                case "arrows" -> arrows = OptionalInt.of(whole(value, 2, MOST_ARROWS, desk));
                case "step" -> step = OptionalDouble.of(positive(value, desk));
                case "theme" -> theme = theme(value, desk);
                case "width" -> width = whole(value, SMALLEST, LARGEST, desk);
                case "height" -> height = whole(value, SMALLEST, LARGEST, desk);
                default -> {
                    String suggestion = Spelling.suggestion(option.name().name(), NAMES);
                    throw desk.error(Diagnostic.Code.NAME, "a plot has no option " + option.name(),
                            option.name().span(),
                            suggestion == null
                                    ? "there are " + String.join(", ", NAMES)
                                    : "did you mean " + suggestion + "?");
                }
            }
        }
        return new PlotOptions(arrows, step, theme, new Size(width, height));
    }

    private static Theme theme(Ast value, Desk desk) {
        if (value instanceof Ast.Name name) {
            for (Theme theme : Theme.values()) {
                if (theme.name().toLowerCase(Locale.ROOT).equals(name.name())) {
                    return theme;
                }
            }
        }
        throw desk.error(Diagnostic.Code.NAME, "a theme is light or dark", value.span(), null);
    }

    private static double positive(Ast value, Desk desk) {
        double number = number(value, desk);
        if (!(number > 0)) {
            throw desk.error(Diagnostic.Code.DOMAIN, "a step is larger than 0", value.span(), null);
        }
        return number;
    }

    private static int whole(Ast value, int least, int most, Desk desk) {
        double number = number(value, desk);
        Span span = value.span();
        if (number != Math.rint(number) || number < least || number > most) {
            throw desk.error(Diagnostic.Code.DOMAIN, "this is a whole number from " + least + " to " + most, span,
                    null);
        }
        return (int) number;
    }

    private static double number(Ast value, Desk desk) {
        return desk.number(desk.constant(value), value.span());
    }

    /** How many arrows a side of this length has; none where nothing was said. */
    OptionalInt perSide(double length, Span span, Desk desk) {
        if (step.isEmpty()) {
            return arrows;
        }
        // a step that fits but for rounding fits
        double count = Math.floor(length / step.getAsDouble() + 1e-9) + 1;
        if (count < 2 || count > MOST_ARROWS) {
            throw desk.error(Diagnostic.Code.DOMAIN, "this step gives " + (count < 2
                    ? "less than 2"
                    : "more than "
                            + MOST_ARROWS)
                    + " arrows a side", span, null);
        }
        return OptionalInt.of((int) count);
    }
}
