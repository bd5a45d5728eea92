package org.adequal.testing;

import java.util.Optional;
import java.util.Set;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Gives jqwik the parameters that carry {@link DomainPoints} or {@link RandomFormula}. */
public final class GradientArbitraryProvider implements ArbitraryProvider {
    private static final int BEFORE_THE_USUAL = 10;

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isAnnotated(DomainPoints.class) && type.isOfType(double[].class)
                || type.isAnnotated(RandomFormula.class) && type.isOfType(String.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        Optional<DomainPoints> points = type.findAnnotation(DomainPoints.class);
        if (points.isPresent()) {
            return Set.of(GradientArbitraries.points(points.get().formula(), points.get().on(),
                    points.get().definitions()));
        }
        RandomFormula formula = type.findAnnotation(RandomFormula.class).orElseThrow();
        return Set.of(GradientArbitraries.formulas(formula.depth(), formula.variables()));
    }

    @Override
    public int priority() {
        return BEFORE_THE_USUAL;
    }
}
