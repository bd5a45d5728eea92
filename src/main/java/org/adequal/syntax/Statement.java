package org.adequal.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A statement as it was written. */
public sealed interface Statement {

    /** The text this statement was read from. */
    Span span();

    /** {@code x^2 at 3}: a formula, and where its value is wanted. */
    record Value(Ast formula, @Nullable Point at, Span span) implements Statement {}

    /** {@code a = 3}, or with parameters {@code f(x, y; data) = …}. */
    record Definition(Identifier name, @Nullable Parameters parameters, Ast body, Span span) implements Statement {}

    /** {@code diff f wrt x, y, 2} or {@code diff f along (1, -1)}; {@code wrt} is null where nothing was said. */
    record Derivative(Ast operand, @Nullable Wrt wrt, @Nullable Point at, Span span) implements Statement {}

    /** {@code grad f wrt x, y at (1, 2)}; without {@code wrt} the list is empty. */
    record Gradient(Ast operand, List<Identifier> wrt, @Nullable Point at, Span span) implements Statement {
        public Gradient {
            wrt = List.copyOf(wrt);
        }
    }

    /** {@code hessian f wrt x, y at (1, 2)}; without {@code wrt} the list is empty. */
    record Hessian(Ast operand, List<Identifier> wrt, @Nullable Point at, Span span) implements Statement {
        public Hessian {
            wrt = List.copyOf(wrt);
        }
    }

    /** {@code jacobian f wrt x, y at (1, 2)}; without {@code wrt} the list is empty. */
    record Jacobian(Ast operand, List<Identifier> wrt, @Nullable Point at, Span span) implements Statement {
        public Jacobian {
            wrt = List.copyOf(wrt);
        }
    }

    /**
     * {@code check f at (1, 2)}, {@code check f on x = 0..1 with points = 1000}, judged against a claim where one is
     * made.
     *
     * @param where    a point, a box, or null
     * @param options  after {@code with}; empty where there are none
     * @param claiming somebody's gradient, by position or by name
     * @param against  where somebody's gradients come from
     */
    record Check(Ast operand, @Nullable Where where, List<Option> options, @Nullable Point claiming,
            @Nullable Against against, Span span) implements Statement {
        public Check {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code minimize f wrt x, y from (-3, 4) by descent with rate = 0.1}
     *
     * @param wrt      empty where nothing was said
     * @param from     where to begin, or null
     * @param by       the name of a method, its words joined by {@code -}, or null
     * @param settings after {@code with}; empty where there are none
     * @param as       the table that keeps what is found, or null
     */
    record Minimize(Ast operand, List<Identifier> wrt, @Nullable Point from, @Nullable Identifier by,
            List<Setting> settings, @Nullable Identifier as, Span span) implements Statement {
        public Minimize {
            wrt = List.copyOf(wrt);
            settings = List.copyOf(settings);
        }
    }

    /**
     * {@code load "iris.csv" as train, test with target = species, share = 0.3, seed = 7}
     *
     * @param other    the table for the other rows, or null
     * @param settings after {@code with}; empty where there are none
     */
    record Load(Text file, Identifier name, @Nullable Identifier other, List<Setting> settings,
            Span span) implements Statement {
        public Load {
            settings = List.copyOf(settings);
        }
    }

    /** {@code var x[n], A[n,n]} */
    record Declaration(List<Parameter> variables, Span span) implements Statement {
        public Declaration {
            variables = List.copyOf(variables);
        }
    }

    /** {@code forget a, b} */
    record Forget(List<Identifier> names, Span span) implements Statement {
        public Forget {
            names = List.copyOf(names);
        }
    }

    /** {@code who}: what is defined. */
    record Who(Span span) implements Statement {}

    /** {@code simplify u} */
    record Simplify(Ast operand, Span span) implements Statement {}

    /**
     * {@code plot f on x = 0..20 with tangent at x = 5 to "tangent.svg"}.
     *
     * @param operands what is drawn: one, or several functions side by side
     * @param at       the point of a picture that is made at one
     * @param on       the ranges of the axes
     * @param options  after {@code with}, without the tangents
     * @param tangents where tangents are wanted
     * @param to       the file to be written
     */
    record Plot(Subject subject, List<Ast> operands, @Nullable Point at, @Nullable Box on, List<Option> options,
            List<Point> tangents, @Nullable Text to, Span span) implements Statement {
        public Plot {
            operands = List.copyOf(operands);
            options = List.copyOf(options);
            tangents = List.copyOf(tangents);
        }
    }

    /** What is drawn of a formula. */
    enum Subject {
        /** {@code plot f}: curve or map. */
        VALUES,
        /** {@code plot grad f}: arrows. */
        GRADIENT,
        /** {@code plot error of diff(f, x)}: the error of difference quotients against their step. */
        ERROR,
        /** {@code plot graph of f}: the formula's parts and the backward sweep. */
        GRAPH
    }

    /** {@code report f at (1, 2) to "page.html"} */
    record Report(Ast operand, @Nullable Point at, @Nullable Text to, Span span) implements Statement {}

    /** {@code help}, {@code help sin}: the topic as written, or null. */
    record Help(@Nullable String topic, Span span) implements Statement {}

    /** {@code quit} or {@code exit}. */
    record Quit(Span span) implements Statement {}

    /** {@code export grad f as java to "F.java"}: code of a formula and its derivatives. */
    record Export(Order order, Ast operand, Identifier language, @Nullable Text file, Span span) implements Statement {}

    /** {@code save "session.adq"}: the definitions as a script. */
    record Save(Text file, Span span) implements Statement {}

    /** A verb that the language reserves and this version does not know yet, with the rest of its text unread. */
    record Unavailable(Identifier verb, String rest, Span span) implements Statement {}

    /** The parameters of a function: those it is differentiated by, at least one, and after {@code ;} its data. */
    record Parameters(List<Parameter> variables, List<Parameter> data) {
        public Parameters {
            variables = List.copyOf(variables);
            data = List.copyOf(data);
        }
    }

    /** {@code x}, {@code A[m, 3]}: each size is an {@link Ast.Name} or an {@link Ast.Numeral}; none for a scalar. */
    record Parameter(Identifier name, List<Ast> sizes, Span span) {
        public Parameter {
            sizes = List.copyOf(sizes);
        }
    }

    /** What to differentiate with respect to. */
    sealed interface Wrt {}

    /** One variable after the other: {@code x, y, 2} is once x, then twice y; not empty. */
    record Variables(List<Repeated> variables) implements Wrt {
        public Variables {
            variables = List.copyOf(variables);
        }
    }

    /** A variable and how often, at least once. */
    record Repeated(Identifier name, int times) {}

    /** A direction, by position or by name, not normalised. */
    record Along(Point direction) implements Wrt {}

    /** Where a check takes place. */
    sealed interface Where {
        Span span();
    }

    /** Coordinates of a point, components of a direction or of a claim: by position or by name; not empty. */
    sealed interface Point extends Where {}

    /** {@code (3, 4)}, or {@code 5} alone. */
    record Positional(List<Ast> coordinates, Span span) implements Point {
        public Positional {
            coordinates = List.copyOf(coordinates);
        }
    }

    /** {@code x = 1.2, y = 1}: each name once. */
    record Named(List<Coordinate> coordinates, Span span) implements Point {
        public Named {
            coordinates = List.copyOf(coordinates);
        }
    }

    /** A coordinate by name. */
    record Coordinate(Identifier name, Ast value) {}

    /** {@code x = -2..2, y = 0..1}: each name once; not empty. */
    record Box(List<Range> ranges, Span span) implements Where {
        public Box {
            ranges = List.copyOf(ranges);
        }
    }

    /** {@code x = from..to} */
    record Range(Identifier name, Ast from, Ast to, Span span) {}

    /** {@code points = 1000} */
    record Option(Identifier name, Ast value) {}

    /** {@code rate = 0.1}, or with a range {@code rate = 1e-3..10}. */
    record Setting(Identifier name, Ast value, @Nullable Ast to) {}

    /** Where claims come from. */
    sealed interface Against {
        Span span();
    }

    /** {@code against "claims.csv"} */
    record ClaimFile(String path, Span span) implements Against {}

    /** {@code against program "python3 my_grad.py"} */
    record ClaimProgram(String command, Span span) implements Against {}

    /** A text in double quotes, without them. */
    record Text(String content, Span span) {}

    /** Which derivatives are meant, each with those before it. */
    enum Order {
        VALUE,
        FIRST,
        SECOND
    }
}
