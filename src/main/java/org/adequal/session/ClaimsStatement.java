package org.adequal.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.adequal.check.Box;
import org.adequal.check.Elements;
import org.adequal.check.Formula;
import org.adequal.check.Numbers;
import org.adequal.check.probe.Probe;
import org.adequal.check.probe.Probes;
import org.adequal.claims.Census;
import org.adequal.claims.ClaimFiles;
import org.adequal.claims.ClaimSource;
import org.adequal.claims.ClaimsException;
import org.adequal.claims.Commands;
import org.adequal.claims.Entry;
import org.adequal.claims.FormulaJudging;
import org.adequal.claims.Judging;
import org.adequal.claims.ProgramClaims;
import org.adequal.claims.ShellWords;
import org.adequal.claims.Tally;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Variable;
import org.adequal.syntax.Diagnostic;
import org.adequal.syntax.Printer;
import org.adequal.syntax.Statement;
import org.adequal.verdict.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * The statement that judges the claims of a file or a program. Reading it is bounded as every statement is; the work it
 * describes takes as long as the file is, or as the program's budget lasts, each claim being judged within the bound.
 */
record ClaimsStatement(Desk desk, long budgetMilliseconds) {
    /** The work that the statement describes. */
    Supplier<Answer> prepare(Statement.Check statement, Statement.Against against) {
        Expr operand = desk.scalarOperand(statement.operand());
        if (Elements.concerns(operand)) {
            throw desk.error(Diagnostic.Code.SHAPE, "claims from files and programs are about functions of numbers",
                    statement.operand().span(), "write check ... at x = [1, 2] claiming x = [3, 4]");
        }
        List<Variable> variables = Graph.variables(operand);
        List<Variable> order = desk.order(statement.operand(), variables);
        List<Variable> wrt = desk.wrt(List.of(), statement.operand(), order);
        Formula formula = Formula.of(operand, Desk.union(order, Desk.union(variables, wrt)), wrt);
        CheckOptions options = CheckOptions.read(statement, desk::error,
                value -> desk.number(desk.constant(value), value.span()));
        String text = Printer.print(operand);
        return switch (against) {
            case Statement.ClaimFile file -> {
                if (statement.where() != null) {
                    throw desk.error(Diagnostic.Code.SYNTAX, "the file says at which points", statement.where().span(),
                            "write check ... against " + quoted(file.path()));
                }
                String source = quoted(file.path());
                String command = Commands.statement("check " + text + " against " + source + written(options, false));
                yield () -> answer(text, formula, options, source, command, List.of(), file,
                        () -> ClaimFiles.read(desk.world().read(file.path()), formula));
            }
            case Statement.ClaimProgram program -> {
                Probes probes = probes(statement, formula, order, options);
                List<String> words = words(program);
                String source = "program " + quoted(program.command());
                String command = Commands
                        .statement("check " + text + where(statement, formula, order) + " against " + source
                                + written(options, statement.where() instanceof Statement.Box));
                yield () -> answer(text, formula, options, source, command, probes.remarks(), program,
                        () -> new ProgramClaims(desk.world().start(words), formula, probes.probes(),
                                options.timeout()));
            }
        };
    }

    private Probes probes(Statement.Check statement, Formula formula, List<Variable> order, CheckOptions options) {
        return switch (statement.where()) {
            case Statement.Box box -> Probes.draw(options.probes(), formula, desk.box(box, formula.variables()),
                    options.pointsOr(CheckOptions.PROGRAM_POINTS), options.seed());
            case Statement.Point where -> new Probes(List.of(new Probe(coordinates(where, formula, order),
                    Probe.Kind.GENERIC, Double.NaN)), 1, 0);
            case null -> throw desk.error(Diagnostic.Code.SYNTAX, "at which points is the program to be asked?",
                    statement.span(), "write check ... on x = 0..1 against program \"...\"");
        };
    }

    private List<Double> coordinates(Statement.Point where, Formula formula, List<Variable> order) {
        Point point = desk.point(where, formula.variables(), order);
        return formula.variables().stream()
                .map(variable -> point.coordinates()[point.variables().indexOf(variable)]).toList();
    }

    private List<String> words(Statement.ClaimProgram program) {
        try {
            return ShellWords.split(program.command());
        } catch (ClaimsException e) {
            throw desk.error(Diagnostic.Code.SYNTAX, String.valueOf(e.getMessage()), program.span(), e.hint());
        }
    }

    private interface Opening {
        ClaimSource open() throws IOException, ClaimsException;
    }

    private Answer answer(String text, Formula formula, CheckOptions options, String name, @Nullable String command,
            List<String> remarks, Statement.Against against, Opening opening) {
        try (ClaimSource source = opening.open()) {
            long start = System.nanoTime();
            Duration budget = options.budgetOr(
                    against instanceof Statement.ClaimProgram ? CheckOptions.PROGRAM_BUDGET : null);
            Census census = Tally.of(source, judging(formula, options),
                    () -> budget != null && System.nanoTime() - start >= budget.toNanos()
                            ? "the budget of " + Numbers.show(budget.toMillis() / 1000.0) + " s is over"
                            : Thread.currentThread().isInterrupted() ? "interrupted" : null);
            List<String> all = new ArrayList<>(remarks);
            all.addAll(census.remarks());
            return new Answer.Claims(text, formula.variables(), formula.wrt(), name, census, all,
                    census.worst() == null
                            ? null
                            : Commands.alone(text, formula, census.worst().claim(), options.policy()),
                    command);
        } catch (ClaimsException e) {
            throw desk.error(Diagnostic.Code.REQUEST, String.valueOf(e.getMessage()), against.span(), e.hint());
        } catch (IOException e) {
            throw desk.error(Diagnostic.Code.REQUEST, String.valueOf(e.getMessage()), against.span(), null);
        } catch (UncheckedIOException e) {
            throw desk.error(Diagnostic.Code.REQUEST,
                    "reading broke off: " + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    against.span(), null);
        }
    }

    private Judging judging(Formula formula, CheckOptions options) {
        Judging judging = new FormulaJudging(formula, options::claim);
        return new Judging() {
            @Override
            public Judgement judge(Entry.Claim claim) {
                return Budget.run(budgetMilliseconds, () -> judging.judge(claim));
            }

            @Override
            public List<Judgement> explain(List<Entry.Claim> claims) {
                return Budget.run(budgetMilliseconds, () -> judging.explain(claims));
            }
        };
    }

    // what repeats it

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private String where(Statement.Check statement, Formula formula, List<Variable> order) {
        List<Variable> variables = formula.variables();
        return switch (statement.where()) {
            case Statement.Box written -> {
                Box box = desk.box(written, variables);
                yield " on " + IntStream.range(0, variables.size())
                        .mapToObj(i -> variables.get(i) + " = " + Numbers.exact(box.ranges().get(i).from()) + ".."
                                + Numbers.exact(box.ranges().get(i).to()))
                        .collect(Collectors.joining(", "));
            }
            case Statement.Point point -> {
                List<Double> coordinates = coordinates(point, formula, order);
                yield " at " + IntStream.range(0, variables.size())
                        .mapToObj(i -> variables.get(i) + " = " + Numbers.exact(coordinates.get(i)))
                        .collect(Collectors.joining(", "));
            }
            case null -> "";
        };
    }

    /** The options in words of the language, with what was not said where it matters. */
    private static String written(CheckOptions options, boolean drawn) {
        Map<String, String> words = new LinkedHashMap<>();
        if (drawn) {
            words.put("points", Integer.toString(options.pointsOr(CheckOptions.PROGRAM_POINTS)));
            words.put("seed", Long.toString(options.seed()));
            if (options.probes() == Probes.Choice.ADVERSARIAL) {
                words.put("probes", "adversarial");
            }
        }
        options.policy().forEach((name, value) -> words.put(name, String.valueOf(value)));
        return words.isEmpty()
                ? ""
                : words.entrySet().stream().map(word -> word.getKey() + " = " + word.getValue())
                        .collect(Collectors.joining(", ", " with ", ""));
    }
}
