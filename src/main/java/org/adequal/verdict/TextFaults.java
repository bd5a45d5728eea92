package org.adequal.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.adequal.calculus.Forward;
import org.adequal.eval.Program;
import org.adequal.expr.Algebra;
import org.adequal.expr.Application;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.jspecify.annotations.Nullable;

/** Slips of those who write a derivative down: a term or a factor of its text left out, or a sign turned. */
final class TextFaults {
    private static final int MOST_TERMS = 40;
    private static final int MOST_WRONG = 4;
    private static final double COST = 5.4;

    private TextFaults() {}

    static List<Explanation> of(Suspicion suspicion) {
        List<Explanation> found = new ArrayList<>();
        if (suspicion.tape() == null) {
            return found;
        }
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < suspicion.size(); i++) {
            int component = i;
            if (suspicion.cases().stream().anyMatch(each -> each.isWrong()[component])) {
                wrong.add(i);
            }
        }
        if (wrong.size() > MOST_WRONG) {
            return found;
        }
        List<List<Explanation>> each = wrong.stream().map(i -> component(suspicion, i)).toList();
        if (each.stream().anyMatch(List::isEmpty)) {
            return found;
        }
        for (Explanation explanation : each.getFirst()) {
            if (each.stream().allMatch(own -> own.stream().anyMatch(e -> e.kind() == explanation.kind()))) {
                found.add(new Explanation(explanation.kind(), explanation.cost() + 0.5 * (wrong.size() - 1),
                        explanation.text(), explanation.parts()));
            }
        }
        return found;
    }

    private static List<Explanation> component(Suspicion suspicion, int component) {
        List<Explanation> found = new ArrayList<>();
        Expr reverse = suspicion.formula().gradient().get(component);
        Expr forward = Forward.derivative(suspicion.formula().value(), suspicion.formula().wrt().get(component));
        for (Expr derivative : reverse == forward ? List.of(reverse) : List.of(reverse, forward)) {
            List<Expr> terms = terms(derivative);
            for (int i = 0; i < Math.min(terms.size(), MOST_TERMS); i++) {
                term(suspicion, component, terms, i, found);
            }
        }
        return found;
    }

    private static void term(Suspicion suspicion, int component, List<Expr> terms, int index,
            List<Explanation> found) {
        Expr term = terms.get(index);
        String name = Suspicion.show(term);
        String of = " of the derivative by " + suspicion.formula().wrt().get(component);
        if (terms.size() > 1) {
            offer(suspicion, component, terms, index, Constant.ZERO, Kind.MISSING_TERM, COST,
                    "the term " + name + of + " is missing", found);
            offer(suspicion, component, terms, index, Algebra.negate(term), Kind.SIGN, COST,
                    "the sign of the term " + name + of + " is wrong", found);
            offer(suspicion, component, terms, index, Algebra.times(Constant.TWO, term), Kind.FACTOR, COST + 0.6,
                    "the term " + name + of + " is doubled", found);
            offer(suspicion, component, terms, index,
                    Application.of(Primitive.DIVIDE, term, Constant.TWO), Kind.FACTOR, COST + 0.6,
                    "the term " + name + of + " is halved", found);
        }
        List<Expr> factors = factors(term);
        for (int i = 0; i < factors.size(); i++) {
            Expr rest = product(factors, i, null);
            boolean number = factors.get(i).exactValue() != null;
            offer(suspicion, component, terms, index, rest, number ? Kind.FACTOR : Kind.MISSING_CHAIN_FACTOR,
                    COST + (terms.size() > 1 ? 0.2 : 0),
                    "the factor " + Suspicion.show(factors.get(i)) + of + " is missing", found);
            if (factors.get(i) instanceof Application power && power.primitive() == Primitive.INTEGER_POWER) {
                offer(suspicion, component, terms, index, product(factors, i, power.argument(0)), Kind.WRONG_RULE,
                        COST + 1, "the exponent of " + Suspicion.show(power) + of + " is wrong", found);
            }
        }
    }

    private static void offer(Suspicion suspicion, int component, List<Expr> terms, int index, Expr instead, Kind kind,
            double cost, String text, List<Explanation> found) {
        Expr sum = instead;
        for (int i = 0; i < terms.size(); i++) {
            sum = i == index ? sum : Application.of(Primitive.ADD, sum, terms.get(i));
        }
        Program program = Program.of(List.of(sum), suspicion.formula().variables());
        boolean all = suspicion.inAll(each -> {
            double value = program.run(each.point())[0];
            return Double.isFinite(value) && each.fits(component, value);
        });
        if (all) {
            found.add(new Explanation(kind, cost, text, List.of()));
        }
    }

    private static Expr product(List<Expr> factors, int without, @Nullable Expr instead) {
        Expr product = instead == null ? Constant.ONE : instead;
        for (int i = 0; i < factors.size(); i++) {
            product = i == without ? product : Application.of(Primitive.MULTIPLY, product, factors.get(i));
        }
        return product;
    }

    private static List<Expr> terms(Expr sum) {
        List<Expr> terms = new ArrayList<>();
        ArrayDeque<Expr> open = new ArrayDeque<>(List.of(sum));
        while (!open.isEmpty() && terms.size() <= MOST_TERMS) {
            Expr next = open.pop();
            if (next instanceof Application application && application.primitive() == Primitive.ADD) {
                open.push(application.argument(1));
                open.push(application.argument(0));
            } else if (next instanceof Application application && application.primitive() == Primitive.SUBTRACT) {
                open.push(Algebra.negate(application.argument(1)));
                open.push(application.argument(0));
            } else {
                terms.add(next);
            }
        }
        while (!open.isEmpty()) {
            terms.add(open.pop());
        }
        return terms;
    }

    private static List<Expr> factors(Expr product) {
        List<Expr> factors = new ArrayList<>();
        ArrayDeque<Expr> open = new ArrayDeque<>(List.of(product));
        while (!open.isEmpty() && factors.size() <= MOST_TERMS) {
            Expr next = open.pop();
            if (next instanceof Application application && application.primitive() == Primitive.MULTIPLY) {
                open.push(application.argument(1));
                open.push(application.argument(0));
            } else if (next instanceof Application application && application.primitive() == Primitive.DIVIDE
                    && application.argument(0).exactValue() == null) {
                open.push(Application.of(Primitive.DIVIDE, Constant.ONE, application.argument(1)));
                open.push(application.argument(0));
            } else {
                factors.add(next);
            }
        }
        factors.addAll(open);
        return factors.size() > 1 ? factors : List.of();
    }
}
