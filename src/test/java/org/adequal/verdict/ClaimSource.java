package org.adequal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.adequal.check.Format;
import org.adequal.check.Formula;
import org.adequal.corpus.Corpus;
import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Convention;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Primitive;
import org.adequal.expr.Variable;
import org.adequal.syntax.Definitions;
import org.adequal.syntax.Lowering;
import org.adequal.syntax.Parser;

/**
 * Claims to be judged, made by {@link Autodiff} from the formulas of the corpus and some with means and switches: honest
 * ones, and ones with a planted bug of each kind.
 */
@SuppressWarnings("NullAway") // what is missing here fails the test
final class ClaimSource {
    private static final List<String> MORE = List.of("(x0^2 + x1^2 + x2^2 + x3^2)/4",
            "((x0 - 1)^2 + (x1 + 2)^2 + (x2 - 0.5)^2)/3", "(sin(x0) + sin(x1) + sin(x2) + sin(x3) + sin(x4))/5",
            "(log(1 + exp(x0*x1)) + log(1 + exp(-x0)) + log(1 + exp(x1)))/3",
            "-(log(x0^2 + 1)*0.2 + log(x1^2 + 1)*0.5 + log(x2^2 + 1)*0.3)/3",
            "relu(x0*x1 + x2)^2 + relu(x2 - x0)*x1", "abs(x0 - 2*x1)*exp(x2) + abs(x1)",
            "max(x0*x1, x2)^2 + x0", "min(x0^2, x1 + 3)*x2 + x1", "clamp(x0*x1, -1, 1)*x2 + x0^2",
            "if(x0 > x1, sin(x0)*x1, cos(x1)*x2) + x2^2", "tanh(x0*x1 + x2)*sigmoid(x1 - x2)",
            "x0*relu(x1) + abs(x0*x2)*x1", "max(abs(x0), x1^2)*x2", "log(exp(x0) + exp(x1) + exp(x2))",
            "tanh(0.3*tanh(0.5*x0 - 0.2*x1) + 0.7*tanh(x1*x2 + 0.1))", "sqrt(x0^2 + x1^2 + 1)*atan(x2*x0)");

    private final Random random;
    private final List<Prepared> all;

    /** A formula with points. */
    record Prepared(String text, Formula formula, List<double[]> points) {}

    /**
     * A claim, at one point or several.
     *
     * @param kind what is planted; empty if it is honest
     */
    record Sample(Prepared prepared, List<Probe> probes, Optional<Kind> kind, Options options) {}

    ClaimSource(long seed, int formulas) {
        random = new Random(seed);
        List<Corpus.Entry> entries = new ArrayList<>(Corpus.formulas());
        Collections.shuffle(entries, random);
        all = new ArrayList<>();
        entries.stream().limit(formulas).forEach(entry -> all.add(new Prepared(entry.formula(),
                formula(entry.formula(), entry.variables()),
                entry.points().stream()
                        .map(point -> point.coordinates().stream().mapToDouble(Double::parseDouble).toArray())
                        .toList())));
        for (String text : MORE) {
            List<String> names = Graph.variables(read(text, List.of())).stream().map(Variable::name).toList();
            List<double[]> points = Stream.generate(() -> names.stream()
                    .mapToDouble(_ -> Math.rint((random.nextDouble() * 4 - 2) * 1024) / 1024 + 1.0 / 4096).toArray())
                    .limit(3).toList();
            all.add(new Prepared(text, formula(text, names), points));
        }
    }

    static Formula formula(String text, List<String> names) {
        List<Variable> variables = names.stream().map(Variable::of).toList();
        return Formula.of(read(text, names), variables, variables);
    }

    private static Expr read(String text, List<String> names) {
        return Lowering.value(Parser.formula(text, "formula"), text, "formula", Definitions.none(), names);
    }

    private Prepared any() {
        return all.get(random.nextInt(all.size()));
    }

    private static double[] reverse(Prepared p, double[] point, boolean single, Autodiff.Bug bug) {
        return Autodiff.reverse(p.formula.written(), p.formula.variables(), p.formula.wrt(), point, single, bug);
    }

    private static Probe probe(double[] point, double[] claim, Format format) {
        return new Probe(Arrays.stream(point).boxed().toList(), Claim.of(claim).in(format));
    }

    /** An honest claim; empty where this library does not know a function, or leaves the range of numbers. */
    Optional<Sample> honest() {
        return honest(random.nextBoolean());
    }

    /** An honest claim in single or double precision, at a point of the corpus or near one. */
    Optional<Sample> honest(boolean single) {
        Prepared p = any();
        int way = random.nextInt(4);
        double[] point = p.points.get(random.nextInt(p.points.size())).clone();
        for (int i = 0; i < point.length && way >= 2; i++) {
            point[i] *= 0.9 + 0.2 * random.nextDouble();
        }
        try {
            double[] claim = way % 2 == 0
                    ? reverse(p, point, single, Autodiff.NONE)
                    : Autodiff.forward(p.formula.written(), p.formula.variables(), p.formula.wrt(), point, single);
            if (!Arrays.stream(claim).allMatch(Double::isFinite) || !p.formula.isOrdinaryAt(point)) {
                return Optional.empty();
            }
            return Optional.of(new Sample(p, List.of(probe(point, claim, single ? Format.F32 : Format.F64)),
                    Optional.empty(), Options.standard()));
        } catch (Autodiff.Unsupported e) {
            return Optional.empty();
        }
    }

    /** A claim with a bug of this kind; empty where the formula drawn has no place for it. */
    Optional<Sample> planted(Kind kind) {
        Prepared p = any();
        int index = random.nextInt(p.points.size());
        double[] point = p.points.get(index);
        try {
            double[] truth = reverse(p, point, false, Autodiff.NONE);
            double[] claim = switch (kind) {
                case SIGN -> random.nextBoolean() ? scaled(truth, -1) : atEdge(p, point, true, (_, right, _) -> -right);
                case FACTOR -> {
                    double factor = random.nextBoolean() ? 2 : 0.5;
                    yield random.nextBoolean()
                            ? scaled(truth, factor)
                            : atEdge(p, point, true, (_, right, _) -> factor * right);
                }
                case MISSING_MEAN -> mean(p, truth);
                case PERMUTED -> permuted(truth);
                case MISSING_TERM -> atEdge(p, point, false, (_, _, _) -> 0);
                case MISSING_CHAIN_FACTOR -> chain(p, point);
                case PRECISION -> reverse(p, point, true, Autodiff.NONE);
                case BRANCH -> branch(p, point);
                case WRONG_RULE -> wrongRule(p, point);
                case OVERWRITTEN -> severalUses(p) ? reverse(p, point, false, new Autodiff.Bug() {
                    @Override
                    public boolean overwrites() {
                        return true;
                    }
                }) : skip();
                case FINITE_DIFFERENCE -> difference(p, point);
                case REPARAMETRISED -> reparametrised(truth, point);
                case STALE_POINT -> stale(p, point, index);
                default -> null;
            };
            if (claim == null) {
                return special(kind);
            }
            if (!Arrays.stream(claim).allMatch(Double::isFinite) || isClose(claim, truth)) {
                return Optional.empty();
            }
            List<Probe> probes = new ArrayList<>();
            if (kind == Kind.STALE_POINT && p.points.size() > 1 && index > 0) {
                probes.add(probe(p.points.get(index - 1), reverse(p, p.points.get(index - 1), false, Autodiff.NONE),
                        Format.F64));
            }
            probes.add(probe(point, claim, Format.F64));
            return Optional.of(new Sample(p, probes, Optional.of(kind), Options.standard()));
        } catch (Autodiff.Unsupported | Skip e) {
            return Optional.empty();
        }
    }

    /** Nothing to plant here. */
    private static final class Skip extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static double[] skip() {
        throw new Skip();
    }

    /** With one variable in two places, an overwritten contribution is a missing term, and nobody can tell. */
    private static boolean severalUses(Prepared p) {
        Map<Node, Integer> uses = new HashMap<>();
        for (Node node : Graph.nodes(p.formula.written())) {
            node.arguments().stream().filter(argument -> !Graph.variables(argument).isEmpty())
                    .forEach(argument -> uses.merge(argument, 1, Integer::sum));
        }
        return uses.values().stream().anyMatch(n -> n > 2)
                || uses.entrySet().stream().filter(e -> e.getKey() instanceof Variable && e.getValue() > 1).count() > 1;
    }

    private static boolean isClose(double[] claim, double[] truth) {
        return IntStream.range(0, claim.length)
                .allMatch(i -> Math.abs(claim[i] - truth[i]) <= 1e-10 * Math.abs(truth[i]));
    }

    private static double[] scaled(double[] truth, double factor) {
        return Arrays.stream(truth).map(g -> factor * g).toArray();
    }

    private double[] mean(Prepared p, double[] truth) {
        if (!(p.formula.written() instanceof Application root) || root.primitive() != Primitive.DIVIDE
                || root.argument(1).exactValue() == null || root.argument(1).exactValue().doubleValue() < 3
                || !(root.argument(0) instanceof Application sum) || sum.primitive() != Primitive.ADD) {
            throw new Skip();
        }
        double n = root.argument(1).exactValue().doubleValue();
        return scaled(truth, random.nextBoolean() ? n : 1 / n);
    }

    private double[] permuted(double[] truth) {
        if (truth.length < 2) {
            throw new Skip();
        }
        int n = truth.length;
        double[] claim = truth.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                int i = random.nextInt(n);
                int j = (i + 1 + random.nextInt(n - 1)) % n;
                claim[i] = truth[j];
                claim[j] = truth[i];
            }
            case 1 -> {
                for (int i = 0; i < n; i++) {
                    claim[i] = truth[(i + 1) % n];
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    claim[i] = truth[n - 1 - i];
                }
            }
        }
        return claim;
    }

    private interface Change {
        double of(double[] values, double right, Application node);
    }

    /** A bug in the slope of one edge: of any, or only where a sum or product has several moving parts. */
    private double[] atEdge(Prepared p, double[] point, boolean any, Change change) {
        List<Application> nodes = Graph.nodes(p.formula.written()).stream()
                .filter(node -> node instanceof Application application && application.arguments().stream()
                        .filter(argument -> !Graph.variables(argument).isEmpty()).count() >= (any ? 1 : 2))
                .map(Application.class::cast).toList();
        if (nodes.isEmpty()) {
            throw new Skip();
        }
        Application node = nodes.get(random.nextInt(nodes.size()));
        int argument = random.nextInt(node.arguments().size());
        return reverse(p, point, false, bug(node, argument, change));
    }

    private static Autodiff.Bug bug(Application node, int argument, Change change) {
        return new Autodiff.Bug() {
            @Override
            public double slope(Application at, int i, double right, double[] values) {
                return at == node && i == argument ? change.of(values, right, at) : right;
            }
        };
    }

    /** The factor of a function, or of what is inside it, is left out. */
    private double[] chain(Prepared p, double[] point) {
        List<Application> nodes = functions(p, node -> node.argument(0) instanceof Application inner
                && inner.primitive() != Primitive.ADD && inner.primitive() != Primitive.SUBTRACT);
        Application node = nodes.get(random.nextInt(nodes.size()));
        Application inner = (Application) node.argument(0);
        List<Integer> moving = IntStream.range(0, inner.arguments().size())
                .filter(i -> !Graph.variables(inner.argument(i)).isEmpty()).boxed().toList();
        return random.nextBoolean()
                ? reverse(p, point, false, bug(node, 0, (_, _, _) -> 1))
                : reverse(p, point, false, bug(inner, moving.get(random.nextInt(moving.size())), (_, _, _) -> 1));
    }

    private static List<Application> functions(Prepared p, Predicate<Application> which) {
        List<Application> nodes = Graph.nodes(p.formula.written()).stream().filter(Application.class::isInstance)
                .map(Application.class::cast)
                .filter(node -> node.arguments().size() == 1 && node.primitive() != Primitive.NEGATE
                        && !Graph.variables(node).isEmpty() && which.test(node))
                .toList();
        if (nodes.isEmpty()) {
            throw new Skip();
        }
        return nodes;
    }

    private double[] branch(Prepared p, double[] point) {
        List<Node> switches = Graph.nodes(p.formula.written()).stream()
                .filter(node -> node instanceof Choice || node instanceof Application application
                        && List.of(Primitive.ABS, Primitive.RELU, Primitive.MAX, Primitive.MIN)
                                .contains(application.primitive()))
                .toList();
        if (switches.isEmpty()) {
            throw new Skip();
        }
        Node guilty = switches.get(random.nextInt(switches.size()));
        return reverse(p, point, false, new Autodiff.Bug() {
            @Override
            public boolean branch(Node node, boolean right) {
                return (node == guilty) != right;
            }
        });
    }

    /** A wrong rule, in one place or everywhere. */
    private double[] wrongRule(Prepared p, double[] point) {
        List<Application> nodes = Graph.nodes(p.formula.written()).stream().filter(Application.class::isInstance)
                .map(Application.class::cast)
                .filter(node -> !Graph.variables(node).isEmpty() && wrong(node.primitive(), 0.3, 2, 1).isPresent())
                .toList();
        if (nodes.isEmpty()) {
            throw new Skip();
        }
        Application guilty = nodes.get(random.nextInt(nodes.size()));
        boolean everywhere = random.nextBoolean();
        return reverse(p, point, false, new Autodiff.Bug() {
            @Override
            public double slope(Application at, int i, double right, double[] values) {
                boolean here = everywhere ? at.primitive() == guilty.primitive() : at == guilty;
                return here && i == 0
                        ? wrong(at.primitive(), values[0], values.length > 1 ? values[1] : 0, right).orElse(right)
                        : right;
            }
        });
    }

    /** Mistakes of students and of libraries. */
    private static Optional<Double> wrong(Primitive primitive, double x, double y, double right) {
        return Optional.ofNullable(switch (primitive) {
            case TANH -> 1 - Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> 1 / Math.cos(x);
            case EXP -> x * Math.exp(x - 1);
            case LOG -> 1 / (x * Math.log(10));
            case SQRT -> Math.sqrt(x) / 2;
            case INTEGER_POWER -> y == 2 ? null : Math.pow(x, y - 1);
            case POWER -> y * Math.pow(x, y);
            case ATAN -> 1 / (1 - x * x);
            case ASIN -> 1 / (1 - x * x);
            case ACOS -> 1 / Math.sqrt(1 - x * x);
            case COSH -> Math.cosh(x);
            case SINH -> Math.sinh(x);
            case ATANH -> 1 / (1 + x * x);
            case ERF -> Math.exp(-x * x);
            default -> null;
        });
    }

    private double[] difference(Prepared p, double[] point) {
        double h = new double[]{1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 3e-5, 7e-4}[random.nextInt(8)];
        boolean central = h > 1e-5 && random.nextBoolean();
        double[] claim = new double[point.length];
        for (int i = 0; i < claim.length; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += h;
            below[i] -= central ? h : 0;
            claim[i] = (Autodiff.value(p.formula.written(), p.formula.variables(), above, false)
                    - Autodiff.value(p.formula.written(), p.formula.variables(), below, false))
                    / (central ? 2 * h : h);
        }
        return claim;
    }

    private double[] reparametrised(double[] truth, double[] point) {
        if (truth.length < 2) {
            throw new Skip();
        }
        int way = random.nextInt(4);
        return IntStream.range(0, truth.length).mapToDouble(i -> truth[i] * switch (way) {
            case 0 -> point[i];
            case 1 -> 1 / point[i];
            case 2 -> Math.exp(point[i]);
            default -> Math.exp(-point[i]) / Math.pow(1 + Math.exp(-point[i]), 2);
        }).toArray();
    }

    private double[] stale(Prepared p, double[] point, int index) {
        if (index > 0) {
            return reverse(p, p.points.get(index - 1), false, Autodiff.NONE);
        }
        double[] other = random.nextBoolean()
                ? Arrays.stream(point).map(x -> Math.rint(x * 100) / 100).toArray()
                : Arrays.stream(point).map(x -> (double) Math.round(x * 10) / 10).toArray();
        return reverse(p, other, false, Autodiff.NONE);
    }

    // kinds that need points of their own

    private static final List<Map.Entry<String, double[]>> OVERFLOWING = List.of(
            Map.entry("log(exp(x) + exp(y))", new double[]{800, 801}),
            Map.entry("exp(x)/(1 + exp(x))", new double[]{900}),
            Map.entry("log(1 + exp(x^2))", new double[]{30}), Map.entry("sqrt(x^2 + y^2)", new double[]{1e200, 2e200}),
            Map.entry("x*exp(x)/(exp(x) + y)", new double[]{750, 2}),
            Map.entry("log(cosh(x) + y^2)", new double[]{1000, 3}));
    private static final List<Map.Entry<String, double[]>> UNDEFINED = List.of(
            Map.entry("log(x - 2)*y", new double[]{1, 2}), Map.entry("sqrt(x)*y", new double[]{-1, 2}),
            Map.entry("asin(x) + y", new double[]{1.5, 2}), Map.entry("1/(x - 1) + y", new double[]{1, 2}),
            Map.entry("cbrt(x)*2", new double[]{0}), Map.entry("x^y", new double[]{-2, 0.5}),
            Map.entry("floor(x)*y", new double[]{2, 3}), Map.entry("acosh(x*y)", new double[]{0.5, 1}));
    private static final List<Map.Entry<String, double[]>> KINKS = List.of(Map.entry("abs(x)*2", new double[]{0}),
            Map.entry("relu(x) + x^2", new double[]{0}), Map.entry("max(x, y)*3", new double[]{2, 2}),
            Map.entry("min(x^2, 2*x)", new double[]{2}), Map.entry("abs(x - 1)*y", new double[]{1, 5}),
            Map.entry("clamp(x, 0, 1)*4", new double[]{1}));

    private Optional<Sample> special(Kind kind) {
        return switch (kind) {
            case OVERFLOW -> {
                Map.Entry<String, double[]> entry = OVERFLOWING.get(random.nextInt(OVERFLOWING.size()));
                Prepared p = prepared(entry);
                double[] claim = reverse(p, entry.getValue(), false, Autodiff.NONE);
                yield Arrays.stream(claim).allMatch(Double::isFinite) ? Optional.empty() : sample(p, kind, claim);
            }
            case UNDEFINED -> {
                Prepared p = prepared(UNDEFINED.get(random.nextInt(UNDEFINED.size())));
                yield sample(p, kind, p.points.getFirst().clone());
            }
            case CONVENTION -> {
                Prepared p = prepared(KINKS.get(random.nextInt(KINKS.size())));
                double[] claim = p.formula.following(Convention.TORCH, p.points.getFirst()).values().stream()
                        .mapToDouble(slope -> slope.value() + 0.25).toArray();
                Sample sample = sample(p, kind, claim).orElseThrow();
                yield Optional.of(new Sample(p, sample.probes, sample.kind,
                        Options.standard().following(Optional.of(Convention.TORCH))));
            }
            case NOT_A_NUMBER -> {
                Prepared p = any();
                double[] point = p.points.getFirst();
                double[] claim = reverse(p, point, false, Autodiff.NONE);
                claim[random.nextInt(claim.length)] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
                yield Arrays.stream(claim).filter(Double::isFinite).count() == claim.length - 1
                        ? Optional.of(new Sample(p, List.of(probe(point, claim, Format.F64)), Optional.of(kind),
                                Options.standard()))
                        : Optional.empty();
            }
            case UNEXPLAINED -> {
                Prepared p = any();
                double[] point = p.points.getFirst();
                double[] claim = reverse(p, point, false, Autodiff.NONE);
                for (int i = 0; i < claim.length; i++) {
                    claim[i] *= 1 + 0.37 * random.nextGaussian();
                }
                boolean usable = Arrays.stream(claim).allMatch(g -> Double.isFinite(g) && g != 0);
                yield usable
                        ? Optional.of(new Sample(p, List.of(probe(point, claim, Format.F64)), Optional.of(kind),
                                Options.standard()))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Prepared prepared(Map.Entry<String, double[]> entry) {
        List<String> names = Graph.variables(read(entry.getKey(), List.of())).stream().map(Variable::name).toList();
        return new Prepared(entry.getKey(), formula(entry.getKey(), names), List.of(entry.getValue()));
    }

    private static Optional<Sample> sample(Prepared p, Kind kind, double[] claim) {
        return Optional.of(new Sample(p, List.of(probe(p.points.getFirst(), claim, Format.F64)), Optional.of(kind),
                Options.standard()));
    }
}
