package org.adequal;

import java.util.List;

import org.adequal.expr.Expr;
import org.adequal.simplify.ArrayForm;
import org.adequal.syntax.Printer;

/** Prints closed forms: its arguments are the lines of {@code closed-forms.txt} without the texts. */
final class ArrayForms {
    private ArrayForms() {}

    public static void main(String[] arguments) {
        String definition = "";
        for (String line : arguments) {
            if (!line.startsWith("  ")) {
                definition = line;
                System.out.println(line);
                continue;
            }
            ArrayUnderTest function = ArrayUnderTest.of(definition);
            Expr derivative = ClosedFormsTest.derivative(function, List.of(line.strip().split(" ")));
            System.out.println(line + ": " + Printer.print(ArrayForm.of(derivative, function.value())));
        }
    }
}
