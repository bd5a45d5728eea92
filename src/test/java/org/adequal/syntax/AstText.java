package org.adequal.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** A tree as text with every node in brackets, so that tests can say what was read. */
final class AstText {

    private AstText() {}

    static String of(String formula) {
        return of(Parser.formula(formula, "formula"));
    }

    static String of(Ast ast) {
        return switch (ast) {
            case Ast.Numeral numeral -> numeral.text();
            case Ast.Name name -> name.name();
            case Ast.Sum sum -> bracket(of(sum.first()) + sum.rest().stream().map(term -> switch (term.operator()) {
                case PLUS -> " + ";
                case MINUS -> " - ";
            } + of(term.operand())).collect(Collectors.joining()));
            case Ast.Product product -> bracket(
                    of(product.first()) + product.rest().stream().map(factor -> switch (factor.operator()) {
                        case TIMES -> " * ";
                        case OVER -> " / ";
                        case MATRIX -> " @ ";
                    } + of(factor.operand())).collect(Collectors.joining()));
            case Ast.Signed signed -> bracket((signed.minuses() == 0 ? "+" : "-".repeat(signed.minuses()))
                    + of(signed.operand()));
            case Ast.Power power -> bracket(of(power.base()) + power.exponents().stream()
                    .map(e -> " ^ " + (e.signed() && e.minuses() == 0 ? "+" : "-".repeat(e.minuses()))
                            + of(e.operand()))
                    .collect(Collectors.joining()));
            case Ast.Postfix postfix -> bracket(of(postfix.operand())
                    + postfix.suffixes().stream().map(AstText::suffix).collect(Collectors.joining()));
            case Ast.Call call -> call.function() + "'".repeat(call.primes())
                    + bracket(call.arguments().stream()
                            .map(a -> (a.name() == null ? "" : a.name() + " = ") + of(a.value()))
                            .collect(Collectors.joining(", ")));
            case Ast.If choice -> "if" + bracket(
                    of(choice.condition()) + ", " + of(choice.then()) + ", " + of(choice.otherwise()));
            case Ast.Piecewise choice -> "piecewise" + bracket(choice.branches().stream()
                    .map(branch -> of(branch.condition()) + ", " + of(branch.value()))
                    .collect(Collectors.joining(", "))
                    + (choice.otherwise() == null ? "" : ", " + of(choice.otherwise())));
            case Ast.Comparison comparison -> bracket(of(comparison.first()) + comparison.rest().stream()
                    .map(link -> symbol(link.relation()) + of(link.operand())).collect(Collectors.joining()));
            case Ast.And and -> bracket(list(and.operands(), " and "));
            case Ast.Or or -> bracket(list(or.operands(), " or "));
            case Ast.Not not -> bracket("not ".repeat(not.count()) + of(not.operand()));
            case Ast.Guard guard -> bracket(of(guard.value()) + " for " + list(guard.conditions(), " for "));
            case Ast.Let let -> bracket("let " + let.bindings().stream()
                    .map(binding -> binding.name() + " = " + of(binding.value())).collect(Collectors.joining(", "))
                    + " in " + of(let.body()));
            case Ast.ArrayLiteral array -> "[" + list(array.entries(), ", ") + "]";
            case Ast.Tuple tuple -> "tuple" + bracket(list(tuple.entries(), ", "));
        };
    }

    private static String symbol(Ast.Relation relation) {
        return switch (relation) {
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            case EQUAL -> " == ";
            case NOT_EQUAL -> " != ";
        };
    }

    private static String suffix(Ast.Suffix suffix) {
        return switch (suffix) {
            case Ast.Transpose _ -> ".T";
            case Ast.Member member -> "." + member.name();
            case Ast.Subscript subscript -> "[" + subscript.indices().stream().map(AstText::index)
                    .collect(Collectors.joining(", ")) + "]";
        };
    }

    private static String index(Ast.Index index) {
        return switch (index) {
            case Ast.Element element -> of(element.position());
            case Ast.NewAxis _ -> "None";
            case Ast.Slice slice -> (slice.from() == null ? "" : of(slice.from())) + ":"
                    + (slice.to() == null ? "" : of(slice.to()));
        };
    }

    private static String list(List<Ast> asts, String separator) {
        return asts.stream().map(AstText::of).collect(Collectors.joining(separator));
    }

    private static String bracket(String text) {
        return "(" + text + ")";
    }
}
