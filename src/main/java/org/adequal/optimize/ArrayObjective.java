package org.adequal.optimize;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Reverse;
import org.adequal.check.PointResult;
import org.adequal.eval.ArrayProgram;
import org.adequal.expr.ArrayValue;
import org.adequal.expr.Constant;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Size;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A scalar formula of arrays, some of which move: the point is their numbers, one array after the other, each in row-major
 * order. Values, gradients, Hessians and residuals come from loops; what kind of point one is, is asked of the formula written
 * out in scalars, where it is small enough for that.
 *
 * <p>Not safe for threads.
 */
public final class ArrayObjective implements Objective {
    /** So many elements may be written out in scalars. */
    private static final long MOST_ELEMENTS = 2_000;

    private final Expr loss;
    private final List<Variable> moving;
    private final Map<Variable, ArrayValue> held;
    private final Map<String, Long> sizes;
    private final List<Expr> gradients;
    private final int dimension;
    private final Evaluator whole;
    private @Nullable Optional<FormulaObjective> scalar;
    private @Nullable Optional<LeastSquares> squares;
    private ArrayPoint.@Nullable Tangents second;

    private ArrayObjective(Expr loss, List<Variable> moving, Map<Variable, ArrayValue> held, Map<String, Long> sizes) {
        this.loss = loss;
        this.moving = List.copyOf(moving);
        this.held = new LinkedHashMap<>(held);
        this.sizes = Map.copyOf(sizes);
        gradients = Reverse.gradient(loss, moving);
        dimension = moving.stream().mapToInt(variable -> length(variable, sizes)).sum();
        whole = new Evaluator(sizes, held.values().stream().map(ArrayValue::numbers).toList());
    }

    /**
     * The objective of a formula.
     *
     * @param moving what the point is made of
     * @param held   the values of all other variables and columns
     * @param sizes  the values of all size names
     */
    public static ArrayObjective of(Expr written, List<Variable> moving, Map<Variable, ArrayValue> held,
            Map<String, Long> sizes) {
        return new ArrayObjective(Analysis.expanded(written), moving, held, sizes);
    }

    /** How many numbers an array has. */
    public static int length(Variable variable, Map<String, Long> sizes) {
        int length = 1;
        for (int size : variable.shape().dimensions(sizes)) {
            length = Math.multiplyExact(length, size);
        }
        return length;
    }

    /** Value and gradient by programs of some sizes. */
    private final class Evaluator {
        private final ArrayPoint at;
        private final ArrayProgram.Workspace both;
        private final ArrayProgram.Workspace value;

        Evaluator(Map<String, Long> sizes, List<double[]> data) {
            at = new ArrayPoint(moving, List.copyOf(held.keySet()), data, sizes);
            List<Expr> outputs = new ArrayList<>(List.of(loss));
            outputs.addAll(gradients);
            both = at.program(outputs, List.of());
            value = at.program(List.of(loss), List.of());
        }

        double value(double[] point) {
            return value.run(at.inputs(point))[0][0];
        }

        double gradient(double[] point, double[] out) {
            double[][] found = both.run(at.inputs(point));
            flat(found, 1, out);
            return found[0][0];
        }
    }

    private static void flat(double[][] arrays, int first, double[] out) {
        int at = 0;
        for (int i = first; i < arrays.length; i++) {
            System.arraycopy(arrays[i], 0, out, at, arrays[i].length);
            at += arrays[i].length;
        }
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] point) {
        return whole.value(point);
    }

    @Override
    public double gradient(double[] point, double[] out) {
        return whole.gradient(point, out);
    }

    @Override
    public Optional<double[][]> hessian(double[] point) {
        if (dimension > FormulaObjective.MOST_CURVED) {
            return Optional.empty();
        }
        ArrayPoint.Tangents tangents = second;
        if (tangents == null) {
            tangents = whole.at.tangents(gradients);
            second = tangents;
        }
        double[][] rows = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            flat(tangents.along(point, i), 0, rows[i]);
        }
        return Optional.of(rows);
    }

    @Override
    public Optional<LeastSquares> leastSquares() {
        Optional<LeastSquares> known = squares;
        if (known == null) {
            known = ArraySquares.read(loss, sizes).map(found -> new ArraySquares.Residuals(found, whole.at));
            squares = known;
        }
        return known;
    }

    @Override
    public Optional<PointResult> examine(double[] point) {
        return dimension > FormulaObjective.MOST_CURVED
                ? Optional.empty()
                : scalar().flatMap(formula -> formula.examine(point));
    }

    /** The formula in scalars, its data put in place; empty where that is too much to write. */
    private Optional<FormulaObjective> scalar() {
        Optional<FormulaObjective> known = scalar;
        if (known == null) {
            known = writtenOut();
            scalar = known;
        }
        return known;
    }

    private Optional<FormulaObjective> writtenOut() {
        try {
            Expansion expansion = new Expansion(sizes, MOST_ELEMENTS);
            Expr formula = expansion.scalar(loss);
            Map<Node, Expr> values = new IdentityHashMap<>();
            held.forEach((variable, value) -> {
                List<Expr> elements = expansion.of(variable);
                for (int i = 0; i < elements.size(); i++) {
                    values.put(elements.get(i), Constant.of(Rational.of(value.numbers()[i])));
                }
            });
            List<Variable> variables = new ArrayList<>();
            moving.forEach(variable -> expansion.of(variable).forEach(element -> variables.add((Variable) element)));
            return Optional.of(FormulaObjective.of((Expr) Graph.substitute(formula, values), variables));
        } catch (Expansion.TooLarge _) {
            return Optional.empty();
        }
    }

    // rows

    /** The name of the size that counts rows: the first axis of the first array that is held; empty where there is none. */
    public Optional<String> rowSize() {
        return held.keySet().stream().filter(variable -> variable.shape().rank() > 0)
                .map(variable -> variable.shape().size(0)).filter(size -> !size.isLiteral())
                .filter(size -> size.equals(Size.of(size.names().firstKey())))
                .map(size -> size.names().firstKey()).findFirst();
    }

    @Override
    public Optional<Rows> rows() {
        return rowSize().map(InRows::new);
    }

    /** The formula on batches of the rows that a size counts. */
    private final class InRows implements Rows {
        private final String name;
        private final int count;
        private final Map<Integer, Evaluator> evaluators = new LinkedHashMap<>();

        InRows(String name) {
            this.name = name;
            count = Math.toIntExact(sizes.getOrDefault(name, 0L));
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public double gradient(double[] point, int[] rows, double[] out) {
            Evaluator evaluator = evaluators.computeIfAbsent(rows.length, this::evaluator);
            int at = 0;
            for (Map.Entry<Variable, ArrayValue> array : held.entrySet()) {
                if (inRows(array.getKey())) {
                    double[] all = array.getValue().numbers();
                    double[] some = evaluator.at.data(at);
                    int width = all.length / count;
                    for (int i = 0; i < rows.length; i++) {
                        System.arraycopy(all, rows[i] * width, some, i * width, width);
                    }
                }
                at++;
            }
            return evaluator.gradient(point, out);
        }

        private Evaluator evaluator(int batch) {
            Map<String, Long> fewer = new LinkedHashMap<>(sizes);
            fewer.put(name, (long) batch);
            List<double[]> data = new ArrayList<>();
            held.forEach((variable, value) -> data.add(inRows(variable)
                    ? new double[length(variable, fewer)]
                    : value.numbers()));
            return new Evaluator(fewer, data);
        }

        private boolean inRows(Variable variable) {
            return variable.shape().rank() > 0 && variable.shape().size(0).equals(Size.of(name));
        }
    }
}
