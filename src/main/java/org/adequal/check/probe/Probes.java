package org.adequal.check.probe;

import java.util.ArrayList;
import java.util.List;

import org.adequal.check.Box;
import org.adequal.check.Formula;

/**
 * The points drawn from a box.
 *
 * @param probes   as many as were found
 * @param wanted   how many were asked for
 * @param rejected how many draws were given up: no value there, or no derivative
 */
public record Probes(List<Probe> probes, int wanted, long rejected) {

    public Probes {
        probes = List.copyOf(probes);
    }

    /** Which points are wanted. */
    public enum Choice {
        GENERIC,
        ADVERSARIAL
    }

    /** Points of the formula's domain in the box, the same for the same seed. */
    public static Probes draw(Choice choice, Formula formula, Box box, int wanted, long seed) {
        return switch (choice) {
            case GENERIC -> new GenericProbes(formula, box, seed).draw(wanted);
            case ADVERSARIAL -> new AdversarialProbes(formula, box, seed).draw(wanted);
        };
    }

    public List<List<Double>> points() {
        return probes.stream().map(Probe::point).toList();
    }

    /** What there is to know about the points besides their number. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (probes.size() < wanted) {
            remarks.add("only " + probes.size() + " of " + wanted + " points were found" + (rejected == 0
                    ? ""
                    : ": " + rejected + " draws were rejected, as the formula has no value or no derivative there"));
        }
        long near = probes.stream().filter(probe -> probe.kind() == Probe.Kind.GENERIC && probe.clearance() == 0)
                .count();
        if (near > 0) {
            remarks.add("of " + near + " of " + probes.size()
                    + " points it is not proven that they are away from switches");
        }
        return remarks;
    }
}
