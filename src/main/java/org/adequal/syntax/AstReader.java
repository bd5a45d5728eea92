package org.adequal.syntax;

import static org.adequal.syntax.grammar.AdequalParser.*;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.adequal.number.Rational;
import org.adequal.syntax.grammar.AdequalParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse tree of an expression to {@link Ast}. */
final class AstReader {
    /** How many digits a literal may have. */
    static final int DIGIT_LIMIT = 20_000;
    /** How large the power of ten of a literal may be, up or down. */
    static final int EXPONENT_LIMIT = 100_000;

    private final Source source;

    AstReader(Source source) {
        this.source = source;
    }

    Ast expression(AdequalParser.ExpressionContext context) {
        List<Ast> operands = all(context.disjunction(), this::disjunction);
        Ast value = operands.getFirst();
        return operands.size() == 1
                ? value
                : new Ast.Guard(value, operands.subList(1, operands.size()), source.span(context));
    }

    private Ast disjunction(AdequalParser.DisjunctionContext context) {
        List<Ast> operands = all(context.conjunction(), this::conjunction);
        return operands.size() == 1 ? operands.getFirst() : new Ast.Or(operands, source.span(context));
    }

    private Ast conjunction(AdequalParser.ConjunctionContext context) {
        List<Ast> operands = all(context.negation(), this::negation);
        return operands.size() == 1 ? operands.getFirst() : new Ast.And(operands, source.span(context));
    }

    private Ast negation(AdequalParser.NegationContext context) {
        Ast operand = comparison(context.comparison());
        int count = context.NOT().size();
        return count == 0 ? operand : new Ast.Not(count, operand, source.span(context));
    }

    private Ast comparison(AdequalParser.ComparisonContext context) {
        Ast first = sum((AdequalParser.SumContext) context.getChild(0));
        if (context.getChildCount() == 1) {
            return first;
        }
        List<Ast.Link> links = new ArrayList<>();
        for (int i = 1; i < context.getChildCount(); i += 2) {
            Token operator = token(context, i);
            links.add(new Ast.Link(relation(operator), source.span(operator),
                    sum((AdequalParser.SumContext) context.getChild(i + 1))));
        }
        return new Ast.Comparison(first, links, source.span(context));
    }

    private Ast sum(AdequalParser.SumContext context) {
        Ast first = product((AdequalParser.ProductContext) context.getChild(0));
        if (context.getChildCount() == 1) {
            return first;
        }
        List<Ast.Term> terms = new ArrayList<>(context.getChildCount() / 2);
        for (int i = 1; i < context.getChildCount(); i += 2) {
            Token operator = token(context, i);
            terms.add(new Ast.Term(operator.getType() == PLUS ? Ast.Additive.PLUS : Ast.Additive.MINUS,
                    source.span(operator), product((AdequalParser.ProductContext) context.getChild(i + 1))));
        }
        return new Ast.Sum(first, terms, source.span(context));
    }

    private Ast product(AdequalParser.ProductContext context) {
        Ast first = signed((AdequalParser.SignedContext) context.getChild(0));
        if (context.getChildCount() == 1) {
            return first;
        }
        List<Ast.Factor> factors = new ArrayList<>(context.getChildCount() / 2);
        for (int i = 1; i < context.getChildCount(); i += 2) {
            Token operator = token(context, i);
            factors.add(new Ast.Factor(multiplicative(operator), source.span(operator),
                    signed((AdequalParser.SignedContext) context.getChild(i + 1))));
        }
        return new Ast.Product(first, factors, source.span(context));
    }

    private Ast signed(AdequalParser.SignedContext context) {
        Ast operand = power(context.power());
        return context.getChildCount() == 1
                ? operand
                : new Ast.Signed(context.MINUS().size(), operand, source.span(context));
    }

    private Ast power(AdequalParser.PowerContext context) {
        Ast base = postfix((AdequalParser.PostfixContext) context.getChild(0));
        if (context.getChildCount() == 1) {
            return base;
        }
        List<Ast.Exponent> exponents = new ArrayList<>();
        for (int i = 1; i < context.getChildCount(); i++) {
            Span operator = source.span(token(context, i++));
            int signs = 0;
            int minuses = 0;
            for (; context.getChild(i) instanceof TerminalNode sign; i++) {
                signs++;
                minuses += sign.getSymbol().getType() == MINUS ? 1 : 0;
            }
            exponents.add(new Ast.Exponent(operator, signs > 0, minuses,
                    postfix((AdequalParser.PostfixContext) context.getChild(i))));
        }
        return new Ast.Power(base, exponents, source.span(context));
    }

    private Ast postfix(AdequalParser.PostfixContext context) {
        Ast operand = primary(context.primary());
        return context.getChildCount() == 1
                ? operand
                : new Ast.Postfix(operand, all(context.suffix(), this::suffix), source.span(context));
    }

    private Ast.Suffix suffix(AdequalParser.SuffixContext context) {
        if (context.MEMBER() != null) {
            return new Ast.Member(Normalizer.normalize(context.MEMBER().getText().substring(1), Normalizer.Form.NFC),
                    source.span(context));
        }
        return context.TRANSPOSE() != null
                ? new Ast.Transpose(source.span(context))
                : new Ast.Subscript(all(context.index(), this::index), source.span(context));
    }

    private Ast.Index index(AdequalParser.IndexContext context) {
        Span span = source.span(context);
        if (context.colon == null) {
            Ast position = expression(context.expression(0));
            return position instanceof Ast.Name name && name.name().equals("None")
                    ? new Ast.NewAxis(span)
                    : new Ast.Element(position, span);
        }
        Ast from = null;
        Ast to = null;
        for (AdequalParser.ExpressionContext end : context.expression()) {
            if (end.getStart().getTokenIndex() < context.colon.getTokenIndex()) {
                from = expression(end);
            } else {
                to = expression(end);
            }
        }
        return new Ast.Slice(from, to, span);
    }

    private Ast primary(AdequalParser.PrimaryContext context) {
        return switch (context) {
            case AdequalParser.NumeralContext numeral -> numeral(numeral.NUMBER().getSymbol());
            case AdequalParser.NameContext name -> name(name);
            case AdequalParser.IfContext choice -> choice(choice);
            case AdequalParser.PiecewiseContext choice -> piecewise(choice);
            case AdequalParser.BracketsContext brackets -> {
                List<Ast> entries = all(brackets.expression(), this::expression);
                yield entries.size() == 1 ? entries.getFirst() : new Ast.Tuple(entries, source.span(context));
            }
            case AdequalParser.ArrayContext array ->
                new Ast.ArrayLiteral(all(array.expression(), this::expression), source.span(context));
            case AdequalParser.LetContext let -> new Ast.Let(
                    all(let.binding(), binding -> new Ast.Binding(newName(binding.LABEL().getSymbol()),
                            expression(binding.expression()))),
                    disjunction(let.disjunction()), source.span(context));
            default -> throw new IllegalStateException("unknown operand: " + context.getClass());
        };
    }

    private Ast name(AdequalParser.NameContext context) {
        Identifier name = identifier(context.NAME().getSymbol());
        AdequalParser.CallContext call = context.call();
        return call == null
                ? new Ast.Name(name.name(), name.span())
                : new Ast.Call(name, call.PRIME().size(), all(call.argument(), this::argument), source.span(context));
    }

    private Ast.Argument argument(AdequalParser.ArgumentContext context) {
        Identifier name = context.LABEL() == null ? null : identifier(context.LABEL().getSymbol());
        return new Ast.Argument(name, expression(context.expression()), source.span(context));
    }

    private Ast choice(AdequalParser.IfContext context) {
        List<Ast> arguments = all(context.expression(), this::expression);
        if (arguments.size() != 3) {
            throw source.error(Diagnostic.Code.NAME, "if takes 3 arguments, here are " + arguments.size(),
                    source.span(context), "write if(condition, value, otherwise)");
        }
        return new Ast.If(arguments.get(0), arguments.get(1), arguments.get(2), source.span(context));
    }

    private Ast piecewise(AdequalParser.PiecewiseContext context) {
        List<Ast> arguments = all(context.expression(), this::expression);
        if (arguments.size() < 2) {
            throw source.error(Diagnostic.Code.NAME, "piecewise takes at least 2 arguments, here is 1",
                    source.span(context), "write piecewise(condition, value, …, otherwise)");
        }
        List<Ast.Branch> branches = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            branches.add(new Ast.Branch(arguments.get(i), arguments.get(i + 1)));
        }
        return new Ast.Piecewise(branches, arguments.size() % 2 == 1 ? arguments.getLast() : null,
                source.span(context));
    }

    /** The number that a literal means, refused before any arithmetic where it is too large to be served. */
    Ast.Numeral numeral(Token token) {
        String text = token.getText();
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        String decimal = mark < 0 ? text : text.substring(0, mark);
        if (decimal.length() - (decimal.contains(".") ? 1 : 0) > DIGIT_LIMIT) {
            throw source.error(Diagnostic.Code.LIMIT, "a number of more than " + DIGIT_LIMIT + " digits",
                    source.span(token), null);
        }
        if (mark >= 0) {
            String exponent = text.substring(mark + 1).replaceFirst("^([+-]?)0+(?=[0-9])", "$1");
            if (exponent.length() > 8 || Math.abs(Integer.parseInt(exponent)) > EXPONENT_LIMIT) {
                throw source.error(Diagnostic.Code.LIMIT,
                        "a power of ten beyond 10^" + EXPONENT_LIMIT + " or below 10^-" + EXPONENT_LIMIT,
                        source.span(token), null);
            }
            text = decimal + "e" + exponent;
        }
        return new Ast.Numeral(token.getText(), Rational.parse(text), source.span(token));
    }

    Identifier identifier(Token token) {
        String name = Normalizer.normalize(token.getText(), Normalizer.Form.NFC);
        return new Identifier(name.equals("π") ? "pi" : name, source.span(token));
    }

    /** A name that gets a meaning here, so it must not be one of the constants. */
    Identifier newName(Token token) {
        Identifier name = identifier(token);
        if (Words.constants().contains(name.name())) {
            throw source.error(Diagnostic.Code.NAME, "'" + name + "' is a constant and always means the same",
                    name.span(), "choose another name, such as " + name + "1");
        }
        return name;
    }

    private static Token token(ParserRuleContext context, int child) {
        return ((TerminalNode) context.getChild(child)).getSymbol();
    }

    private static <C, T> List<T> all(List<C> contexts, Function<C, T> reader) {
        List<T> read = new ArrayList<>(contexts.size());
        for (C context : contexts) {
            read.add(reader.apply(context));
        }
        return read;
    }

    private static Ast.Multiplicative multiplicative(Token operator) {
        return switch (operator.getType()) {
            case TIMES -> Ast.Multiplicative.TIMES;
            case OVER -> Ast.Multiplicative.OVER;
            case MATRIX -> Ast.Multiplicative.MATRIX;
            default -> throw new IllegalStateException("unknown operator: " + operator);
        };
    }

    private static Ast.Relation relation(Token operator) {
        return switch (operator.getType()) {
            case LESS -> Ast.Relation.LESS;
            case LESS_OR_EQUAL, LESS_OR_EQUAL_SIGN -> Ast.Relation.LESS_OR_EQUAL;
            case GREATER -> Ast.Relation.GREATER;
            case GREATER_OR_EQUAL, GREATER_OR_EQUAL_SIGN -> Ast.Relation.GREATER_OR_EQUAL;
            case EQUAL -> Ast.Relation.EQUAL;
            case NOT_EQUAL, NOT_EQUAL_SIGN -> Ast.Relation.NOT_EQUAL;
            default -> throw new IllegalStateException("unknown operator: " + operator);
        };
    }
}
