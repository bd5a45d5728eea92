package org.adequal;

import java.util.List;

import org.adequal.calculus.Reverse;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.adequal.simplify.ArrayForm;
import org.adequal.syntax.Printer;

/** Prints closed forms: {@code fast.sh java org.adequal.ArrayForms 'f(x[n]) = sum(x^2)' …}. */
final class ArrayForms {
    private ArrayForms() {}

    public static void main(String[] arguments) {
        for (String definition : arguments) {
            ArrayUnderTest function = ArrayUnderTest.of(definition);
            System.out.println(definition + "   ~ " + Printer.print(function.value()));
            List<Expr> gradient = Reverse.gradient(function.value(), function.variables());
            for (int i = 0; i < gradient.size(); i++) {
                Variable v = function.variables().get(i);
                System.out.println("   " + v + ": " + Printer.print(gradient.get(i)));
                System.out.println("   " + v + "= " + Printer.print(ArrayForm.of(gradient.get(i), function.value())));
            }
        }
    }
}
