package org.adequal.simplify.polynomial;

import static org.adequal.simplify.polynomial.RandomPolynomials.X;
import static org.adequal.simplify.polynomial.RandomPolynomials.Y;
import static org.adequal.simplify.polynomial.RandomPolynomials.Z;
import static org.adequal.simplify.polynomial.RandomPolynomials.number;
import static org.adequal.simplify.polynomial.RandomPolynomials.plus;
import static org.adequal.simplify.polynomial.RandomPolynomials.power;
import static org.adequal.simplify.polynomial.RandomPolynomials.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.adequal.number.Rational;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SideRelationTest {

    private final Budget budget = Budget.standard();

    @Provide
    Arbitrary<Polynomial> polynomials() {
        return RandomPolynomials.sparse(8, 5);
    }

    @Provide
    Arbitrary<List<Rational>> points() {
        return RandomPolynomials.points();
    }

    @Test
    void roots() throws LimitReached {
        // z = (x + y)^(1/3)
        SideRelation cubeRoot = new SideRelation(2, 3, plus(X, Y));
        assertThat(cubeRoot.applyTo(plus(power(Z, 7), times(Z, X)), budget))
                .isEqualTo(plus(times(power(plus(X, Y), 2), Z), times(Z, X)));
    }

    @Test
    void sinesAndCosines() throws LimitReached {
        SideRelation relation = SideRelation.squaresAddToOne(0, 1);
        assertThat(relation.applyTo(plus(times(X, X), times(Y, Y)), budget)).isEqualTo(Polynomial.ONE);
        assertThat(relation.applyTo(power(X, 3), budget)).isEqualTo(plus(X, times(X, Y, Y).negate()));
    }

    @Test
    void rootsWithinRoots() throws LimitReached {
        // x = sqrt(1 + y), y = sqrt(z), in either order
        SideRelation outer = new SideRelation(0, 2, plus(number(1), Y));
        SideRelation inner = new SideRelation(1, 2, Z);
        Polynomial expected = plus(number(1), times(number(2), Y), Z);
        assertThat(SideRelation.reduce(power(X, 4), List.of(outer, inner), budget)).isEqualTo(expected);
        assertThat(SideRelation.reduce(power(X, 4), List.of(inner, outer), budget)).isEqualTo(expected);
    }

    @Test
    void relationsThatFeedEachOtherEndAtTheLimit() {
        SideRelation first = new SideRelation(0, 1, plus(Y, number(1)));
        SideRelation second = new SideRelation(1, 1, X);
        assertThatThrownBy(() -> SideRelation.reduce(X, List.of(first, second), Budget.standard()))
                .isInstanceOf(LimitReached.class);
    }

    @Test
    void noRelationToItself() {
        assertThatThrownBy(() -> new SideRelation(0, 2, plus(X, Y))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SideRelation(0, 0, Y)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Where the relation holds, the value stays. */
    @Property(tries = 300)
    void valuesStay(@ForAll("polynomials") Polynomial p, @ForAll("points") List<Rational> point) throws LimitReached {
        Rational root = point.get(0);
        SideRelation relation = new SideRelation(1, 2, Polynomial.generator(4));
        List<Rational> where = new ArrayList<>(point);
        where.set(1, root);
        where.add(root.times(root));
        Polynomial reduced = relation.applyTo(p, budget);
        assertThat(reduced.degree(1)).isLessThan(2);
        assertThat(reduced.evaluate(where)).isEqualTo(p.evaluate(where));
    }
}
