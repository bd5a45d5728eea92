package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** The right numbers in the wrong places. */
final class OrderFaults {
    /** General permutations of more numbers are not looked for. */
    private static final int MOST = 10_000;

    private OrderFaults() {}

    static List<Explanation> permuted(Suspicion suspicion) {
        int n = suspicion.size();
        if (n < 2) {
            return List.of();
        }
        Map<String, IntUnaryOperator> orders = new LinkedHashMap<>();
        for (int rows = 2; rows <= n / 2 && n <= MOST; rows++) {
            if (n % rows == 0 && (suspicion.rows() == 1 || rows == suspicion.rows())) {
                int r = rows;
                int c = n / rows;
                orders.put("transposed, as a " + r + " by " + c + " matrix", k -> (k % r) * c + k / r);
                orders.put("transposed, as a " + c + " by " + r + " matrix", k -> (k % c) * r + k / c);
            }
        }
        orders.put("in reverse order", k -> n - 1 - k);
        for (int shift = 1; shift <= Math.min(3, n - 1); shift++) {
            int s = shift;
            orders.put("shifted by " + s, k -> (k + s) % n);
            orders.put("shifted by -" + s, k -> (k - s + n) % n);
        }
        List<Explanation> found = new ArrayList<>();
        orders.forEach((name, order) -> {
            if (suspicion.inAll(each -> each.fits(permuted(each.truth(), order)))) {
                found.add(Explanation.of(Kind.PERMUTED, n == 2 ? 2.2 : 2.5, "the components are " + name));
            }
        });
        if (found.isEmpty()) {
            swapped(suspicion).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(shiftedWithoutEnd(suspicion));
        }
        if (found.isEmpty() && general(suspicion)) {
            found.add(Explanation.of(Kind.PERMUTED, 4, "the components are the right ones in another order"));
        }
        return found;
    }

    private static double[] permuted(double[] truth, IntUnaryOperator order) {
        return IntStream.range(0, truth.length).mapToDouble(k -> truth[order.applyAsInt(k)]).toArray();
    }

    private static Optional<Explanation> swapped(Suspicion suspicion) {
        Case first = suspicion.cases().getFirst();
        int[] wrong = IntStream.range(0, first.size()).filter(i -> first.isWrong()[i]).toArray();
        if (wrong.length != 2) {
            return Optional.empty();
        }
        boolean all = suspicion.inAll(each -> each.fits(permuted(each.truth(),
                k -> k == wrong[0] ? wrong[1] : k == wrong[1] ? wrong[0] : k)));
        return all
                ? Optional.of(Explanation.of(Kind.PERMUTED, 2.5,
                        "the components " + name(suspicion, wrong[0]) + " and " + name(suspicion, wrong[1])
                                + " are swapped"))
                : Optional.empty();
    }

    private static String name(Suspicion suspicion, int index) {
        List<Variable> wrt = suspicion.formula().wrt();
        return index < wrt.size() && suspicion.rows() == 1 ? wrt.get(index).name() : String.valueOf(index);
    }

    /** Each component is its neighbour's; what is at the end may be anything. */
    private static List<Explanation> shiftedWithoutEnd(Suspicion suspicion) {
        int n = suspicion.size();
        List<Explanation> found = new ArrayList<>();
        for (int shift : new int[]{1, -1}) {
            boolean all = n >= 4 && suspicion.inAll(each -> IntStream.range(0, n)
                    .filter(k -> k + shift >= 0 && k + shift < n)
                    .allMatch(k -> each.fits(k, each.truth()[k + shift])));
            if (all) {
                found.add(Explanation.of(Kind.PERMUTED, 4, "each component is that of its neighbour: shifted by one"));
            }
        }
        return found;
    }

    /** The same permutation in every case, found where the sorted numbers pair up. */
    private static boolean general(Suspicion suspicion) {
        int[] order = null;
        for (Case each : suspicion.cases()) {
            int[] own = pairing(each);
            if (own == null) {
                return false;
            }
            if (order == null) {
                order = own;
            }
            int[] fixed = order;
            if (!each.fits(permuted(each.truth(), k -> fixed[k]))) {
                return false;
            }
        }
        return suspicion.size() > 2;
    }

    private static int @Nullable [] pairing(Case each) {
        int n = each.size();
        if (n > MOST) {
            return null;
        }
        Integer[] byClaim = sorted(each.claim());
        Integer[] byTruth = sorted(each.truth());
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            if (!each.fits(byClaim[i], each.truth()[byTruth[i]])) {
                return null;
            }
            order[byClaim[i]] = byTruth[i];
        }
        return order;
    }

    private static Integer[] sorted(double[] numbers) {
        Integer[] indices = IntStream.range(0, numbers.length).boxed().toArray(Integer[]::new);
        Arrays.sort(indices, Comparator.comparingDouble(i -> numbers[i]));
        return indices;
    }
}
