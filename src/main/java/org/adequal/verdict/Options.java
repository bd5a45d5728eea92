package org.adequal.verdict;

import java.util.Optional;
import java.util.function.Function;

import org.adequal.expr.Convention;
import org.adequal.expr.Expr;
import org.adequal.syntax.Position;

/**
 * How claims are judged.
 *
 * @param certified  whether derivatives are enclosed, which proves what it says; otherwise doubles estimate it
 * @param diagnosing whether causes are looked for
 * @param convention the convention that numbers are to follow where there is no derivative; empty where any
 *                   generalised gradient will do
 * @param source     where a part of the formula stands in its text
 */
public record Options(boolean certified, boolean diagnosing, Optional<Convention> convention,
        Function<Expr, Optional<Position>> source) {

    /** Proven, with causes, any convention, no text. */
    public static Options standard() {
        return new Options(true, true, Optional.empty(), _ -> Optional.empty());
    }

    /** Quicker, and proving nothing. */
    public Options estimated() {
        return new Options(false, diagnosing, convention, source);
    }

    /** Without causes. */
    public Options withoutCauses() {
        return new Options(certified, false, convention, source);
    }

    /** Under a convention. */
    public Options following(Optional<Convention> other) {
        return new Options(certified, diagnosing, other, source);
    }

    /** With the text of the formula. */
    public Options from(Function<Expr, Optional<Position>> text) {
        return new Options(certified, diagnosing, convention, text);
    }
}
