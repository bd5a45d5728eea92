package org.adequal.expr;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.adequal.number.ExactArithmetic;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/** The columns of {@link Primitive}, filled one after the other. */
public final class Row {
    static final String EVERYWHERE = "0 == 0";
    static final String NOWHERE = "0 != 0";
    /** The derivative with respect to an argument that can't move: it exists nowhere. */
    static final String NONE = "0 for " + NOWHERE;

    static final Notation SUM = new Notation(Fixity.INFIX, 1);
    static final Notation PRODUCT = new Notation(Fixity.INFIX, 2);
    static final Notation SIGN = new Notation(Fixity.PREFIX, 3);
    static final Notation POWER = new Notation(Fixity.INFIX, 4);
    static final Notation CALL = new Notation(Fixity.CALL, 5);

    /** Where the name stands among the arguments. */
    public enum Fixity {
        CALL,
        PREFIX,
        INFIX
    }

    /** How an application is written; a larger precedence binds tighter. */
    public record Notation(Fixity fixity, int precedence) {}

    /** A value in doubles, by the number of arguments. */
    public sealed interface Value {}

    /** The double nearest to a constant. */
    public record Nullary(double value) implements Value {}

    /** A function of one double. */
    public record Unary(DoubleUnaryOperator function) implements Value {}

    /** A function of two doubles. */
    public record Binary(DoubleBinaryOperator function) implements Value {}

    /** A function of three doubles. */
    public record Ternary(TernaryOperator function) implements Value {}

    /** A function of three doubles. */
    @FunctionalInterface
    public interface TernaryOperator {
        double applyAsDouble(double x, double y, double z);
    }

    final Value value;
    List<String> parameters;
    List<String> names = List.of();
    Notation notation = CALL;
    boolean folding;
    Enclosure enclosure = Enclosure.UNKNOWN;
    FirstLook firstLook = FirstLook.UNKNOWN;
    ExactArithmetic.@Nullable Operation exact;
    List<String> derivatives = List.of();
    List<String> otherDerivatives = List.of();
    String domain = EVERYWHERE;
    List<String> smooth = List.of();
    final Map<Convention, List<String>> conventions = new EnumMap<>(Convention.class);
    int signs = Signs.ANY;
    boolean vanishesWithArgument;
    String roundings = "4";
    boolean roundingArguments;
    String help = "";

    private Row(Value value, String... parameters) {
        this.value = value;
        this.parameters = List.of(parameters);
    }

    static Row nullary(double value) {
        return new Row(new Nullary(value)).roundings("1");
    }

    static Row unary(DoubleUnaryOperator value) {
        return new Row(new Unary(value), "x");
    }

    static Row binary(DoubleBinaryOperator value) {
        return new Row(new Binary(value), "x", "y");
    }

    static Row ternary(TernaryOperator value) {
        return new Row(new Ternary(value), "x", "y", "z");
    }

    Row parameters(String... newParameters) {
        parameters = List.of(newParameters);
        return this;
    }

    Row names(String... newNames) {
        names = List.of(newNames);
        return this;
    }

    Row infix(Notation newNotation) {
        notation = newNotation;
        return this;
    }

    Row prefix() {
        notation = SIGN;
        return this;
    }

    Row folds() {
        folding = true;
        return this;
    }

    Row enclosure(Enclosure.Constant constant) {
        enclosure = (arithmetic, _) -> constant.of(arithmetic);
        return this;
    }

    Row enclosure(Enclosure.Unary function) {
        enclosure = (arithmetic, x) -> function.of(arithmetic, x[0]);
        return this;
    }

    Row enclosure(Enclosure.Binary function) {
        enclosure = (arithmetic, x) -> function.of(arithmetic, x[0], x[1]);
        return this;
    }

    Row enclosure(Enclosure.Ternary function) {
        enclosure = (arithmetic, x) -> function.of(arithmetic, x[0], x[1], x[2]);
        return this;
    }

    Row firstLook(FirstLook.Unary function) {
        firstLook = (result, x) -> function.set(result, x[0]);
        return this;
    }

    Row firstLook(FirstLook.Binary function) {
        firstLook = (result, x) -> function.set(result, x[0], x[1]);
        return this;
    }

    Row exact(UnaryOperator<Rational> operation) {
        exact = arguments -> operation.apply(arguments[0]);
        return this;
    }

    Row exact(BinaryOperator<Rational> operation) {
        exact = arguments -> operation.apply(arguments[0], arguments[1]);
        return this;
    }

    Row exact(ExactArithmetic.Operation operation) {
        exact = operation;
        return this;
    }

    Row derivative(String... texts) {
        derivatives = List.of(texts);
        return this;
    }

    Row alsoDerivative(String... texts) {
        otherDerivatives = List.of(texts);
        return this;
    }

    Row following(Convention convention, String... texts) {
        conventions.put(convention, List.of(texts));
        return this;
    }

    Row domain(String text) {
        domain = text;
        return this;
    }

    Row smooth(String... texts) {
        smooth = List.of(texts);
        return this;
    }

    Row positive() {
        signs = Signs.POSITIVE;
        return this;
    }

    Row nonnegative() {
        signs = Signs.POSITIVE | Signs.ZERO;
        return this;
    }

    Row vanishesWithArgument() {
        vanishesWithArgument = true;
        return this;
    }

    Row roundings(String text) {
        roundings = text;
        return this;
    }

    Row roundingArguments() {
        roundingArguments = true;
        return this;
    }

    Row help(String text) {
        help = text;
        return this;
    }
}
