package org.adequal.session;

import java.util.List;
import java.util.Map;

import org.adequal.expr.ArrayNode;
import org.adequal.expr.Every;
import org.adequal.expr.Expansion;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Node;
import org.adequal.expr.Variable;
import org.adequal.syntax.Ast;
import org.adequal.syntax.Diagnostic;

/** Operands as pictures need them: numbers that depend on numbers, the elements of arrays written out. */
final class Drawable {
    private static final long MOST_ELEMENTS = 100_000;

    private Drawable() {}

    /** The elements of an operand that is a list, or the operand; refuses variables that are arrays. */
    static List<Expr> of(Desk desk, Ast operand, Expr value) {
        for (Variable variable : Graph.variables(value)) {
            if (!variable.shape().isScalar()) {
                throw desk.error(Diagnostic.Code.SHAPE, "pictures are drawn over numbers, and " + variable.name()
                        + " is an array of shape " + variable.shape(), operand.span(), null);
            }
        }
        return Graph.nodes(value).stream().anyMatch(Drawable::isArray)
                ? new Expansion(Map.of(), MOST_ELEMENTS).of(value)
                : List.of(value);
    }

    private static boolean isArray(Node node) {
        return node instanceof ArrayNode || node instanceof Every || !node.shape().isScalar();
    }

    /** An operand that is one number. */
    static Expr scalar(Desk desk, Ast operand) {
        return of(desk, operand, desk.scalarOperand(operand)).getFirst();
    }
}
