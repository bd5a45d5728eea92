package org.adequal.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayAlgebra;
import org.adequal.expr.Constant;
import org.adequal.expr.Expr;
import org.adequal.expr.Primitive;
import org.adequal.expr.Reduction;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.View;
import org.adequal.syntax.ArrayOperations.Misfit;
import org.adequal.syntax.ArrayOperations.Operand;
import org.jspecify.annotations.Nullable;

/**
 * The functions of arrays: what is not element by element, or takes arguments by name. {@code max} and {@code min} of one
 * argument are among them, of several they are functions of the table.
 */
enum ArrayFunctions {
    SUM("x"),
    MEAN("x"),
    PROD("x"),
    MAX("x"),
    MIN("x"),
    NORM("x"),
    LOGSUMEXP("x"),
    SOFTMAX("x"),
    ARGMAX("x"),
    DOT("x", "y"),
    OUTER("x", "y"),
    DIAG("x"),
    TRACE("A"),
    TRANSPOSE("A"),
    CONCATENATE("[x, y]"),
    EYE("n"),
    ZEROS("n"),
    ONES("n"),
    FULL("n", "value"),
    ARANGE("n"),
    ONEHOT("i", "n"),
    BROADCAST_TO("x", "(m, n)"),
    WHERE("condition", "x", "y"),
    MSE("y", "t"),
    CROSS_ENTROPY("p", "t");

    private final List<String> parameters;

    ArrayFunctions(String... parameters) {
        this.parameters = List.of(parameters);
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ArrayFunctions> named(String name) {
        return Stream.of(values()).filter(function -> function.spelling().equals(name)).findFirst();
    }

    /** How it is used: {@code sum(x, axis = 0)}. */
    String signature() {
        return spelling() + "(" + String.join(", ", parameters) + switch (this) {
            case SUM, MEAN, PROD, MAX, MIN, NORM, LOGSUMEXP, ARGMAX -> ", axis = 0, keepdims = true)";
            case SOFTMAX, CONCATENATE -> ", axis = 0)";
            case TRANSPOSE -> ", (1, 0))";
            case CROSS_ENTROPY -> ", delta)";
            default -> ")";
        };
    }

    /** One line for a person. */
    String help() {
        return switch (this) {
            case SUM -> "sum over all axes, or those named";
            case MEAN -> "mean over all axes, or those named";
            case PROD -> "product over all axes, or those named";
            case MAX -> "largest element; max(x, y) is element by element";
            case MIN -> "smallest element; min(x, y) is element by element";
            case NORM -> "sqrt(sum(x^2))";
            case LOGSUMEXP -> "log(sum(exp(x))) without overflow";
            case SOFTMAX -> "exp(x - logsumexp(x)) along the last axis, or the one named";
            case ARGMAX -> "position of the first of the largest elements, from 0";
            case DOT -> "x @ y";
            case OUTER -> "products of each element of one vector with each of another";
            case DIAG -> "diagonal of a matrix, or the matrix with this diagonal";
            case TRACE -> "sum of the diagonal";
            case TRANSPOSE -> "the axes in reverse, or in the order given";
            case CONCATENATE -> "arrays one after the other along an axis";
            case EYE -> "the identity matrix";
            case ZEROS -> "zeros of a shape";
            case ONES -> "ones of a shape";
            case FULL -> "an array of a shape, the same everywhere";
            case ARANGE -> "0, 1, ..., n - 1";
            case ONEHOT -> "1 at position i and 0 elsewhere";
            case BROADCAST_TO -> "x repeated to a shape";
            case WHERE -> "if(condition, x, y), element by element";
            case MSE -> "mean((y - t)^2)";
            case CROSS_ENTROPY -> "-sum(t*log(p + delta)) along the last axis, delta 0 unless given";
        };
    }

    private int most() {
        return switch (this) {
            case TRANSPOSE -> 2;
            case CROSS_ENTROPY -> 3;
            default -> parameters.size();
        };
    }

    private boolean reduces() {
        return switch (this) {
            case SUM, MEAN, PROD, MAX, MIN, NORM, LOGSUMEXP, ARGMAX -> true;
            default -> false;
        };
    }

    /** What reads arguments: values, conditions and sizes in their scope. */
    interface Reader {
        Operand operand(Ast ast);

        Expr choice(Ast condition, Ast then, Ast otherwise);

        Size size(Ast ast);

        DiagnosticException error(Diagnostic.Code code, String message, Span span, @Nullable String hint);
    }

    /** The value of a call. */
    Expr of(Ast.Call call, Reader reader) {
        List<Ast> positional = new ArrayList<>();
        Map<String, Ast> named = new LinkedHashMap<>();
        for (Ast.Argument argument : call.arguments()) {
            Identifier name = argument.name();
            if (name == null) {
                if (!named.isEmpty()) {
                    throw reader.error(Diagnostic.Code.SYNTAX, "arguments by name come last", argument.span(), null);
                }
                positional.add(argument.value());
            } else if (known(name.name())) {
                named.put(name.name(), argument.value());
            } else {
                throw reader.error(Diagnostic.Code.NAME, spelling() + " has no argument " + name, name.span(),
                        "it is used as " + signature());
            }
        }
        if (positional.size() < parameters.size() || positional.size() > most() || call.primes() > 0) {
            throw reader.error(Diagnostic.Code.NAME, spelling() + " is given " + positional.size()
                    + (positional.size() == 1 ? " argument" : " arguments"), call.span(),
                    positional.size() > 1 && (reduces() || this == SOFTMAX)
                            ? "an axis is given by name: axis = 0"
                            : "it is used as " + signature());
        }
        return new Call(this, call.span(), positional, named, reader).value();
    }

    private boolean known(String name) {
        return switch (name) {
            case "axis" -> reduces() || this == SOFTMAX || this == CONCATENATE;
            case "keepdims" -> reduces();
            case "delta" -> this == CROSS_ENTROPY;
            default -> false;
        };
    }

    private record Call(ArrayFunctions function, Span span, List<Ast> positional, Map<String, Ast> named,
            Reader reader) {

        Expr value() {
            return switch (function) {
                case SUM -> reduced(Reduction.SUM);
                case PROD -> reduced(Reduction.PROD);
                case MAX -> reduced(Reduction.MAX);
                case MIN -> reduced(Reduction.MIN);
                case LOGSUMEXP -> reduced(Reduction.LOGSUMEXP);
                case ARGMAX -> argmax();
                case MEAN -> {
                    Operand x = operand(0);
                    yield ArrayOperations.mean(x, axes(x), keep());
                }
                case NORM -> {
                    Operand x = operand(0);
                    yield ArrayOperations.norm(x, axes(x), keep());
                }
                case SOFTMAX -> {
                    Operand x = vector(0);
                    yield ArrayOperations.softmax(x, named.containsKey("axis") ? axis(x) : x.rank() - 1);
                }
                case DOT -> ArrayOperations.product(operand(0), operand(1));
                case OUTER -> ArrayOperations.outer(operand(0), operand(1));
                case DIAG -> ArrayOperations.diagonal(operand(0));
                case TRACE -> ArrayOperations.trace(operand(0));
                case TRANSPOSE -> {
                    Operand x = operand(0);
                    yield positional.size() == 1
                            ? ArrayOperations.transposed(x)
                            : ArrayOperations.transposed(x, permutation(x));
                }
                case CONCATENATE -> concatenated();
                case EYE -> ArrayOperations.identity(reader.size(positional.getFirst()));
                case ZEROS -> ArrayAlgebra.spread(Constant.ZERO, shape(positional.getFirst()));
                case ONES -> ArrayAlgebra.spread(Constant.ONE, shape(positional.getFirst()));
                case FULL, BROADCAST_TO -> {
                    boolean full = function == FULL;
                    Operand x = operand(full ? 1 : 0);
                    Shape shape = shape(positional.get(full ? 0 : 1));
                    Shape together = ArrayOperations.broadcast(x.shape(), shape, x.span(),
                            positional.get(full ? 0 : 1).span(), function.spelling());
                    if (!together.equals(shape)) {
                        throw new Misfit(function.spelling() + ": an array of shape " + x.shape()
                                + " does not become one of shape " + shape, x.span(),
                                positional.get(full ? 0 : 1).span(), null);
                    }
                    yield ArrayAlgebra.spread(ArrayOperations.to(x.value(), shape), shape);
                }
                case ARANGE -> ArrayOperations.positions(reader.size(positional.getFirst()));
                case ONEHOT -> ArrayOperations.oneHot(operand(0), reader.size(positional.get(1)));
                case WHERE -> reader.choice(positional.get(0), positional.get(1), positional.get(2));
                case MSE -> {
                    Operand difference = new Operand(
                            ArrayOperations.map(Primitive.SUBTRACT, operand(0), operand(1)), span);
                    Operand square = new Operand(
                            Application.of(Primitive.POWER, difference.value(), Constant.TWO), span);
                    yield ArrayOperations.mean(square, View.identity(square.rank()), false);
                }
                case CROSS_ENTROPY -> crossEntropy();
            };
        }

        private Operand operand(int index) {
            return reader.operand(positional.get(index));
        }

        private Operand vector(int index) {
            Operand operand = operand(index);
            if (operand.rank() == 0) {
                throw new Misfit(function.spelling() + " takes an array, and this is a number", operand.span(), null,
                        null);
            }
            return operand;
        }

        private Expr reduced(Reduction reduction) {
            Operand x = operand(0);
            return ArrayOperations.reduced(reduction, x, axes(x), keep());
        }

        private Expr argmax() {
            Operand x = vector(0);
            if (x.rank() > 1 && !named.containsKey("axis")) {
                throw new Misfit("argmax of an array of shape " + x.shape() + ": along which axis?", x.span(), null,
                        "write argmax(x, axis = " + (x.rank() - 1) + ")");
            }
            return ArrayOperations.reduced(Reduction.ARGMAX, x, List.of(x.rank() == 1 ? 0 : axis(x)), keep());
        }

        /** -sum(t*log(p + delta)) over the last axis. */
        private Expr crossEntropy() {
            Operand p = operand(0);
            Operand t = operand(1);
            Ast delta = positional.size() > 2 ? positional.get(2) : named.get("delta");
            Operand shifted = delta == null
                    ? p
                    : new Operand(ArrayOperations.map(Primitive.ADD, p, reader.operand(delta)), p.span());
            Operand log = new Operand(Application.of(Primitive.LOG, shifted.value()), p.span());
            Operand product = new Operand(ArrayOperations.map(Primitive.MULTIPLY, t, log), span);
            return Application.of(Primitive.NEGATE, product.rank() == 0
                    ? product.value()
                    : ArrayOperations.reduced(Reduction.SUM, product, List.of(product.rank() - 1), false));
        }

        private Expr concatenated() {
            if (!(positional.getFirst() instanceof Ast.ArrayLiteral list)) {
                throw reader.error(Diagnostic.Code.SYNTAX, "concatenate takes a list of arrays",
                        positional.getFirst().span(), "write concatenate([x, y])");
            }
            List<Operand> parts = list.entries().stream().map(reader::operand).toList();
            for (Operand part : parts) {
                if (part.rank() == 0) {
                    throw new Misfit("concatenate joins arrays, and this is a number", part.span(), null,
                            "write [" + "…] around it");
                }
            }
            return ArrayOperations.concatenated(parts, named.containsKey("axis") ? axis(parts.getFirst()) : 0);
        }

        private boolean keep() {
            Ast keep = named.get("keepdims");
            if (keep == null) {
                return false;
            }
            if (keep instanceof Ast.Name name && (name.name().equals("true") || name.name().equals("false"))) {
                return name.name().equals("true");
            }
            throw reader.error(Diagnostic.Code.SYNTAX, "keepdims is true or false", keep.span(), null);
        }

        private List<Integer> axes(Operand operand) {
            Ast axis = named.get("axis");
            if (axis == null) {
                return View.identity(operand.rank());
            }
            if (axis instanceof Ast.Tuple tuple) {
                return tuple.entries().stream().map(each -> axis(operand, each)).distinct().sorted().toList();
            }
            return List.of(axis(operand, axis));
        }

        private int axis(Operand operand) {
            Ast axis = named.get("axis");
            return axis == null ? operand.rank() - 1 : axis(operand, axis);
        }

        private int axis(Operand operand, Ast ast) {
            Size axis = reader.size(ast);
            long given = axis.isLiteral() ? axis.constant() : Long.MAX_VALUE;
            if (given < -operand.rank() || given >= operand.rank()) {
                throw new Misfit("axis " + axis + " does not exist in an array of shape " + operand.shape(),
                        ast.span(), operand.span(), null);
            }
            return (int) (given < 0 ? given + operand.rank() : given);
        }

        private List<Integer> permutation(Operand operand) {
            Ast written = positional.get(1);
            List<Integer> order = written instanceof Ast.Tuple tuple
                    ? tuple.entries().stream().map(each -> axis(operand, each)).toList()
                    : List.of(axis(operand, written));
            if (!order.stream().sorted().toList().equals(View.identity(operand.rank()))) {
                throw new Misfit("transpose: " + order + " is no order of the axes of an array of shape "
                        + operand.shape(), written.span(), operand.span(), null);
            }
            return order;
        }

        private Shape shape(Ast ast) {
            return switch (ast) {
                case Ast.Tuple tuple -> new Shape(tuple.entries().stream().map(reader::size).toList());
                case Ast.ArrayLiteral list -> new Shape(list.entries().stream().map(reader::size).toList());
                default -> Shape.of(reader.size(ast));
            };
        }
    }
}
