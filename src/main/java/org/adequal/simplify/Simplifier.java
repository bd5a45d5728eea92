package org.adequal.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.adequal.expr.Condition;
import org.adequal.expr.Expr;

/**
 * Expressions to equal, shorter ones.
 *
 * <p>{@code simplify(2*x*cos(x)^2 + 2*x*sin(x)^2)} is {@code 2*x}. The result depends on nothing but the arguments:
 * limits count steps, never time. An expression beyond the limits comes back as it is.
 */
public final class Simplifier {
    private static final int MOST_ROUNDS = 4;

    private Simplifier() {}

    /**
     * An expression that is defined and equal wherever the written one is defined and the condition holds.
     *
     * @param where known to hold wherever the result is read; its comparisons are used as facts about signs
     * @param source what the user wrote: sums that occur in it keep their order, decimals stay decimals
     */
    public static Simplified simplify(Expr written, Condition where, Expr source) {
        return simplify(written, where, source, Set.of());
    }

    /** The same without asking for the conditions of some laws. */
    static Simplified simplify(Expr written, Condition where, Expr source, Set<Law> waived) {
        List<Step> trace = new ArrayList<>();
        Expr before = written;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Expr after;
            try {
                after = once(before, where, source, waived, trace);
            } catch (GaveUp _) {
                return new Simplified(before, trace);
            }
            if (after == before) {
                break;
            }
            before = after;
        }
        return new Simplified(before, trace);
    }

    private static Expr once(Expr written, Condition where, Expr source, Set<Law> waived, List<Step> trace) {
        Forms forms = new Forms(waived);
        Manner manner = new Manner();
        Writer writer = new Writer(forms, manner);
        Search search = new Search(forms, manner);
        Reader reader = new Reader(forms, manner, search.factoring(), writer, search::best);
        reader.learn(where);
        reader.learnManner(source);
        Form read = reader.read(written);
        Form best = search.whole(read);
        Expr after = writer.write(best);
        if (after != written) {
            reader.vanishing.forEach((choice, shorter) -> trace.add(
                    new Step(Rule.VANISHING_CHOICE, choice, shorter)));
            for (Search.Found found : search.trace()) {
                trace.add(new Step(found.rule(), writer.write(found.before()), writer.write(found.after())));
            }
        }
        return after;
    }
}
