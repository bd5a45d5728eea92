package org.adequal.verdict;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.adequal.check.Format;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/** The sets of reachable numbers for the derivatives of one row at a point: the cheapest first, each made once. */
final class ReachableSets {
    /** Forward accumulation is left out where all of it would take more steps. */
    private static final long MOST = 4_000_000;

    private final Reach reach;
    private final Tape tape;
    private final List<Expr> written;
    private final Supplier<List<Interval>> reverse;
    private final Supplier<List<Interval>> others;

    ReachableSets(Format format, List<Variable> variables, double[] point, Tape tape,
            List<Expr> written) {
        reach = new Reach(format, variables, point);
        this.tape = tape;
        this.written = written;
        reverse = once(() -> reach.reverse(tape, false));
        others = once(() -> reach.reverse(tape, true));
    }

    /** By reverse accumulation, which is the set whose width says how well the derivative can be computed. */
    Interval first(int index) {
        return reverse.get().get(index);
    }

    /** By any order of accumulation, and any wording of the rules. */
    List<Interval> all(int index) {
        Variable variable = tape.wrt().get(index);
        if ((long) tape.edges().size() * tape.wrt().size() > MOST) {
            return List.of(first(index), others.get().get(index));
        }
        boolean worded = tape.edges().stream().anyMatch(edge -> !edge.others().isEmpty());
        Stream<Interval> plain = Stream.of(first(index), reach.of(written.get(index)),
                reach.forward(tape, variable, false));
        return (worded
                ? Stream.concat(plain, Stream.of(others.get().get(index), reach.forward(tape, variable, true)))
                : plain).toList();
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public T get() {
                T known = made;
                if (known == null) {
                    known = make.get();
                    made = known;
                }
                return known;
            }
        };
    }
}
