package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

import org.adequal.check.Formula;
import org.adequal.eval.Program;
import org.jspecify.annotations.Nullable;

/** The right gradient, at the wrong point. */
final class PointFaults {
    private static final int MOST_SWAPS = 12;

    private PointFaults() {}

    private record Prepared(Program program) {}

    /** The gradient in doubles at another point. */
    static double[] gradient(Formula formula, double[] point) {
        return formula.attached(Prepared.class, f -> new Prepared(Program.of(f.gradient(), f.variables()))).program
                .run(point);
    }

    /** A way to a wrong point; null where there is none. */
    private record Way(String name, double cost, Function<Case, double @Nullable []> to) {}

    static List<Explanation> stale(Suspicion suspicion) {
        if (suspicion.tape() == null) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        for (Way way : ways(suspicion.cases().getFirst().point().length)) {
            if (suspicion.inAll(each -> leads(suspicion.formula(), way, each))) {
                found.add(Explanation.of(Kind.STALE_POINT, way.cost,
                        "the claim is the gradient at another point: " + way.name));
            }
        }
        return found;
    }

    private static boolean leads(Formula formula, Way way, Case each) {
        double[] point = way.to.apply(each);
        return point != null && !Arrays.equals(point, each.point()) && each.fits(gradient(formula, point));
    }

    private static List<Way> ways(int n) {
        List<Way> ways = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            int index = k;
            ways.add(new Way(k == 0 ? "the previous one" : "another one of the request", k == 0 ? 1.8 : 2.2,
                    each -> index < each.previous().size() ? each.previous().get(index) : null));
        }
        Map<String, DoubleUnaryOperator> maps = new LinkedHashMap<>();
        maps.put("its coordinates negated", x -> -x);
        maps.put("its coordinates without their signs", Math::abs);
        maps.put("its coordinates in degrees, taken for radians", x -> x * Math.PI / 180);
        maps.put("its coordinates in radians, taken for degrees", x -> x * 180 / Math.PI);
        maps.put("the origin", _ -> 0);
        maps.put("ones", _ -> 1);
        for (int digits = 0; digits <= 8; digits++) {
            double scale = Math.pow(10, digits);
            maps.put("its coordinates rounded to " + digits + " decimals", x -> Math.rint(x * scale) / scale);
        }
        for (int digits = 1; digits <= 8; digits++) {
            int count = digits;
            maps.put("its coordinates rounded to " + digits + " digits",
                    x -> Double.parseDouble(String.format(Locale.ROOT, "%." + (count - 1) + "e", x)));
        }
        maps.put("its coordinates truncated to whole numbers", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        maps.forEach((name, map) -> ways.add(
                new Way(name, name.startsWith("its coordinates") && !name.contains("adians") ? 4 : 5.5,
                        each -> Arrays.stream(each.point()).map(map).toArray())));
        for (double rate : new double[]{1, 0.5, 0.1, 0.05, 0.01, 0.001, 1e-4}) {
            for (int sign : new int[]{-1, 1}) {
                ways.add(new Way("one step of descent further, or back, with rate " + rate, 6,
                        each -> stepped(each, sign * rate)));
            }
        }
        if (n > 1) {
            ways.add(new Way("its coordinates in reverse order", 3.5, each -> reversed(each.point())));
            for (int i = 0; i < Math.min(n, MOST_SWAPS); i++) {
                for (int j = i + 1; j < Math.min(n, MOST_SWAPS); j++) {
                    int a = i;
                    int b = j;
                    ways.add(new Way("coordinates " + i + " and " + j + " swapped", 3.5,
                            each -> swapped(each.point(), a, b)));
                }
            }
            for (int i = 0; i < n; i++) {
                int index = i;
                ways.add(new Way("coordinate " + i + " negated", 4.5, each -> with(each.point(), index,
                        -each.point()[index])));
                ways.add(new Way("coordinate " + i + " zero", 5, each -> with(each.point(), index, 0)));
            }
            for (int s : new int[]{1, n - 1}) {
                ways.add(new Way("its coordinates shifted by one", 3.8, each -> shifted(each.point(), s)));
            }
        }
        return ways;
    }

    private static double @Nullable [] stepped(Case each, double rate) {
        if (each.point().length != each.truth().length) {
            return null;
        }
        double[] point = each.point().clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += rate * each.truth()[i];
        }
        return point;
    }

    private static double[] reversed(double[] point) {
        double[] other = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            other[i] = point[point.length - 1 - i];
        }
        return other;
    }

    private static double[] shifted(double[] point, int by) {
        double[] other = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            other[i] = point[(i + by) % point.length];
        }
        return other;
    }

    private static double[] swapped(double[] point, int i, int j) {
        double[] other = point.clone();
        other[i] = point[j];
        other[j] = point[i];
        return other;
    }

    private static double[] with(double[] point, int index, double value) {
        double[] other = point.clone();
        other[index] = value;
        return other;
    }
}
