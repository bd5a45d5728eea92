package org.adequal.syntax;

import java.util.List;

import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * An expression as it was written: values, conditions and lists share this type, the lowering tells them apart.
 *
 * <p>Whatever can be long without brackets is a list here, so the depth of a tree is bounded by the nesting of brackets
 * and {@code let}: {@code a - b + c} is one {@link Sum}, {@code ---x} one {@link Signed}. Brackets leave no node.
 */
public sealed interface Ast {

    /** The text this expression was read from, brackets around it left out. */
    Span span();

    /** A decimal literal: its text and the number that this decimal means exactly. */
    record Numeral(String text, Rational value, Span span) implements Ast {}

    /** A variable, constant or bare function: {@code x}, {@code pi}. */
    record Name(String name, Span span) implements Ast {}

    /** {@code first ± a ± b …}, from left to right; {@code rest} is not empty. */
    record Sum(Ast first, List<Term> rest, Span span) implements Ast {
        public Sum {
            rest = List.copyOf(rest);
        }
    }

    /** A further summand with the operator before it. */
    record Term(Additive operator, Span operatorSpan, Ast operand) {}

    /** The operators of a sum. */
    enum Additive {
        PLUS,
        MINUS
    }

    /** {@code first * a / b @ c …}, from left to right; {@code rest} is not empty. */
    record Product(Ast first, List<Factor> rest, Span span) implements Ast {
        public Product {
            rest = List.copyOf(rest);
        }
    }

    /** A further factor with the operator before it. */
    record Factor(Multiplicative operator, Span operatorSpan, Ast operand) {}

    /** The operators of a product; {@link #MATRIX} is {@code @}. */
    enum Multiplicative {
        TIMES,
        OVER,
        MATRIX
    }

    /** Prefix signs: {@code --+x} has 2 minuses; {@code minuses} is 0 where all signs are {@code +}. */
    record Signed(int minuses, Ast operand, Span span) implements Ast {}

    /**
     * {@code base ^ e1 ^ e2 …}, from right to left; {@code exponents} is not empty. The signs of an exponent apply to it
     * and all that follows: {@code 2^-3^2} is {@code 2^(-(3^2))}.
     */
    record Power(Ast base, List<Exponent> exponents, Span span) implements Ast {
        public Power {
            exponents = List.copyOf(exponents);
        }
    }

    /** An exponent; {@code signed} tells that signs were written, {@code minuses} how many of them were minus. */
    record Exponent(Span operatorSpan, boolean signed, int minuses, Ast operand) {}

    /** {@code operand[…].T…}, from left to right; {@code suffixes} is not empty. */
    record Postfix(Ast operand, List<Suffix> suffixes, Span span) implements Ast {
        public Postfix {
            suffixes = List.copyOf(suffixes);
        }
    }

    /** What may follow an operand. */
    sealed interface Suffix {
        Span span();
    }

    /** {@code .T} */
    record Transpose(Span span) implements Suffix {}

    /** {@code .width}: a column of a table that was loaded. */
    record Member(String name, Span span) implements Suffix {}

    /** {@code [i, 1:, None]}; not empty. */
    record Subscript(List<Index> indices, Span span) implements Suffix {
        public Subscript {
            indices = List.copyOf(indices);
        }
    }

    /** One entry of a subscript. */
    sealed interface Index {
        Span span();
    }

    /** A position, counted from 0, or from the end where negative. */
    record Element(Ast position, Span span) implements Index {}

    /** {@code from:to}, either end optional. */
    record Slice(@Nullable Ast from, @Nullable Ast to, Span span) implements Index {}

    /** {@code None}: a new axis of length 1. */
    record NewAxis(Span span) implements Index {}

    /** {@code f(x, axis = 0)}, {@code f''(x)}; also diff, grad, hessian, jacobian and compare. */
    record Call(Identifier function, int primes, List<Argument> arguments, Span span) implements Ast {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** An argument, with its name in {@code axis = 0}. */
    record Argument(@Nullable Identifier name, Ast value, Span span) {}

    /** {@code if(condition, then, otherwise)} */
    record If(Ast condition, Ast then, Ast otherwise, Span span) implements Ast {}

    /** {@code piecewise(c1, a1, …, otherwise)}: the first branch whose condition holds; at least one branch. */
    record Piecewise(List<Branch> branches, @Nullable Ast otherwise, Span span) implements Ast {
        public Piecewise {
            branches = List.copyOf(branches);
        }
    }

    /** A condition and the value where it is the first to hold. */
    record Branch(Ast condition, Ast value) {}

    /** {@code a < b <= c}: all links hold; {@code rest} is not empty. */
    record Comparison(Ast first, List<Link> rest, Span span) implements Ast {
        public Comparison {
            rest = List.copyOf(rest);
        }
    }

    /** A relation and its right side; the left side is what stands before it. */
    record Link(Relation relation, Span relationSpan, Ast operand) {}

    /** The relations between two numbers. */
    enum Relation {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL,
        NOT_EQUAL
    }

    /** {@code a and b and …}, at least two. */
    record And(List<Ast> operands, Span span) implements Ast {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** {@code a or b or …}, at least two. */
    record Or(List<Ast> operands, Span span) implements Ast {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** {@code not not … c}: {@code count} times, at least once. */
    record Not(int count, Ast operand, Span span) implements Ast {}

    /** {@code value for c1 for c2 …}: the value where all conditions hold; at least one. */
    record Guard(Ast value, List<Ast> conditions, Span span) implements Ast {
        public Guard {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code let a = …, b = … in body}: each name is known to the later bindings and to the body; not empty. */
    record Let(List<Binding> bindings, Ast body, Span span) implements Ast {
        public Let {
            bindings = List.copyOf(bindings);
        }
    }

    /** A name and the expression it stands for. */
    record Binding(Identifier name, Ast value) {}

    /** {@code [a, b, c]}: entries along the first axis; not empty. */
    record ArrayLiteral(List<Ast> entries, Span span) implements Ast {
        public ArrayLiteral {
            entries = List.copyOf(entries);
        }
    }

    /** {@code (m, n)}: a list in brackets, which is no value; it has a meaning as shape or point only. At least two. */
    record Tuple(List<Ast> entries, Span span) implements Ast {
        public Tuple {
            entries = List.copyOf(entries);
        }
    }
}
