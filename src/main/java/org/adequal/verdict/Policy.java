package org.adequal.verdict;

/** What a claimed number has to be to be right. */
public sealed interface Policy {

    /** What an honest implementation in the format could have computed, in any order of evaluation. */
    record Reachable() implements Policy {}

    /** Off by no more than a tolerance, relative to the larger of |derivative| and the smallest normal number. */
    record Relative(double tolerance) implements Policy {
        /** Refuses a tolerance that is negative or not finite. */
        public Relative {
            if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
                throw new IllegalArgumentException("no tolerance: " + tolerance);
            }
        }
    }

    /** The number of the format that is nearest to the derivative. */
    record CorrectlyRounded() implements Policy {}

    /** Off by no more than this many units in the last place of the format. */
    record Ulps(double most) implements Policy {
        /** Refuses a number that is negative or not finite. */
        public Ulps {
            if (!(most >= 0 && Double.isFinite(most))) {
                throw new IllegalArgumentException("no number of ulps: " + most);
            }
        }
    }

    /** A derivative, up to one rounding, at some point that rounds to the same single-precision numbers. */
    record RoundedInputs() implements Policy {}
}
