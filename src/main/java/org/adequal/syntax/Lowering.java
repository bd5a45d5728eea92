package org.adequal.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.adequal.expr.Application;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Primitive;
import org.adequal.expr.Relation;
import org.adequal.expr.Row;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * From what was written to the graph: names get their meaning, calls of definitions are put in place, derivative
 * operators become nodes that bind their variable.
 *
 * <p>A call of the same definition with the same arguments is lowered once, so that definitions that use each other
 * twice stay as small as they are written. Runs on a deep stack ({@link DeepStack}), since it recurses with the nesting
 * of the text and of definitions.
 */
public final class Lowering {
    /** Words that are the derivative operators directly before a bracket. */
    static final Set<String> OPERATORS = Set.of("diff", "grad", "hessian", "jacobian");
    /** A derivative of a higher order than this is refused. */
    private static final int HIGHEST_ORDER = 100;
    /** Definitions that use each other are followed so far. */
    private static final int DEEPEST_CALLS = 10_000;

    private final Definitions definitions;
    private final Map<CallKey, Expr> lowered = new HashMap<>();
    private final Set<Definition> inProgress = new LinkedHashSet<>();
    private String source;
    private String in;
    private int level;
    private @Nullable Map<Expr, Span> places;

    private record CallKey(Definition definition, List<Expr> arguments, int level) {}

    private Lowering(Definitions definitions, String source, String in) {
        this.definitions = definitions;
        this.source = source;
        this.in = in;
    }

    /** The value that an expression means; refuses a condition. The names of {@code variables} are variables. */
    public static Expr value(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        return DeepStack.call(() -> new Lowering(definitions, source, in).value(ast, declared(variables)));
    }

    /** The operand of a statement such as {@code diff}: a function's bare name stands for its body. */
    public static Expr operand(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        return DeepStack.call(() -> new Lowering(definitions, source, in).operand(ast, declared(variables)));
    }

    /** Where the parts of an operand stand in the source; of a part that occurs several times, the first place. */
    public static Map<Expr, Span> places(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        return DeepStack.call(() -> {
            Lowering lowering = new Lowering(definitions, source, in);
            Map<Expr, Span> places = new IdentityHashMap<>();
            lowering.places = places;
            lowering.operand(ast, declared(variables));
            return places;
        });
    }

    /** The condition that an expression means; refuses a value. */
    public static Condition condition(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        return DeepStack.call(() -> new Lowering(definitions, source, in).condition(ast, declared(variables)));
    }

    /** Names that are declared to be variables are, even if a function has the same name. */
    private static @Nullable Scope declared(Collection<String> variables) {
        Scope scope = null;
        for (String name : variables) {
            if (!Primitive.named(name).isEmpty() && !Definitions.CONSTANTS.contains(name)) {
                scope = new Scope(name, Variable.of(name), true, scope);
            }
        }
        return scope;
    }

    private Expr value(Ast ast, @Nullable Scope scope) {
        return place(read(ast, scope), ast.span());
    }

    private Expr place(Expr value, Span span) {
        if (places != null && inProgress.isEmpty()) {
            places.putIfAbsent(value, span);
        }
        return value;
    }

    private Expr read(Ast ast, @Nullable Scope scope) {
        return switch (ast) {
            case Ast.Numeral numeral -> Constant.of(numeral.value());
            case Ast.Name name -> name(name, scope);
            case Ast.Sum sum -> {
                Expr total = scalar(sum.first(), scope);
                for (Ast.Term term : sum.rest()) {
                    total = Application.of(
                            term.operator() == Ast.Additive.PLUS ? Primitive.ADD : Primitive.SUBTRACT, total,
                            scalar(term.operand(), scope));
                    place(total, sum.first().span().to(term.operand().span()));
                }
                yield total;
            }
            case Ast.Product product -> {
                Expr total = scalar(product.first(), scope);
                for (Ast.Factor factor : product.rest()) {
                    Primitive operator = switch (factor.operator()) {
                        case TIMES -> Primitive.MULTIPLY;
                        case OVER -> Primitive.DIVIDE;
                        case MATRIX -> throw noArrays(factor.operatorSpan());
                    };
                    total = Application.of(operator, total, scalar(factor.operand(), scope));
                    place(total, product.first().span().to(factor.operand().span()));
                }
                yield total;
            }
            case Ast.Signed signed -> negated(scalar(signed.operand(), scope), signed.minuses());
            case Ast.Power power -> power(power, scope);
            case Ast.Postfix postfix -> throw noArrays(postfix.suffixes().getFirst().span());
            case Ast.Call call -> call(call, scope);
            case Ast.If choice -> {
                Condition condition = condition(choice.condition(), scope);
                yield Choice.of(condition, scalar(choice.then(), scope), scalar(choice.otherwise(), scope));
            }
            case Ast.Piecewise piecewise -> piecewise(piecewise, scope);
            case Ast.Guard guard -> {
                Expr guarded = scalar(guard.value(), scope);
                for (Ast condition : guard.conditions()) {
                    guarded = Guard.of(guarded, condition(condition, scope));
                }
                yield guarded;
            }
            case Ast.Let let -> {
                Scope inner = scope;
                for (Ast.Binding binding : let.bindings()) {
                    refuseConstant(binding.name());
                    inner = new Scope(binding.name().name(), value(binding.value(), inner), false, inner);
                }
                yield value(let.body(), inner);
            }
            case Ast.ArrayLiteral array -> stack(array, scope);
            case Ast.Comparison _,Ast.And _,Ast.Or _,Ast.Not _ ->
                throw error(Diagnostic.Code.SYNTAX, "a condition is no number", ast.span(),
                        "choose a value with if(" + ast.span().of(source) + ", 1, 0)");
            case Ast.Tuple tuple -> throw error(Diagnostic.Code.SYNTAX, "a list in brackets is no value", tuple.span(),
                    "write an array with [ ]");
        };
    }

    private Condition condition(Ast ast, @Nullable Scope scope) {
        return switch (ast) {
            case Ast.Comparison comparison -> {
                Expr left = scalar(comparison.first(), scope);
                Condition all = null;
                for (Ast.Link link : comparison.rest()) {
                    Expr right = scalar(link.operand(), scope);
                    Condition next = Comparison.of(Relation.valueOf(link.relation().name()), left, right);
                    all = all == null ? next : Junction.of(Junction.Kind.AND, all, next);
                    left = right;
                }
                yield all == null ? Truth.TRUE : all;
            }
            case Ast.And and -> junction(Junction.Kind.AND, and.operands(), scope);
            case Ast.Or or -> junction(Junction.Kind.OR, or.operands(), scope);
            case Ast.Not not -> {
                Condition condition = condition(not.operand(), scope);
                for (int i = 0; i < not.count(); i++) {
                    condition = Negation.of(condition);
                }
                yield condition;
            }
            default -> throw error(Diagnostic.Code.SYNTAX, "this is a number where a condition is needed", ast.span(),
                    "compare it: " + ast.span().of(source) + " != 0");
        };
    }

    private Condition junction(Junction.Kind kind, List<Ast> operands, @Nullable Scope scope) {
        Condition all = condition(operands.getFirst(), scope);
        for (Ast operand : operands.subList(1, operands.size())) {
            all = Junction.of(kind, all, condition(operand, scope));
        }
        return all;
    }

    /** A value that is no array. */
    private Expr scalar(Ast ast, @Nullable Scope scope) {
        Expr value = value(ast, scope);
        if (!value.shape().isScalar()) {
            throw error(Diagnostic.Code.SHAPE, "an array of shape " + value.shape() + " where a number is needed",
                    ast.span(), "operations on arrays are not available yet");
        }
        return value;
    }

    private static Expr negated(Expr operand, int minuses) {
        Expr value = operand;
        for (int i = 0; i < minuses; i++) {
            value = Application.of(Primitive.NEGATE, value);
        }
        return value;
    }

    private Expr power(Ast.Power power, @Nullable Scope scope) {
        Expr exponent = null;
        for (Ast.Exponent next : power.exponents().reversed()) {
            Expr operand = scalar(next.operand(), scope);
            exponent = negated(exponent == null ? operand : Application.of(Primitive.POWER, operand, exponent),
                    next.minuses());
        }
        Expr base = scalar(power.base(), scope);
        return exponent == null ? base : Application.of(Primitive.POWER, base, exponent);
    }

    private Expr piecewise(Ast.Piecewise piecewise, @Nullable Scope scope) {
        List<Ast.Branch> branches = piecewise.branches();
        Expr rest = piecewise.otherwise() == null ? null : scalar(piecewise.otherwise(), scope);
        for (Ast.Branch branch : branches.reversed()) {
            Condition condition = condition(branch.condition(), scope);
            Expr value = scalar(branch.value(), scope);
            rest = rest == null ? Guard.of(value, condition) : Choice.of(condition, value, rest);
        }
        return rest == null ? Constant.ZERO : rest;
    }

    private Expr stack(Ast.ArrayLiteral array, @Nullable Scope scope) {
        List<Expr> entries = array.entries().stream().map(entry -> value(entry, scope)).toList();
        for (int i = 1; i < entries.size(); i++) {
            if (!entries.get(i).shape().equals(entries.getFirst().shape())) {
                throw error(Diagnostic.Code.SHAPE, "the entries of an array have one shape: the first has "
                        + entries.getFirst().shape() + ", this one " + entries.get(i).shape(),
                        array.entries().get(i).span(), null);
            }
        }
        return Stack.of(entries);
    }

    // names

    private Expr name(Ast.Name name, @Nullable Scope scope) {
        Scope local = Scope.find(scope, name.name());
        if (local != null) {
            return local.meaning();
        }
        Definition definition = definitions.get(name.name());
        if (definition != null) {
            if (definition.isFunction()) {
                throw error(Diagnostic.Code.NAME, name.name() + " is a function", name.span(),
                        "give it arguments: " + signature(definition));
            }
            return call(definition, List.of(), name.span());
        }
        if (name.name().equals("inf")) {
            throw error(Diagnostic.Code.NAME, "inf is no number: it bounds ranges only", name.span(), null);
        }
        for (Primitive primitive : Primitive.named(name.name())) {
            if (primitive.arity() == 0) {
                return Application.of(primitive);
            }
            throw error(Diagnostic.Code.NAME, name.name() + " is a function", name.span(),
                    "give it arguments: " + signature(primitive));
        }
        if (Prelude.definitions().get(name.name()) instanceof Definition known) {
            throw error(Diagnostic.Code.NAME, name.name() + " is a function", name.span(),
                    "give it arguments: " + signature(known));
        }
        return Variable.of(name.name());
    }

    static String signature(Definition definition) {
        return definition.name() + "("
                + String.join(", ", definition.parameters().stream().map(p -> p.name().name()).toList()) + ")";
    }

    static String signature(Primitive primitive) {
        return primitive.names().getFirst() + "(" + String.join(", ", primitive.parameters()) + ")";
    }

    private void refuseConstant(Identifier name) {
        if (Definitions.CONSTANTS.contains(name.name())) {
            throw error(Diagnostic.Code.NAME, name + " is a constant and cannot be given a value", name.span(),
                    "choose another name");
        }
    }

    // calls

    private Expr call(Ast.Call call, @Nullable Scope scope) {
        String name = call.function().name();
        if (OPERATORS.contains(name)) {
            return operator(call, scope);
        }
        boolean builtin = !Primitive.named(name).isEmpty();
        if (!builtin && Scope.find(scope, name) != null) {
            throw noFunction(call);
        }
        for (Ast.Argument argument : call.arguments()) {
            if (argument.name() != null) {
                throw error(Diagnostic.Code.SHAPE, "named arguments belong to functions of arrays, "
                        + "which are not available yet", argument.span(), null);
            }
        }
        Definition definition = definitions.get(name);
        if (definition == null && !builtin) {
            definition = Prelude.definitions().get(name);
        }
        if (definition != null && !definition.isFunction()) {
            throw noFunction(call);
        }
        List<Expr> arguments = new ArrayList<>();
        for (Ast.Argument argument : call.arguments()) {
            arguments.add(scalar(argument.value(), scope));
        }
        if (definition != null) {
            Definition function = definition;
            return primed(call, function.parameters().size(), arguments,
                    values -> call(function, values, call.span()), signature(function));
        }
        return primitive(call, arguments);
    }

    private DiagnosticException noFunction(Ast.Call call) {
        String name = call.function().name();
        return error(Diagnostic.Code.NAME, name + " is a number here and no function", call.function().span(),
                "there is no implicit multiplication: write " + name + "*(...)");
    }

    private Expr primitive(Ast.Call call, List<Expr> arguments) {
        String name = call.function().name();
        List<Primitive> candidates = Primitive.named(name).stream().filter(p -> p.arity() > 0).toList();
        if (candidates.isEmpty()) {
            throw unknownFunction(call);
        }
        for (Primitive candidate : candidates) {
            if (candidate.arity() == arguments.size()) {
                return primed(call, candidate.arity(), arguments, values -> Application.of(candidate, values),
                        signature(candidate));
            }
        }
        Primitive first = candidates.getFirst();
        if (first.isFolding() && arguments.size() > first.arity() && call.primes() == 0) {
            return arguments.stream().reduce((a, b) -> Application.of(first, a, b)).orElseThrow();
        }
        throw arity(call, String.join(" or ", candidates.stream().map(Lowering::signature).toList()));
    }

    private DiagnosticException arity(Ast.Call call, String signature) {
        int count = call.arguments().size();
        return error(Diagnostic.Code.NAME,
                call.function() + " is given " + count + (count == 1 ? " argument" : " arguments"), call.span(),
                "it is used as " + signature);
    }

    private DiagnosticException unknownFunction(Ast.Call call) {
        String name = call.function().name();
        if (Spelling.ARRAY_FUNCTIONS.contains(name)) {
            return error(Diagnostic.Code.SHAPE, name + " works on arrays, which are not available yet",
                    call.function().span(), null);
        }
        Set<String> known = new HashSet<>();
        definitions.all().stream().filter(Definition::isFunction).forEach(d -> known.add(d.name()));
        Prelude.definitions().all().forEach(d -> known.add(d.name()));
        for (Primitive primitive : Primitive.values()) {
            if (primitive.notation().fixity() == Row.Fixity.CALL && primitive.arity() > 0) {
                known.addAll(primitive.names());
            }
        }
        String suggestion = Spelling.suggestion(name, known);
        return error(Diagnostic.Code.NAME, "unknown function " + name, call.function().span(),
                suggestion != null
                        ? "did you mean " + suggestion + "?"
                        : "define it: " + name + "(x) = ..., or if it is a variable write " + name + "*(...)");
    }

    private interface Body {
        Expr of(List<Expr> arguments);
    }

    /** f(x), f'(x), f''(x): each prime is a derivative that binds a variable of its own. */
    private Expr primed(Ast.Call call, int arity, List<Expr> arguments, Body body, String signature) {
        if (arguments.size() != arity) {
            throw arity(call, signature);
        }
        if (call.primes() == 0) {
            return body.of(arguments);
        }
        if (arity != 1) {
            throw error(Diagnostic.Code.NAME,
                    call.function() + " has " + arity + " variables: ' is the derivative of a function of one",
                    call.function().span(), "write diff(" + signature + ", x)");
        }
        refuseOrder(call.primes(), call.span());
        return primed(call.primes(), arguments.getFirst(), body);
    }

    private Expr primed(int primes, Expr at, Body body) {
        if (primes == 0) {
            return body.of(List.of(at));
        }
        Variable bound = Variable.bound("x", ++level);
        Expr inner = primed(primes - 1, bound, body);
        level--;
        return Derivative.of(inner, bound, at);
    }

    private void refuseOrder(int order, Span span) {
        if (order > HIGHEST_ORDER) {
            throw error(Diagnostic.Code.LIMIT, "a derivative of order " + order + " is beyond the limit of "
                    + HIGHEST_ORDER, span, null);
        }
    }

    private Expr call(Definition definition, List<Expr> arguments, Span span) {
        CallKey key = new CallKey(definition, arguments, level);
        Expr known = lowered.get(key);
        if (known != null) {
            return known;
        }
        Scope scope = null;
        List<Statement.Parameter> parameters = definition.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            scope = new Scope(parameters.get(i).name().name(), arguments.get(i), true, scope);
        }
        Expr result = within(definition, scope, span);
        lowered.put(key, result);
        return result;
    }

    /** The body of a definition where its names have these meanings. */
    private Expr within(Definition definition, @Nullable Scope scope, Span use) {
        if (inProgress.contains(definition)) {
            throw error(Diagnostic.Code.NAME, definition.name() + " is defined by itself", use,
                    "a definition may use others, but not itself: " + definition);
        }
        if (inProgress.size() >= DEEPEST_CALLS) {
            throw error(Diagnostic.Code.LIMIT, "definitions use each other more than " + DEEPEST_CALLS + " deep", use,
                    null);
        }
        String outerSource = source;
        String outerIn = in;
        inProgress.add(definition);
        source = definition.source();
        in = definition.in();
        for (Statement.Parameter parameter : definition.parameters()) {
            if (!parameter.sizes().isEmpty()) {
                throw noArrays(parameter.span());
            }
        }
        Expr result = value(definition.statement().body(), scope);
        source = outerSource;
        in = outerIn;
        inProgress.remove(definition);
        return result;
    }

    // derivative operators

    private Expr operator(Ast.Call call, @Nullable Scope scope) {
        if (call.primes() > 0 || call.arguments().isEmpty()) {
            throw arity(call, call.function() + "(u, x)");
        }
        Ast operand = call.arguments().getFirst().value();
        List<Identifier> names = names(call, operand, scope);
        return switch (call.function().name()) {
            case "diff" -> derivative(operand, names, names.size() - 1, scope);
            case "grad" -> rows(names, name -> derivative(operand, List.of(name), 0, scope));
            case "jacobian" -> jacobian(operand, names, scope);
            default -> rows(names, row -> rows(names, column -> derivative(operand, List.of(row, column), 1, scope)));
        };
    }

    private interface Entry {
        Expr of(Identifier name);
    }

    /** One entry per variable; of a single variable the entry itself. */
    private static Expr rows(List<Identifier> names, Entry entry) {
        List<Expr> entries = names.stream().map(entry::of).toList();
        return entries.size() == 1 ? entries.getFirst() : Stack.of(entries);
    }

    private Expr jacobian(Ast operand, List<Identifier> names, @Nullable Scope scope) {
        if (!(operand instanceof Ast.ArrayLiteral array)) {
            return rows(names, name -> derivative(operand, List.of(name), 0, scope));
        }
        return Stack.of(array.entries().stream()
                .map(entry -> rows(names, name -> derivative(entry, List.of(name), 0, scope))).toList());
    }

    /** The variables after the operand, repeated by counts: {@code diff(u, x, 2, y)} is x, x, y. */
    private List<Identifier> names(Ast.Call call, Ast operand, @Nullable Scope scope) {
        List<Identifier> names = new ArrayList<>();
        boolean diff = call.function().name().equals("diff");
        for (Ast.Argument argument : call.arguments().subList(1, call.arguments().size())) {
            switch (argument.value()) {
                case Ast.Name name -> names.add(new Identifier(name.name(), name.span()));
                case Ast.Numeral count when diff && !names.isEmpty() && count.value().isInteger()
                        && count.value().signum() > 0 -> {
                    refuseOrder(count.value().compareTo(Rational.of(HIGHEST_ORDER)) > 0
                            ? HIGHEST_ORDER + 1
                            : count.value().numerator().intValueExact(), count.span());
                    Identifier last = names.getLast();
                    for (int i = 1; i < count.value().numerator().intValueExact(); i++) {
                        names.add(last);
                    }
                }
                default -> throw error(Diagnostic.Code.SYNTAX, "a variable to differentiate by is a name",
                        argument.span(), "write " + call.function() + "(u, x)");
            }
        }
        refuseOrder(diff ? names.size() : 1, call.span());
        if (names.isEmpty()) {
            names.addAll(allVariables(operand, call.span(), scope));
            if (diff && names.size() > 1) {
                throw error(Diagnostic.Code.NAME, "by which of its variables? " + names, call.span(),
                        "write diff(u, " + names.getFirst() + ")");
            }
        }
        if (names.isEmpty()) {
            throw error(Diagnostic.Code.NAME, "there is no variable to differentiate by", operand.span(),
                    "name one: " + call.function() + "(u, x)");
        }
        return names;
    }

    /** The variables of the operand: its parameters if it is a function, else all free names, parameters included. */
    private List<Identifier> allVariables(Ast operand, Span span, @Nullable Scope scope) {
        if (operand instanceof Ast.Name name && Scope.find(scope, name.name()) == null
                && definitions.get(name.name()) instanceof Definition definition && definition.isFunction()) {
            return definition.variables().stream().map(variable -> new Identifier(variable, span)).toList();
        }
        Scope symbolic = symbolic(scope);
        return Graph.variables(value(operand, symbolic)).stream().map(v -> new Identifier(v.name(), span)).toList();
    }

    /** The scope in which parameters mean themselves. */
    private static @Nullable Scope symbolic(@Nullable Scope scope) {
        return scope == null
                ? null
                : new Scope(scope.name(), scope.parameter() ? Variable.of(scope.name()) : scope.meaning(),
                        scope.parameter(), symbolic(scope.outer()));
    }

    /** d/d names[last] ... d/d names[0] of the operand; each binds its variable and is taken at what the name means. */
    private Expr derivative(Ast operand, List<Identifier> names, int last, @Nullable Scope scope) {
        if (last < 0) {
            return operand(operand, scope);
        }
        Identifier name = names.get(last);
        Scope local = Scope.find(scope, name.name());
        Expr at;
        if (local != null) {
            at = local.meaning();
        } else {
            refuseConstant(name);
            Definition definition = definitions.get(name.name());
            boolean ownParameter = operand instanceof Ast.Name function
                    && definitions.get(function.name()) instanceof Definition f && f.variables().contains(name.name());
            if (definition != null && !ownParameter) {
                throw error(Diagnostic.Code.NAME, name + " has a value, " + definition + ": it cannot vary",
                        name.span(),
                        "forget " + name);
            }
            if (!Primitive.named(name.name()).isEmpty()) {
                throw error(Diagnostic.Code.NAME, name + " is a function, and no variable", name.span(), null);
            }
            at = Variable.of(name.name());
        }
        Variable bound = Variable.bound(name.name(), ++level);
        Expr body = derivative(operand, names, last - 1, new Scope(name.name(), bound, true, scope));
        level--;
        return Derivative.of(body, bound, at);
    }

    /** A value, or the body of the function whose bare name this is, its parameters meaning what their names mean here. */
    private Expr operand(Ast ast, @Nullable Scope scope) {
        if (ast instanceof Ast.Name name && Scope.find(scope, name.name()) == null
                && definitions.get(name.name()) instanceof Definition definition && definition.isFunction()) {
            Scope inner = null;
            for (Statement.Parameter parameter : definition.parameters()) {
                String own = parameter.name().name();
                Scope local = Scope.find(scope, own);
                inner = new Scope(own, local != null ? local.meaning() : Variable.of(own), true, inner);
            }
            return within(definition, inner, name.span());
        }
        return value(ast, scope);
    }

    private DiagnosticException noArrays(Span span) {
        return error(Diagnostic.Code.SHAPE, "operations on arrays are not available yet", span, null);
    }

    private DiagnosticException error(Diagnostic.Code code, String message, Span span, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, span, hint, source, in));
    }
}
