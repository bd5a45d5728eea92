package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.adequal.check.Agreement;
import org.adequal.check.Checker;
import org.adequal.check.Formula;
import org.adequal.check.PartialCheck;
import org.adequal.check.PointCheck;
import org.adequal.check.Status;
import org.adequal.expr.Expr;
import org.adequal.number.DifferenceScheme;
import org.adequal.syntax.Printer;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** For random expressions over the whole table, exact and numeric derivatives never differ by more than their bounds. */
class CheckProperties {
    private int agreed;
    private int untold;

    @Provide
    Arbitrary<Expr> expressions() {
        return RandomExpressions.plain(3);
    }

    @Provide
    Arbitrary<double[]> points() {
        return RandomExpressions.points();
    }

    /** A property that can't tell proves nothing. */
    @AfterProperty
    void hasTold() {
        assertThat(agreed).as("agreements, beside %d that could not be told", untold)
                .isGreaterThan(Math.max(100, 4 * untold));
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void analyticIsNumericWithinTenBounds(@ForAll("expressions") Expr expression,
            @ForAll("points") double[] point) {
        Formula formula = Formula.of(expression, RandomExpressions.VARIABLES, RandomExpressions.VARIABLES);
        PointCheck check = new Checker(formula, DifferenceScheme.standard()).at(point);
        List<PartialCheck> smooth = check.partials().stream()
                .filter(partial -> partial.exact().status() == Status.SMOOTH).toList();
        for (PartialCheck partial : smooth) {
            assertThat(partial.agreement()).as("%s of %s at %s: %s", partial.variable(), Printer.print(expression),
                    Arrays.toString(point), partial).isNotEqualTo(Agreement.DISAGREE);
            if (partial.agreement() == Agreement.AGREE) {
                agreed++;
            } else {
                untold++;
            }
        }
    }
}
