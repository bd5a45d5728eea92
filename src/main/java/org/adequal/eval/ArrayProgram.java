package org.adequal.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Expr;
import org.adequal.expr.Variable;

/**
 * The loops that compute expressions over arrays of known sizes in double arithmetic. Arrays are flat, in row-major order;
 * every node that cannot be read where it lies is computed once, into a buffer of its own. A contraction such as
 * {@code A @ x} is a matrix product and never holds the products that it sums.
 *
 * <p>Conditions, missing numbers and minus zero are as in {@link Program}. Programs are immutable and safe for threads; a
 * {@link Workspace} is not. Inputs are never modified.
 */
public final class ArrayProgram {
    private final Step[] steps;
    private final double[][] constants;
    private final int[] lengths;
    private final int[] inputLengths;
    private final Place[] outputs;
    private final long operations;

    ArrayProgram(ArrayCompiler compiled) {
        steps = compiled.steps().toArray(Step[]::new);
        constants = compiled.constants();
        lengths = compiled.lengths();
        inputLengths = compiled.inputLengths();
        outputs = compiled.outputs();
        operations = compiled.operations();
    }

    /** One loop nest. The first buffers are the inputs. */
    @FunctionalInterface
    interface Step {
        void run(double[][] buffers);
    }

    /**
     * The program for these outputs, which have no derivative operators and no other free variables than those given.
     *
     * @param sizes the values of the size names; a slice that does not fit them is refused with an
     *              {@link org.adequal.expr.Expansion.Misfit}
     */
    public static ArrayProgram of(List<? extends Expr> outputs, List<Variable> variables, Map<String, Long> sizes) {
        return new ArrayProgram(new ArrayCompiler(outputs, variables, sizes));
    }

    /** The outputs, each as a new array: one input per variable, a scalar as an array of one number. */
    public double[][] run(double[]... inputs) {
        double[][] results = workspace().run(inputs);
        for (int i = 0; i < results.length; i++) {
            results[i] = results[i].clone();
        }
        return results;
    }

    /** Room for one run at a time. */
    public Workspace workspace() {
        return new Workspace(this);
    }

    /** How many numbers the input for a variable has. */
    public int inputLength(int variable) {
        return inputLengths[variable];
    }

    /** How many loop nests there are. */
    public int size() {
        return steps.length;
    }

    /** How many arithmetic operations a run takes; a function of the table counts as one. */
    public long operations() {
        return operations;
    }

    /** The buffers of a program, used again in every run; not safe for threads. */
    public static final class Workspace {
        private final ArrayProgram program;
        private final double[][] buffers;
        private final double[][] results;

        private Workspace(ArrayProgram program) {
            this.program = program;
            buffers = new double[program.lengths.length][];
            for (int i = program.inputLengths.length; i < buffers.length; i++) {
                double[] constant = program.constants[i];
                buffers[i] = constant != null ? constant : new double[program.lengths[i]];
            }
            results = new double[program.outputs.length][];
            for (int i = 0; i < results.length; i++) {
                results[i] = new double[program.outputs[i].count()];
            }
        }

        /** The outputs; the arrays are overwritten by the next run. */
        public double[][] run(double[]... inputs) {
            if (inputs.length != program.inputLengths.length) {
                throw new IllegalArgumentException(program.inputLengths.length + " inputs are needed, not "
                        + inputs.length);
            }
            for (int i = 0; i < inputs.length; i++) {
                if (inputs[i].length != program.inputLengths[i]) {
                    throw new IllegalArgumentException("input " + i + " has " + inputs[i].length + " numbers, not "
                            + program.inputLengths[i]);
                }
                buffers[i] = inputs[i];
            }
            for (Step step : program.steps) {
                step.run(buffers);
            }
            for (int i = 0; i < results.length; i++) {
                Place place = program.outputs[i];
                double[] result = results[i];
                Place whole = Place.contiguous(0, place.dimensions());
                new Loops(whole, place).copy(result, buffers[place.buffer()]);
                for (int k = 0; k < result.length; k++) {
                    result[k] += 0.0;
                }
            }
            Arrays.fill(buffers, 0, inputs.length, null);
            return results;
        }
    }
}
