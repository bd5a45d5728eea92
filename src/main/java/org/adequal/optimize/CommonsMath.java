package org.adequal.optimize;

import java.util.Optional;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.PowellOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/** Methods of Commons Math that need no derivative, or the exact gradient only. */
public record CommonsMath(Algorithm algorithm, long seed) implements Method {
    private static final double TIGHT = 1e-14;

    /** What there is. */
    public enum Algorithm {
        /** Conjugate gradients by Polak and Ribière. */
        CONJUGATE_GRADIENT("conjugate-gradient"),
        /** Nelder and Mead's simplex. */
        SIMPLEX("simplex"),
        /** Powell's directions, as Brent has them. */
        POWELL("powell"),
        /** Hansen's evolution strategy; its draws follow the seed. */
        CMA_ES("cma-es");

        private final String wireName;

        Algorithm(String wireName) {
            this.wireName = wireName;
        }

        /** The name as it is typed. */
        public String wireName() {
            return wireName;
        }
    }

    @Override
    public String name() {
        return algorithm.wireName;
    }

    /** Thrown through the library where the search has to end. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Ending ending;

        Over(Ending ending) {
            super(ending.text(), null, false, false);
            this.ending = ending;
        }
    }

    @Override
    public Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor) {
        double[] gradient = new double[start.length];
        double value = objective.gradient(start, gradient);
        Journey journey = new Journey(start, value, gradient, limits, monitor);
        Optional<Ending> beginning = journey.begin();
        if (beginning.isPresent()) {
            return journey.end(beginning.get());
        }
        Ending ending = Ending.PRECISION;
        try {
            run(objective, start, journey);
        } catch (Over over) {
            ending = over.ending;
        } catch (MathIllegalStateException _) {
            // a line without a bracketed minimum, or evaluations used up: the best point stands
        }
        double[] best = journey.best().point();
        Optional<Ending> last = journey.step(best, objective.gradient(best, gradient), gradient);
        return journey.end(last.filter(found -> found == Ending.GRADIENT).orElse(ending));
    }

    private void run(Objective objective, double[] start, Journey journey) {
        ObjectiveFunction function = new ObjectiveFunction(point -> {
            double value = objective.value(point);
            journey.look(point, value);
            journey.pause().ifPresent(ending -> {
                throw new Over(ending);
            });
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        });
        SimpleValueChecker checker = new SimpleValueChecker(TIGHT, Double.MIN_NORMAL) {
            @Override
            public boolean converged(int iteration, org.apache.commons.math3.optim.PointValuePair previous,
                    org.apache.commons.math3.optim.PointValuePair current) {
                double[] point = journey.best().point();
                double[] slope = new double[point.length];
                journey.step(point, objective.gradient(point, slope), slope).ifPresent(ending -> {
                    throw new Over(ending);
                });
                return super.converged(iteration, previous, current);
            }
        };
        InitialGuess guess = new InitialGuess(start);
        switch (algorithm) {
            case CONJUGATE_GRADIENT -> {
                ObjectiveFunctionGradient gradient = new ObjectiveFunctionGradient(point -> {
                    double[] slope = new double[point.length];
                    objective.gradient(point, slope);
                    return slope;
                });
                new NonLinearConjugateGradientOptimizer(
                        NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, checker, TIGHT, TIGHT, 1)
                        .optimize(MaxEval.unlimited(), MaxIter.unlimited(), function, gradient, guess,
                                GoalType.MINIMIZE);
            }
            case SIMPLEX -> new SimplexOptimizer(checker).optimize(MaxEval.unlimited(), MaxIter.unlimited(), function,
                    guess, GoalType.MINIMIZE, new NelderMeadSimplex(start.length));
            case POWELL -> new PowellOptimizer(TIGHT, Double.MIN_NORMAL, checker).optimize(MaxEval.unlimited(),
                    MaxIter.unlimited(), function, guess, GoalType.MINIMIZE);
            case CMA_ES -> new CMAESOptimizer(Integer.MAX_VALUE, 0, true, 0, 0, new MersenneTwister(seed), false,
                    checker).optimize(MaxEval.unlimited(), MaxIter.unlimited(), function, guess, GoalType.MINIMIZE,
                            SimpleBounds.unbounded(start.length),
                            new CMAESOptimizer.Sigma(spread(start)),
                            new CMAESOptimizer.PopulationSize(4 + (int) (3 * Math.log(start.length))));
        }
    }

    private static double[] spread(double[] start) {
        double[] spread = new double[start.length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = Math.max(1, Math.abs(start[i])) / 3;
        }
        return spread;
    }
}
