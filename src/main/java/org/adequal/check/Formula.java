package org.adequal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.adequal.calculus.Analysis;
import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.calculus.Rules;
import org.adequal.eval.Certainty;
import org.adequal.eval.EnclosureProgram;
import org.adequal.eval.Program;
import org.adequal.eval.QuickDecision;
import org.adequal.expr.Condition;
import org.adequal.expr.Convention;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.number.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A scalar formula, its variables, its derivatives by some of them, and the programs that evaluate them together.
 *
 * <p>Immutable; programs that are rarely needed are made when they first are.
 */
public final class Formula {
    /** The precisions at which conditions are decided; what the last leaves open is a tie, or as good as one. */
    private static final int[] DECISION_BITS = {128, 1024};
    /** The same where a coordinate is very large or very small: sums of such numbers and 1 have as many bits. */
    private static final int[] FAR_DECISION_BITS = {128, 1024, 3072};
    private static final int FAR_EXPONENT = 256;
    private static final String OVERFLOW = "double arithmetic overflows on the way";

    private final Expr written;
    private final Analysis analysis;
    private final List<Variable> variables;
    private final List<Variable> wrt;
    private final List<Expr> gradient;
    private final Program program;
    private final QuickDecision isOrdinary;
    private final Map<Variable, Condition> ordinaryAlong = new ConcurrentHashMap<>();
    private final Map<Convention, Conventional> conventional = new ConcurrentHashMap<>();
    private final Map<Format, Accuracy> accuracies = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> attached = new ConcurrentHashMap<>();
    private volatile @Nullable SecondOrder second;
    private volatile @Nullable Blame blame;
    /** Whether it is differentiated by all of its variables. */
    private final boolean isWhole;
    private volatile @Nullable Formula whole;

    private record SecondOrder(List<List<Expr>> hessian, Program program) {}

    private Formula(Expr written, List<Variable> variables, List<Variable> wrt) {
        this.written = written;
        this.variables = List.copyOf(variables);
        this.wrt = List.copyOf(wrt);
        analysis = Analysis.of(written, wrt);
        gradient = Reverse.gradient(analysis.value(), wrt);
        List<Node> outputs = new ArrayList<>(
                List.of(analysis.value()));
        outputs.addAll(gradient);
        program = Program.of(outputs, variables);
        isOrdinary = QuickDecision.of(analysis.ordinary(), variables);
        isWhole = new HashSet<>(wrt).containsAll(Graph.variables(written));
    }

    /**
     * The formula as a function of these variables, to be differentiated by some of them.
     *
     * @param variables all that a point gives a coordinate for, the formula's own variables among them
     */
    public static Formula of(Expr written, List<Variable> variables, List<Variable> wrt) {
        return new Formula(written, variables, wrt);
    }

    public Expr written() {
        return written;
    }

    public List<Variable> variables() {
        return variables;
    }

    public List<Variable> wrt() {
        return wrt;
    }

    /** The formula with every {@code diff} in it worked out. */
    public Expr value() {
        return analysis.value();
    }

    /** Where {@link #value} is the formula's value. */
    Condition certain() {
        return analysis.certain();
    }

    /** How far rounding moves value and gradient in a format. */
    public Accuracy accuracy(Format format) {
        return accuracies.computeIfAbsent(format, f -> Accuracy.of(this, f));
    }

    /** What others make of this formula, made once and kept with it: one of each type. */
    public <T> T attached(Class<T> type, Function<Formula, T> make) {
        return type.cast(attached.computeIfAbsent(type, _ -> Objects.requireNonNull(make.apply(this))));
    }

    /** The partial derivatives in the order of {@link #wrt}, as they are evaluated. */
    public List<Expr> gradient() {
        return gradient;
    }

    /**
     * Value, partial derivatives and status at a point: one coordinate per variable. Where intervals show that the rules
     * of all parts hold, that is all; elsewhere one-sided expansions at the exact point decide.
     */
    public PointResult at(double... point) {
        Decision decision = isOrdinary.at(point) == Certainty.TRUE ? Decision.ORDINARY : decide(point);
        if (decision.defined == Certainty.FALSE) {
            return undefined(point);
        }
        boolean ordinary = decision.ordinary == Certainty.TRUE;
        boolean defined = decision.defined == Certainty.TRUE;
        Program.Evaluation evaluation = program.evaluate(point);
        Quantity value = defined && decision.certain == Certainty.TRUE
                ? quantity(evaluation, analysis.value())
                : Quantity.NONE;
        Map<Variable, PointResult.Partial> partials = new LinkedHashMap<>();
        boolean complete = value.exists();
        for (int i = 0; i < wrt.size(); i++) {
            Quantity slope = ordinary
                    ? quantity(evaluation, gradient.get(i))
                    : defined ? slopeAlong(i, point) : Quantity.NONE;
            complete &= slope.exists();
            partials.put(wrt.get(i),
                    new PointResult.Partial(slope, ordinary || slope.exists() ? Status.SMOOTH : Status.UNKNOWN));
        }
        if (ordinary) {
            PointResult result = new PointResult(value, partials, isDifferentiable(point), complete ? null : OVERFLOW);
            // where a first look did not settle it, doubles may stand on the wrong side of a switch
            return decision == Decision.ORDINARY ? result : certified(point).correct(result);
        }
        return new Closely(written, variables, blame()).at(point, value, partials);
    }

    /** Whether the function of all its variables is differentiable at a point where it is smooth in those of wrt. */
    private @Nullable Boolean isDifferentiable(double[] point) {
        if (isWhole) {
            return true;
        }
        Formula known = whole;
        if (known == null) {
            known = Formula.of(written, variables, Graph.variables(written));
            whole = known;
        }
        return known.at(point).differentiable();
    }

    /**
     * The slopes that programs of a convention answer at a point where the formula has a value, whatever kind of point it
     * is; none where such a program meets no finite number.
     */
    public Map<Variable, Quantity> following(Convention convention, double... point) {
        Conventional known = conventional.computeIfAbsent(convention, this::conventional);
        Program.Evaluation evaluation = known.program.evaluate(point);
        Map<Variable, Quantity> slopes = new LinkedHashMap<>();
        for (int i = 0; i < wrt.size(); i++) {
            slopes.put(wrt.get(i), quantity(evaluation, known.gradient.get(i)));
        }
        return slopes;
    }

    private Conventional conventional(Convention convention) {
        List<Expr> slopes = Reverse.gradient(analysis.value(), wrt, Rules.following(convention));
        return new Conventional(slopes, Program.of(slopes, variables));
    }

    private record Conventional(List<Expr> gradient, Program program) {}

    /** What is proven of the formula at a point: enclosures of its value and partial derivatives. */
    public Certified certified(double... point) {
        List<Expr> expressions = new ArrayList<>(List.of(analysis.value()));
        expressions.addAll(gradient);
        Certificate certificate = Certificate.of(analysis, expressions, variables, point);
        Map<Variable, Interval> slopes = new LinkedHashMap<>();
        for (int i = 0; i < wrt.size(); i++) {
            slopes.put(wrt.get(i), certificate.intervals().get(i + 1));
        }
        return new Certified(certificate.smooth() == Certainty.TRUE, certificate.valued() == Certainty.TRUE,
                certificate.intervals().getFirst(), slopes);
    }

    /** Proven enclosures of the second derivatives; none where the function is not proven to be smooth. */
    public Optional<List<List<Interval>>> hessianEnclosures(double... point) {
        List<List<Expr>> rows = hessian();
        Certificate certificate = Certificate.of(analysis, rows.stream().flatMap(List::stream).toList(), variables,
                point);
        if (certificate.smooth() != Certainty.TRUE) {
            return Optional.empty();
        }
        List<List<Interval>> enclosures = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            enclosures.add(certificate.intervals().subList(i * rows.size(), (i + 1) * rows.size()));
        }
        return Optional.of(enclosures);
    }

    private PointResult undefined(double[] point) {
        Map<Variable, PointResult.Partial> partials = new LinkedHashMap<>();
        wrt.forEach(
                variable -> partials.put(variable, new PointResult.Partial(Quantity.NONE, Status.UNDEFINED)));
        return new PointResult(Quantity.NONE, partials, false, blame().undefined(point, "undefined"));
    }

    /** What conditions come to at a point where a first look does not settle them. */
    private record Decision(Certainty ordinary, Certainty defined, Certainty certain) {
        static final Decision ORDINARY = new Decision(Certainty.TRUE, Certainty.TRUE, Certainty.TRUE);
    }

    private Decision decide(double[] point) {
        EnclosureProgram program = EnclosureProgram.of(
                List.of(analysis.ordinary(), analysis.defined(), analysis.certain()), variables);
        Decision decision = null;
        boolean far = Arrays.stream(point).anyMatch(x -> x != 0 && Math.abs(Math.getExponent(x)) > FAR_EXPONENT);
        for (int bits : far ? FAR_DECISION_BITS : DECISION_BITS) {
            EnclosureProgram.Enclosures found = program.at(point, bits);
            decision = new Decision(found.of(analysis.ordinary()), found.of(analysis.defined()),
                    found.of(analysis.certain()));
            if (decision.ordinary != Certainty.UNKNOWN && decision.defined != Certainty.UNKNOWN) {
                break;
            }
        }
        return Objects.requireNonNull(decision);
    }

    /** The slope along a variable, if the function of this variable alone is smooth by the rules; none otherwise. */
    private Quantity slopeAlong(int index, double[] point) {
        return certifiedAlong(index, point).map(Certificate::nearest).orElse(Quantity.NONE);
    }

    /**
     * A proven enclosure of one partial derivative; none where the function of that variable alone is not smooth by the
     * rules.
     */
    public Optional<Interval> certifiedAlong(int index, double... point) {
        Condition along = ordinaryAlong(wrt.get(index));
        EnclosureProgram.Enclosures found = EnclosureProgram.of(List.of(along, gradient.get(index)), variables)
                .at(point, DECISION_BITS[0]);
        return found.of(along) == Certainty.TRUE ? Optional.of(found.of(gradient.get(index))) : Optional.empty();
    }

    /** Whether the rules of all parts surely hold at the point, so that the derivatives by the rules do. */
    public boolean isOrdinaryAt(double... point) {
        return isOrdinary.at(point) == Certainty.TRUE || decide(point).ordinary == Certainty.TRUE;
    }

    /**
     * How far all variables of {@link #wrt} can move from a point with every switch and domain condition staying decided:
     * the formula is proven smooth wherever each of them is at most so far off. 0 where that is not proven at the point
     * itself, infinity where it is proven wherever they are.
     */
    public double switchFreeRadius(double... point) {
        return new SwitchFreeRadius(analysis.ordinary(), variables).around(wrt, point);
    }

    /** The same with one variable moving, the others held: of the function of this variable alone. */
    public double switchFreeRadius(Variable moving, double... point) {
        return new SwitchFreeRadius(ordinaryAlong(moving), variables).around(List.of(moving), point);
    }

    /** What is proven of the formula on a whole box: an interval per variable, bounded. */
    public BoxEnclosure over(List<Interval> box) {
        return new BoxSearch(this, analysis, blame()).over(box);
    }

    private Condition ordinaryAlong(Variable moving) {
        return ordinaryAlong.computeIfAbsent(moving, v -> Analysis.of(written, List.of(v)).ordinary());
    }

    /** A derivative by some variables, one after the other, from the function and not from its rules. */
    private Quantity derivativeAt(List<Variable> by, double[] point) {
        Expr derivative = written;
        for (Variable variable : by) {
            derivative = Derivatives.by(derivative, variable);
        }
        return new Closely(derivative, variables, blame()).at(point, Quantity.NONE, Map.of()).value();
    }

    /** Second derivatives where the function is smooth: rows and columns in the order of {@link #wrt}. */
    public List<List<Quantity>> hessianAt(double... point) {
        if (!isOrdinaryAt(point)) {
            return wrt.stream()
                    .map(row -> wrt.stream().map(column -> derivativeAt(List.of(row, column), point)).toList())
                    .toList();
        }
        SecondOrder order = secondOrder();
        Program.Evaluation evaluation = order.program.evaluate(point);
        return order.hessian.stream()
                .map(row -> row.stream().map(entry -> quantity(evaluation, entry)).toList()).toList();
    }

    /** The second derivatives as expressions, symmetric. */
    public List<List<Expr>> hessian() {
        return secondOrder().hessian;
    }

    private SecondOrder secondOrder() {
        SecondOrder known = second;
        if (known == null) {
            List<List<Expr>> rows = new ArrayList<>();
            List<Expr> all = new ArrayList<>();
            for (int i = 0; i < wrt.size(); i++) {
                List<Expr> row = new ArrayList<>();
                for (int j = 0; j < wrt.size(); j++) {
                    row.add(j < i ? rows.get(j).get(i) : Forward.derivative(gradient.get(i), wrt.get(j)));
                }
                rows.add(row);
                all.addAll(row);
            }
            known = new SecondOrder(rows, Program.of(all, variables));
            second = known;
        }
        return known;
    }

    private Blame blame() {
        Blame known = blame;
        if (known == null) {
            known = new Blame(analysis.value(), variables);
            blame = known;
        }
        return known;
    }

    /** The number, an infinity only where it overflows from finite parts; none where doubles can't give it. */
    private static Quantity quantity(Program.Evaluation evaluation, Expr expression) {
        double value = evaluation.of(expression);
        if (Double.isNaN(value)) {
            return Quantity.NONE;
        }
        if (Double.isInfinite(value) && expression.exactValue() == null) {
            for (Node argument : expression.arguments()) {
                if (argument instanceof Expr && !Double.isFinite(evaluation.of(argument))) {
                    return Quantity.NONE;
                }
            }
        }
        return Quantity.of(value);
    }

    /** Where the formula has a value. */
    public Condition defined() {
        return analysis.defined();
    }

    /** Where the formula is surely smooth in the variables it is differentiated by. */
    public Condition ordinary() {
        return analysis.ordinary();
    }
}
