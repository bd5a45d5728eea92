package org.adequal.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.adequal.check.PointResult;

/**
 * Somebody's derivatives judged.
 *
 * @param result     the formula at the point; of a Jacobian, its first element
 * @param components in the order of the claim
 * @param diagnosis  what is wrong where something is, the likeliest cause first; at a kink the convention of the claim
 */
public record Judgement(PointResult result, List<Component> components, List<Diagnosis> diagnosis) {

    public Judgement {
        components = List.copyOf(components);
        diagnosis = List.copyOf(diagnosis);
    }

    /** The worst over the components. */
    public Verdict verdict() {
        return Verdict.worst(components.stream().map(Component::verdict).toList());
    }

    /** How the verdict is known: by the best evidence for one wrong component, or the weakest for all right ones. */
    public Evidence evidence() {
        Verdict verdict = verdict();
        Comparator<Evidence> order = verdict == Verdict.WRONG ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return components.stream().filter(component -> component.verdict() == verdict).map(Component::evidence)
                .min(order).orElse(Evidence.ESTIMATED);
    }

    /** The component that is furthest off among those of the worst verdict. */
    public Optional<Component> worst() {
        Verdict verdict = verdict();
        return components.stream().filter(component -> component.verdict() == verdict)
                .max(Comparator.comparingDouble(component -> component.ulps().orElse(Double.MAX_VALUE)));
    }

    Judgement with(List<Diagnosis> causes) {
        return new Judgement(result, components, causes);
    }
}
