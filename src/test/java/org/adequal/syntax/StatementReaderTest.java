package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x0^2 + x1^2                       | value ((x0 ^ 2) + (x1 ^ 2))
            x at (3, 4)                       | value x at (3, 4)
            x at (3)                          | value x at (3)
            x at 5                            | value x at (5)
            x at (1 + 2)*pi                   | value x at (((1 + 2) * pi))
            x at x = 1.2, y = 1               | value x at x = 1.2, y = 1
            x at (x = 1.2, y = -1)            | value x at x = 1.2, y = (-1)
            x at ([1, 2], 3)                  | value x at ([1, 2], 3)
            f(x, y) + 1                       | value (f(x, y) + 1)
            1/x for x > 0 at 3                | value ((1 / x) for (x > 0)) at (3)
            a = 3                             | a = 3
            π1 = 3                            | π1 = 3
            f(x, y) = x*y                     | f(x; y) := (x * y)
            f (x) = x                         | f(x) := x
            f(x[n]) = sum(x)/n                | f(x[n]) := (sum(x) / n)
            g(W[m,n], b[3]; X[k,n], y) = W    | g(W[m, n]; b[3] data X[k, n]; y) := W
            diff f wrt x                      | diff f wrt x 1
            diff f                            | diff f
            diff (x^2) wrt x                  | diff (x ^ 2) wrt x 1
            diff f wrt x, y, 2, x at (1, 2)   | diff f wrt x 1, y 2, x 1 at (1, 2)
            diff f along (1, -1) at (0, 0)    | diff f along (1, (-1)) at (0, 0)
            diff f along x = 1                | diff f along x = 1
            diff(x^2, x) at 3                 | value diff((x ^ 2), x) at (3)
            grad(x^2)^2                       | value (grad((x ^ 2)) ^ 2)
            grad (x^2)^2                      | grad ((x ^ 2) ^ 2)
            grad f                            | grad f
            grad f wrt x, y at (1.2, 1)       | grad f wrt x, y at (1.2, 1)
            hessian f at x = 1.2, y = 1       | hessian f at x = 1.2, y = 1
            hessian(f)                        | value hessian(f)
            jacobian [x, y] wrt x             | jacobian [x, y] wrt x
            jacobian(f) @ v                   | value (jacobian(f) @ v)
            compare(f, g)                     | value compare(f, g)
            grad grad(f)                      | grad grad(f)
            check f                           | check f
            check f at (1.2, 1)               | check f at (1.2, 1)
            check f at 1 claiming 2           | check f at (1) claiming (2)
            check f at (3, 4) claiming (6, 8.1)         | check f at (3, 4) claiming (6, 8.1)
            check f at (3, 4) claiming x = 6, y = 8.1   | check f at (3, 4) claiming x = 6, y = 8.1
            check f on x = -2..2, y = 0 .. pi/2         | check f on x = (-2)..2, y = 0..(pi / 2)
            check f on x = 1..2 with points = 1000, seed = 7 | check f on x = 1..2 with points = 1000, seed = 7
            check f with at = 1, by = f32 at 2          | check f at (2) with at = 1, by = f32
            check f against "claims.csv"                | check f against file claims.csv
            check f on x = 0..1 against program "python3 my_grad.py" | check f on x = 0..1 against program python3 my_grad.py
            var x[n], A[n,3], s               | var x[n]; A[n, 3]; s
            forget a, b                       | forget a, b
            who                               | who
            simplify sin(x)^2                 | simplify (sin(x) ^ 2)
            help                              | help
            help sin                          | help: sin
            help diff(u, x)  # comment        | help: diff(u, x)
            quit                              | quit
            exit                              | quit
            exit + 1                          | value (exit + 1)
            explain diff(x, x)                | not yet: explain diff(x, x)
            compare diff(f, x) with 400*x     | not yet: compare diff(f, x) with 400*x
            report f at (1, 2) to "page.html" | report f at (1, 2) to page.html
            minimize f                        | minimize f
            minimize f from (-3, 4) by descent with rate = 0.1, steps = 100 | minimize f from ((-3), 4) by descent with rate = 0.1, steps = 100
            minimize f with rate = 1e-3..10 by conjugate gradient wrt x, y from x = 1 | minimize f wrt x, y from x = 1 by conjugate-gradient with rate = 1e-3..10
            minimize (a - b)^2 from 1 by levenberg-marquardt | minimize ((a - b) ^ 2) from (1) by levenberg-marquardt
            load "iris.csv" as data           | load iris.csv as data
            load "iris.csv" as train, test with target = species, share = 0.5 | load iris.csv as train, test with target = species, share = 0.5
            minimize f from 1 as fit          | minimize f from (1) as fit
            data.x @ w                        | value ((data.x) @ w)
            plot grad f on x = -2..2          | plot gradient f on x = (-2)..2
            export grad f as latex            | export FIRST f as latex
            save "s.adq"                      | save s.adq
            """)
    void everyForm(String text, String read) {
        assertThat(text(only(text))).isEqualTo(read);
    }

    @Test
    void spansCoverTheStatement() {
        String script = "a = 3 # three\n\n  x at 2 ; who";
        List<StatementSource> statements = Parser.statements(script);
        assertThat(statements).extracting(StatementSource::text).containsExactly("a = 3", "x at 2", "who");
        for (StatementSource statement : statements) {
            assertThat(statement.parse().span()).isEqualTo(statement.span());
        }
        Statement.Check check = (Statement.Check) only("check f on x = 1..2, y = 0..1 against \"c\"");
        assertThat(check.where()).isNotNull().satisfies(where -> assertThat(where.span()).isEqualTo(new Span(11, 29)));
        assertThat(check.against()).isNotNull().satisfies(a -> assertThat(a.span()).isEqualTo(new Span(30, 41)));
    }

    @Test
    void aMistakeDoesNotPreventTheOthers() {
        List<StatementSource> statements = Parser.statements("a = 1\nb = 2x; c = 3)\nd = 4\ne1 = (5\nf = 6");
        List<String> outcome = new ArrayList<>();
        for (StatementSource statement : statements) {
            try {
                outcome.add(text(statement.parse()));
            } catch (DiagnosticException e) {
                assertThat(e.diagnostic().in()).isEqualTo("statement");
                outcome.add(e.diagnostic().position() + e.getMessage());
            }
        }
        assertThat(outcome).containsExactly("a = 1",
                "Position[line=2, column=5, length=2]there is no implicit multiplication",
                "Position[line=2, column=14, length=1]this ')' closes nothing", "d = 4",
                "Position[line=4, column=6, length=1]this '(' is never closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "# nothing", "\n;;\n", "\uFEFF"})
    void nothingToDo(String script) {
        assertThat(Parser.statements(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pi = 3                     | 1  | 2 | 'pi' is a constant and always means the same
            π = 3                      | 1  | 1 | 'pi' is a constant and always means the same
            e(x) = 3                   | 1  | 1 | 'e' is a constant and always means the same
            f(inf) = 3                 | 3  | 3 | 'inf' is a constant and always means the same
            diff x wrt e               | 12 | 1 | 'e' is a constant and always means the same
            let e = 2 in e             | 5  | 1 | 'e' is a constant and always means the same
            f(x; x) = 3                | 6  | 1 | 'x' is given twice
            x at x = 1, x = 2          | 13 | 1 | 'x' is given twice
            check f on x = 1..2, x = 2..3 | 22 | 1 | 'x' is given twice
            grad f wrt x, x            | 15 | 1 | 'x' is given twice
            f(x[2.5]) = 3              | 5  | 3 | a size is a whole number or a name
            diff f wrt 2               | 12 | 1 | expected a name, found '2'
            diff f wrt x, 2, 3         | 18 | 1 | expected a name, found '3'
            diff f wrt x, 0            | 15 | 1 | how often to differentiate is a whole number from 1 on
            diff f wrt x, 1.5          | 15 | 3 | how often to differentiate is a whole number from 1 on
            diff f wrt x, 1e9          | 15 | 3 | differentiated more than 1000000 times
            check f at 1 on x = 1..2   | 14 | 2 | a check has one place, 'at' a point or 'on' ranges
            check f with a = 1 with b = 2 | 20 | 4 | a check has one 'with'
            check f against file "x"   | 17 | 4 | expected a text in double quotes or 'program', found 'file'
            """)
    void refused(String text, int column, int length, String message) {
        assertThatThrownBy(() -> only(text)).isInstanceOfSatisfying(DiagnosticException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.diagnostic().position()).isEqualTo(new Position(1, column, length));
        });
    }

    private static Statement only(String text) {
        List<StatementSource> statements = Parser.statements(text);
        assertThat(statements).hasSize(1);
        return statements.getFirst().parse();
    }

    private static String text(Statement statement) {
        return switch (statement) {
            case Statement.Value value -> "value " + AstText.of(value.formula()) + at(value.at());
            case Statement.Definition definition -> {
                Statement.Parameters parameters = definition.parameters();
                yield definition.name() + (parameters == null
                        ? " = "
                        : "(" + parameters(parameters.variables())
                                + (parameters.data().isEmpty() ? "" : " data " + parameters(parameters.data()))
                                + ") := ")
                        + AstText.of(definition.body());
            }
            case Statement.Derivative diff -> "diff " + AstText.of(diff.operand()) + switch (diff.wrt()) {
                case null -> "";
                case Statement.Along along -> " along " + point(along.direction());
                case Statement.Variables variables -> " wrt " + variables.variables().stream()
                        .map(v -> v.name() + " " + v.times()).collect(Collectors.joining(", "));
            } + at(diff.at());
            case Statement.Gradient grad -> "grad " + AstText.of(grad.operand()) + wrt(grad.wrt()) + at(grad.at());
            case Statement.Hessian hessian ->
                "hessian " + AstText.of(hessian.operand()) + wrt(hessian.wrt()) + at(hessian.at());
            case Statement.Jacobian jacobian ->
                "jacobian " + AstText.of(jacobian.operand()) + wrt(jacobian.wrt()) + at(jacobian.at());
            case Statement.Check check -> "check " + AstText.of(check.operand()) + switch (check.where()) {
                case null -> "";
                case Statement.Point point -> at(point);
                case Statement.Box box -> " on " + box.ranges().stream()
                        .map(r -> r.name() + " = " + AstText.of(r.from()) + ".." + AstText.of(r.to()))
                        .collect(Collectors.joining(", "));
            } + (check.options().isEmpty()
                    ? ""
                    : " with " + check.options().stream().map(o -> o.name() + " = " + AstText.of(o.value()))
                            .collect(Collectors.joining(", ")))
                    + (check.claiming() == null ? "" : " claiming " + point(check.claiming()))
                    + switch (check.against()) {
                        case null -> "";
                        case Statement.ClaimFile file -> " against file " + file.path();
                        case Statement.ClaimProgram program -> " against program " + program.command();
                    };
            case Statement.Minimize minimize -> "minimize " + AstText.of(minimize.operand()) + wrt(minimize.wrt())
                    + (minimize.from() == null ? "" : " from " + point(minimize.from()))
                    + (minimize.by() == null ? "" : " by " + minimize.by())
                    + (minimize.settings().isEmpty()
                            ? ""
                            : " with " + minimize.settings().stream()
                                    .map(s -> s.name() + " = " + AstText.of(s.value())
                                            + (s.to() == null ? "" : ".." + AstText.of(s.to())))
                                    .collect(Collectors.joining(", ")))
                    + (minimize.as() == null ? "" : " as " + minimize.as());
            case Statement.Load load -> "load " + load.file().content() + " as " + load.name()
                    + (load.other() == null ? "" : ", " + load.other())
                    + (load.settings().isEmpty()
                            ? ""
                            : " with " + load.settings().stream().map(s -> s.name() + " = " + AstText.of(s.value()))
                                    .collect(Collectors.joining(", ")));
            case Statement.Declaration declaration -> "var " + parameters(declaration.variables());
            case Statement.Forget forget -> "forget" + wrt(forget.names()).substring(4);
            case Statement.Export export -> "export " + export.order() + " " + AstText.of(export.operand()) + " as "
                    + export.language() + (export.file() == null ? "" : " to " + export.file().content());
            case Statement.Save save -> "save " + save.file().content();
            case Statement.Who _ -> "who";
            case Statement.Simplify simplify -> "simplify " + AstText.of(simplify.operand());
            case Statement.Plot plot -> "plot " + plot.subject().name().toLowerCase(Locale.ROOT) + " "
                    + plot.operands().stream().map(AstText::of).collect(Collectors.joining(", "))
                    + (plot.at() == null ? "" : " at " + point(plot.at()))
                    + (plot.on() == null
                            ? ""
                            : " on " + plot.on().ranges().stream()
                                    .map(r -> r.name() + " = " + AstText.of(r.from()) + ".." + AstText.of(r.to()))
                                    .collect(Collectors.joining(", ")))
                    + plot.options().stream().map(o -> " with " + o.name() + " = " + AstText.of(o.value()))
                            .collect(Collectors.joining())
                    + plot.tangents().stream().map(t -> " tangent " + point(t)).collect(Collectors.joining())
                    + (plot.to() == null ? "" : " to " + plot.to().content());
            case Statement.Report report -> "report " + AstText.of(report.operand())
                    + (report.at() == null ? "" : " at " + point(report.at()))
                    + (report.to() == null ? "" : " to " + report.to().content());
            case Statement.Help help -> help.topic() == null ? "help" : "help: " + help.topic();
            case Statement.Quit _ -> "quit";
            case Statement.Unavailable unavailable -> "not yet: " + unavailable.verb() + " " + unavailable.rest();
        };
    }

    private static String wrt(List<Identifier> names) {
        return names.isEmpty()
                ? ""
                : " wrt " + names.stream().map(Identifier::name).collect(Collectors.joining(", "));
    }

    private static String parameters(List<Statement.Parameter> parameters) {
        return parameters.stream().map(p -> p.name() + (p.sizes().isEmpty()
                ? ""
                : p.sizes().stream().map(AstText::of).collect(Collectors.joining(", ", "[", "]"))))
                .collect(Collectors.joining("; "));
    }

    private static String at(Statement.@Nullable Point point) {
        return point == null ? "" : " at " + point(point);
    }

    private static String point(Statement.Point point) {
        return switch (point) {
            case Statement.Positional positional -> positional.coordinates().stream().map(AstText::of)
                    .collect(Collectors.joining(", ", "(", ")"));
            case Statement.Named named -> named.coordinates().stream()
                    .map(c -> c.name() + " = " + AstText.of(c.value())).collect(Collectors.joining(", "));
        };
    }
}
