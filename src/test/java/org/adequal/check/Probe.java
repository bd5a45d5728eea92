package org.adequal.check;
import java.util.*;
@SuppressWarnings("NullAway")
class Probe {
    public static void main(String[] a) {
        var corpus = KnownGradients.all();
        int n = 0, viol = 0, inf = 0, smooth = 0, wrongRight = 0, right = 0, und = 0, off = 0, offWrong = 0,
                offWell = 0, offWellWrong = 0;
        double worst = 0;
        long t = System.nanoTime();
        for (var k : corpus)
            for (var at : k.points()) {
                var r = k.formula().at(at.point());
                var b = k.formula().accuracy(Format.F64).at(at.point());
                double[] claim = new double[at.gradient().size()];
                for (int i = 0; i < claim.length; i++)
                    claim[i] = at.partial(i);
                var j = Judge.standard().judge(k.formula(), at.point(), claim);
                double[] claim2 = claim.clone();
                for (int i = 0; i < claim.length; i++)
                    claim2[i] *= 1 + 1e-6;
                var j2 = Judge.standard().judge(k.formula(), at.point(), claim2);
                for (int i = 0; i < claim.length; i++) {
                    n++;
                    var p = r.partials().get(k.formula().wrt().get(i));
                    if (p.status() != Status.SMOOTH) {
                        System.out.println("not smooth " + k.id() + " " + p + " " + k.text() + " "
                                + Arrays.toString(at.point()) + " " + r.why());
                        continue;
                    }
                    smooth++;
                    double B = b.partial(i);
                    if (!Double.isFinite(B)) {
                        inf++;
                        System.out.println("inf " + k.id() + " " + k.formula().wrt().get(i) + " " + k.text() + " "
                                + Arrays.toString(at.point()));
                        continue;
                    }
                    double e = at.error(p.slope().value(), i);
                    double ratio = e / B;
                    if (ratio > worst) {
                        worst = ratio;
                        System.out.println("worst " + ratio + " " + k.id() + " " + k.formula().wrt().get(i) + " "
                                + k.text() + " " + Arrays.toString(at.point()) + " " + p.slope().value() + " "
                                + claim[i] + " B=" + B);
                    }
                    if (ratio > 1)
                        viol++;
                    var v = j.components().get(i).verdict();
                    if (v == Judgement.Verdict.WRONG) {
                        wrongRight++;
                        System.out.println("WRONG " + k.id() + " " + j.components().get(i) + k.text());
                    }
                    if (v == Judgement.Verdict.RIGHT)
                        right++;
                    if (v == Judgement.Verdict.UNDECIDED) {
                        und++;
                        System.out.println("und " + k.id() + " cond " + b.condition(i) + " g=" + claim[i] + " B=" + B
                                + " " + b.cancellation(i));
                    }
                    if (claim[i] != 0) {
                        off++;
                        var v2 = j2.components().get(i).verdict();
                        if (v2 == Judgement.Verdict.WRONG)
                            offWrong++;
                        if (b.condition(i) < 1e6) {
                            offWell++;
                            if (v2 == Judgement.Verdict.WRONG)
                                offWellWrong++;
                            else
                                System.out.println("NOTWRONG " + k.id() + " " + j2.components().get(i));
                        }
                    }
                }
            }
        System.out.printf(
                "n=%d smooth=%d inf=%d viol=%d worst=%g right=%d und=%d WRONG=%d off=%d offWrong=%d well=%d wellWrong=%d %.1f s%n",
                n, smooth, inf, viol, worst, right, und, wrongRight, off, offWrong, offWell, offWellWrong,
                (System.nanoTime() - t) / 1e9);
    }
}
