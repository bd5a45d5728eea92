package org.adequal.check;
import java.util.*;
import org.adequal.number.*;
@SuppressWarnings("NullAway")
class Probe2 {
    public static void main(String[] a) {
        for (var k : KnownGradients.all()) {
            NoisyFormula nf = NoisyFormula.of(k.formula());
            for (var at : k.points()) {
                var g = nf.gradient(DifferenceScheme.standard(), at.point());
                for (int i = 0; i < g.size(); i++) {
                    var e = g.get(i);
                    double err = Double.isNaN(e.value()) ? Double.NaN : at.error(e.value(), i);
                    if (!e.isKnown()) {
                        System.out.println("NONE " + k.id() + " " + k.formula().wrt().get(i) + " " + e + " sample "
                                + nf.at(at.point()) + " " + k.text() + Arrays.toString(at.point()));
                        continue;
                    }
                    if (err > 1 * e.error() + Math.ulp(at.partial(i)) / 2)
                        System.out.println("OFF " + err / e.error() + " " + k.id() + " " + k.formula().wrt().get(i)
                                + " true " + at.partial(i) + " " + e + " sample " + nf.at(at.point()) + " "
                                + (k.text().length() > 150 ? k.text().substring(0, 150) : k.text())
                                + Arrays.toString(at.point()));
                }
            }
        }
    }
}
