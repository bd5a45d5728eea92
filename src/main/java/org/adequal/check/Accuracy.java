package org.adequal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.adequal.eval.Program;
import org.adequal.expr.Expr;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.syntax.Printer;

/**
 * How far rounding moves the value and the partial derivatives of a formula that is evaluated in a format, as written:
 * bounds to first order in the format's roundoff, switches taken into account.
 *
 * <p>{@code formula.accuracy(Format.F64).at(1, 2).partial(0)} bounds the error of the first partial derivative.
 */
public final class Accuracy {
    /** From this loss in one operation on, in a factor, digits are said to cancel there. */
    private static final double CANCELLATION = 1e3;

    private final Formula formula;
    private final Format format;
    private final RunningError errors;
    private final Expr valueBound;
    private final List<Expr> partialBounds;
    private final Program program;

    private Accuracy(Formula formula, Format format) {
        this.formula = formula;
        this.format = format;
        Map<Variable, Variable> rounded = new LinkedHashMap<>();
        if (format != Format.F64) {
            // no name of the language contains a space
            formula.variables().forEach(v -> rounded.put(v, Variable.of("rounding of " + v.name())));
        }
        List<Expr> roots = new ArrayList<>(List.of(formula.value()));
        roots.addAll(formula.gradient());
        errors = new RunningError(roots, format, rounded);
        valueBound = errors.bound(formula.value());
        partialBounds = formula.gradient().stream().map(errors::bound).toList();
        List<Node> outputs = new ArrayList<>(roots);
        outputs.add(valueBound);
        outputs.addAll(partialBounds);
        List<Variable> inputs = new ArrayList<>(formula.variables());
        inputs.addAll(rounded.values());
        program = Program.of(outputs, inputs);
    }

    static Accuracy of(Formula formula, Format format) {
        return new Accuracy(formula, format);
    }

    /** The bounds at a point: one coordinate per variable. */
    public Bounds at(double... point) {
        int count = formula.variables().size();
        double[] inputs = new double[format == Format.F64 ? count : 2 * count];
        for (int i = 0; i < count; i++) {
            inputs[i] = point[i];
            if (format != Format.F64) {
                inputs[count + i] = format.nearest(point[i]) == point[i] ? 0 : Math.abs(point[i]);
            }
        }
        return new Bounds(program.evaluate(inputs));
    }

    /** An operation in which digits are lost, and how many decimal ones. */
    public record Cancellation(String operation, int digits) {}

    /** The bounds at one point. */
    public final class Bounds {
        private final Program.Evaluation evaluation;

        private Bounds(Program.Evaluation evaluation) {
            this.evaluation = evaluation;
        }

        /** Of |computed - true value| of the formula; infinite where nothing is known. */
        public double value() {
            return absolute(valueBound);
        }

        /** Of the error of a partial derivative, the rounding of the result included; infinite where unknown. */
        public double partial(int index) {
            return absolute(partialBounds.get(index)) + format.ulp(slope(index)) / 2;
        }

        /** The partial derivative in doubles, whether it exists or not. */
        double slope(int index) {
            return evaluation.of(formula.gradient().get(index));
        }

        /** The most that a partial derivative may be in magnitude, as far as its bound is known. */
        double steepness(int index) {
            double slope = Math.abs(slope(index));
            double bound = partial(index);
            return Double.isFinite(bound) ? slope + bound : slope;
        }

        /**
         * The condition number of a partial derivative: the bound in units of the roundoff and relative to the
         * derivative; 1e6 means that six digits are lost.
         */
        public double condition(int index) {
            return relative(formula.gradient().get(index));
        }

        /** The operation of a partial derivative in which most digits cancel; empty where few do. */
        public Optional<Cancellation> cancellation(int index) {
            return cancellation(formula.gradient().get(index));
        }

        /** The operation of the formula's value in which most digits cancel; empty where few do. */
        public Optional<Cancellation> valueCancellation() {
            return cancellation(formula.value());
        }

        private Optional<Cancellation> cancellation(Expr root) {
            double total = relative(root);
            if (Double.isNaN(total) || total < CANCELLATION) {
                return Optional.empty();
            }
            Expr node = root;
            Expr culprit = root;
            double largest = 0;
            while (true) {
                double inherited = 1;
                RunningError.Share heaviest = null;
                for (RunningError.Share share : errors.shares(node)) {
                    inherited = Math.max(inherited, relative(share.argument()));
                    if (heaviest == null || evaluation.of(share.amount()) > evaluation.of(heaviest.amount())) {
                        heaviest = share;
                    }
                }
                double amplification = relative(node) / inherited;
                if (amplification > largest) {
                    largest = amplification;
                    culprit = node;
                }
                if (heaviest == null) {
                    break;
                }
                node = heaviest.argument();
            }
            if (largest < CANCELLATION) {
                return Optional.empty();
            }
            int digits = (int) Math.min(Math.log10(total), -Math.log10(format.roundoff()));
            return Optional.of(new Cancellation(Printer.print(culprit), digits));
        }

        private double relative(Expr node) {
            double bound = evaluation.of(errors.bound(node));
            return bound == 0 ? 0 : bound / Math.abs(evaluation.of(node));
        }

        private double absolute(Expr bound) {
            double inUnits = evaluation.of(bound);
            return Double.isNaN(inUnits) ? Double.POSITIVE_INFINITY : format.roundoff() * inUnits;
        }
    }
}
