package org.adequal.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.adequal.expr.Application;
import org.adequal.expr.ArrayValue;
import org.adequal.expr.Choice;
import org.adequal.expr.Comparison;
import org.adequal.expr.Condition;
import org.adequal.expr.Constant;
import org.adequal.expr.Derivative;
import org.adequal.expr.Every;
import org.adequal.expr.Expr;
import org.adequal.expr.Graph;
import org.adequal.expr.Guard;
import org.adequal.expr.Junction;
import org.adequal.expr.Negation;
import org.adequal.expr.Primitive;
import org.adequal.expr.Relation;
import org.adequal.expr.Row;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Stack;
import org.adequal.expr.Truth;
import org.adequal.expr.Variable;
import org.adequal.expr.View;
import org.adequal.number.Rational;
import org.adequal.syntax.ArrayOperations.Operand;
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
    private final Map<String, Shape> shapes;
    private final Set<String> sizes = new HashSet<>();
    private final Map<CallKey, Expr> lowered = new HashMap<>();
    private final Set<Definition> inProgress = new LinkedHashSet<>();
    private String source;
    private String in;
    private int level;
    private @Nullable Map<Expr, Span> places;

    private record CallKey(Definition definition, List<Expr> arguments, int level) {}

    private Lowering(Definitions definitions, String source, String in, Map<String, Shape> shapes) {
        this.definitions = definitions;
        this.shapes = new HashMap<>(definitions.shapes());
        this.shapes.putAll(shapes);
        this.shapes.values().forEach(shape -> shape.sizes().forEach(size -> sizes.addAll(size.names().keySet())));
        this.source = source;
        this.in = in;
    }

    /** The value that an expression means; refuses a condition. The names of {@code variables} are variables. */
    public static Expr value(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        return value(ast, source, in, definitions, scalars(variables));
    }

    /** The operand of a statement such as {@code diff}: a function's bare name stands for its body. */
    public static Expr operand(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        return operand(ast, source, in, definitions, scalars(variables));
    }

    /** Where the parts of an operand stand in the source; of a part that occurs several times, the first place. */
    public static Map<Expr, Span> places(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        Lowering lowering = new Lowering(definitions, source, in, Map.of());
        return lowering.run(() -> {
            Map<Expr, Span> places = new IdentityHashMap<>();
            lowering.places = places;
            lowering.operand(ast, declared(scalars(variables)));
            return places;
        });
    }

    /** The condition that an expression means; refuses a value. */
    public static Condition condition(Ast ast, String source, String in, Definitions definitions,
            Collection<String> variables) {
        Lowering lowering = new Lowering(definitions, source, in, Map.of());
        return lowering.run(() -> lowering.condition(ast, declared(scalars(variables))));
    }

    /** The same, the names being variables of these shapes. */
    public static Expr value(Ast ast, String source, String in, Definitions definitions,
            Map<String, Shape> variables) {
        Lowering lowering = new Lowering(definitions, source, in, variables);
        return lowering.run(() -> lowering.value(ast, declared(variables)));
    }

    /** The same, the names being variables of these shapes. */
    public static Expr operand(Ast ast, String source, String in, Definitions definitions,
            Map<String, Shape> variables) {
        Lowering lowering = new Lowering(definitions, source, in, variables);
        return lowering.run(() -> lowering.operand(ast, declared(variables)));
    }

    /** The parameters of a function as variables, those to be differentiated by first; no value has any. */
    public static List<Variable> parameters(Definition definition) {
        return definition.parameters().stream().map(Lowering::parameter).toList();
    }

    private static Variable parameter(Statement.Parameter parameter) {
        return Variable.of(parameter.name().name(), Definitions.shape(parameter));
    }

    private static Map<String, Shape> scalars(Collection<String> variables) {
        Map<String, Shape> scalars = new LinkedHashMap<>();
        variables.forEach(name -> scalars.put(name, Shape.SCALAR));
        return scalars;
    }

    private <T> T run(Supplier<T> lower) {
        try {
            return DeepStack.call(lower);
        } catch (ArrayOperations.Misfit e) {
            throw e.in(source, in);
        }
    }

    /** Names that are declared to be variables are, even if a function has the same name. */
    private static @Nullable Scope declared(Map<String, Shape> variables) {
        Scope scope = null;
        for (Map.Entry<String, Shape> variable : variables.entrySet()) {
            String name = variable.getKey();
            if ((!Primitive.named(name).isEmpty() || ArrayFunctions.named(name).isPresent())
                    && !Definitions.CONSTANTS.contains(name)) {
                scope = new Scope(name, Variable.of(name, variable.getValue()), true, scope);
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
                Operand total = part(sum.first(), scope);
                for (Ast.Term term : sum.rest()) {
                    Primitive operator = term.operator() == Ast.Additive.PLUS ? Primitive.ADD : Primitive.SUBTRACT;
                    Operand next = part(term.operand(), scope);
                    total = new Operand(ArrayOperations.map(operator, total, next), total.span().to(next.span()));
                    place(total.value(), total.span());
                }
                yield total.value();
            }
            case Ast.Product product -> {
                Operand total = part(product.first(), scope);
                for (Ast.Factor factor : product.rest()) {
                    Operand next = part(factor.operand(), scope);
                    Expr value = switch (factor.operator()) {
                        case TIMES -> ArrayOperations.map(Primitive.MULTIPLY, total, next);
                        case OVER -> ArrayOperations.map(Primitive.DIVIDE, total, next);
                        case MATRIX -> ArrayOperations.product(total, next);
                    };
                    total = new Operand(value, total.span().to(next.span()));
                    place(value, total.span());
                }
                yield total.value();
            }
            case Ast.Signed signed -> negated(value(signed.operand(), scope), signed.minuses());
            case Ast.Power power -> power(power, scope);
            case Ast.Postfix postfix -> postfix(postfix, scope);
            case Ast.Call call -> call(call, scope);
            case Ast.If choice -> {
                Condition condition = condition(choice.condition(), scope);
                yield ArrayOperations.choose(condition, choice.condition().span(), part(choice.then(), scope),
                        part(choice.otherwise(), scope));
            }
            case Ast.Piecewise piecewise -> piecewise(piecewise, scope);
            case Ast.Guard guard -> {
                Expr guarded = value(guard.value(), scope);
                for (Ast ast2 : guard.conditions()) {
                    // of an array, the condition of every element
                    Condition condition = condition(ast2, scope);
                    guarded = Guard.of(guarded,
                            condition.shape().isScalar() ? condition : Every.of(condition));
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
                Operand left = part(comparison.first(), scope);
                Condition all = null;
                for (Ast.Link link : comparison.rest()) {
                    Operand right = part(link.operand(), scope);
                    Condition next = ArrayOperations.compare(Relation.valueOf(link.relation().name()), left, right);
                    all = all == null ? next : ArrayOperations.join(Junction.Kind.AND, all, next, comparison.span());
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
            all = ArrayOperations.join(kind, all, condition(operand, scope), operand.span());
        }
        return all;
    }

    private Operand part(Ast ast, @Nullable Scope scope) {
        return new Operand(value(ast, scope), ast.span());
    }

    // arrays

    private Expr postfix(Ast.Postfix postfix, @Nullable Scope scope) {
        Ast.Suffix first = postfix.suffixes().getFirst();
        boolean column = first instanceof Ast.Member;
        Operand operand = first instanceof Ast.Member member
                ? new Operand(member(postfix.operand(), member), postfix.operand().span().to(member.span()))
                : part(postfix.operand(), scope);
        for (Ast.Suffix suffix : postfix.suffixes().subList(column ? 1 : 0, postfix.suffixes().size())) {
            Expr value = switch (suffix) {
                case Ast.Transpose _ -> ArrayOperations.transposed(operand);
                case Ast.Member member -> throw error(Diagnostic.Code.NAME, "only tables have columns", member.span(),
                        null);
                case Ast.Subscript subscript -> element(operand, subscript, scope);
            };
            operand = new Operand(value, operand.span().to(suffix.span()));
        }
        return operand.value();
    }

    /** The column of a table. */
    private Expr member(Ast operand, Ast.Member member) {
        Map<String, ArrayValue> table = operand instanceof Ast.Name name ? definitions.table(name.name()) : null;
        if (table == null) {
            throw error(Diagnostic.Code.NAME, operand instanceof Ast.Name name
                    ? name.name() + " is no table"
                    : "only tables have columns", operand.span(), "load \"file.csv\" as data makes a table");
        }
        ArrayValue column = table.get(member.name());
        if (column == null) {
            String suggestion = Spelling.suggestion(member.name(), table.keySet());
            throw error(Diagnostic.Code.NAME, "there is no column " + member.name(), member.span(),
                    suggestion != null
                            ? "did you mean " + suggestion + "?"
                            : "there are " + String.join(", ", table.keySet()));
        }
        return Variable.data(((Ast.Name) operand).name() + "." + member.name(), column.shape());
    }

    private Expr element(Operand operand, Ast.Subscript subscript, @Nullable Scope scope) {
        ArrayOperations.Indexing indexing = new ArrayOperations.Indexing(operand);
        int count = (int) subscript.indices().stream().filter(index -> !(index instanceof Ast.NewAxis)).count();
        for (Ast.Index index : subscript.indices()) {
            switch (index) {
                case Ast.NewAxis _ -> indexing.newAxis();
                case Ast.Element element -> indexing.element(size(element.position(), scope), index.span(), count);
                case Ast.Slice slice -> indexing.slice(
                        Optional.ofNullable(slice.from()).map(from -> size(from, scope)),
                        Optional.ofNullable(slice.to()).map(to -> size(to, scope)), index.span(), count);
            }
        }
        return indexing.value();
    }

    /** A whole number, known or in terms of size names: an index, a size, an axis. */
    private Size size(Ast ast, @Nullable Scope scope) {
        Expr value = value(ast, scope);
        return Size.of(value).orElseThrow(() -> new ArrayOperations.Misfit(
                "here a whole number is needed, in digits or by the names of sizes", ast.span(), null, null));
    }

    private ArrayFunctions.Reader reader(@Nullable Scope scope) {
        return new ArrayFunctions.Reader() {
            @Override
            public Operand operand(Ast ast) {
                return part(ast, scope);
            }

            @Override
            public Expr choice(Ast condition, Ast then, Ast otherwise) {
                return ArrayOperations.choose(condition(condition, scope), condition.span(), part(then, scope),
                        part(otherwise, scope));
            }

            @Override
            public Size size(Ast ast) {
                return Lowering.this.size(ast, scope);
            }

            @Override
            public DiagnosticException error(Diagnostic.Code code, String message, Span span, @Nullable String hint) {
                return Lowering.this.error(code, message, span, hint);
            }
        };
    }

    private static Expr negated(Expr operand, int minuses) {
        Expr value = operand;
        for (int i = 0; i < minuses; i++) {
            value = Application.of(Primitive.NEGATE, value);
        }
        return value;
    }

    private Expr power(Ast.Power power, @Nullable Scope scope) {
        Operand exponent = null;
        for (Ast.Exponent next : power.exponents().reversed()) {
            Operand operand = part(next.operand(), scope);
            exponent = new Operand(
                    negated(exponent == null
                            ? operand.value()
                            : ArrayOperations.map(Primitive.POWER, operand, exponent), next.minuses()),
                    exponent == null ? operand.span() : operand.span().to(exponent.span()));
        }
        Operand base = part(power.base(), scope);
        return exponent == null ? base.value() : ArrayOperations.map(Primitive.POWER, base, exponent);
    }

    private Expr piecewise(Ast.Piecewise piecewise, @Nullable Scope scope) {
        List<Ast.Branch> branches = piecewise.branches();
        Expr rest = piecewise.otherwise() == null ? null : value(piecewise.otherwise(), scope);
        for (Ast.Branch branch : branches.reversed()) {
            Condition condition = condition(branch.condition(), scope);
            Operand value = part(branch.value(), scope);
            rest = rest == null
                    ? Guard.of(value.value(), condition.shape().isScalar() ? condition : Every.of(condition))
                    : ArrayOperations.choose(condition, branch.condition().span(), value,
                            new Operand(rest, piecewise.span()));
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
        Map<String, ArrayValue> table = definitions.table(name.name());
        if (table != null) {
            throw error(Diagnostic.Code.NAME, name.name() + " is a table", name.span(),
                    "write " + name.name() + "." + table.keySet().iterator().next());
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
        if (sizes.contains(name.name()) && !shapes.containsKey(name.name())) {
            return Variable.size(name.name());
        }
        return variable(name.name());
    }

    /** The free variable of this name, of the shape declared for it. */
    private Variable variable(String name) {
        return Variable.of(name, shapes.getOrDefault(name, Shape.SCALAR));
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
        Optional<ArrayFunctions> ofArrays = ArrayFunctions.named(name);
        long positional = call.arguments().stream().filter(argument -> argument.name() == null).count();
        if (ofArrays.isPresent() && (!builtin || positional == 1)) {
            return ofArrays.get().of(call, reader(scope));
        }
        if (!builtin && Scope.find(scope, name) != null) {
            throw noFunction(call);
        }
        for (Ast.Argument argument : call.arguments()) {
            if (argument.name() != null) {
                throw error(Diagnostic.Code.NAME, "arguments by name belong to functions of arrays", argument.span(),
                        null);
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
            arguments.add(value(argument.value(), scope));
        }
        if (definition != null) {
            Definition function = definition;
            return primed(call, function.parameters().size(), arguments,
                    values -> call(function, values, call), signature(function));
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
                return primed(call, candidate.arity(), arguments,
                        values -> ArrayOperations.map(candidate, operands(values, call)),
                        signature(candidate));
            }
        }
        Primitive first = candidates.getFirst();
        if (first.isFolding() && arguments.size() > first.arity() && call.primes() == 0) {
            return operands(arguments, call).stream().reduce((a, b) -> new Operand(ArrayOperations.map(first, a, b),
                    a.span().to(b.span()))).orElseThrow().value();
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
        Set<String> known = new HashSet<>();
        for (ArrayFunctions function : ArrayFunctions.values()) {
            known.add(function.spelling());
        }
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

    private static List<Operand> operands(List<Expr> values, Ast.Call call) {
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            operands.add(new Operand(values.get(i), call.arguments().get(i).value().span()));
        }
        return operands;
    }

    private Expr call(Definition definition, List<Expr> arguments, Ast.Call call) {
        return call(definition, arguments, call.span(), operands(arguments, call).stream().map(Operand::span).toList());
    }

    private Expr call(Definition definition, List<Expr> arguments, Span span) {
        return call(definition, arguments, span, List.of());
    }

    /** What the sizes of sized parameters are for these arguments, in a scope for the body. */
    private @Nullable Scope bound(Definition definition, List<Expr> arguments, Span span, List<Span> spans) {
        Scope scope = null;
        Map<String, Size> known = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        List<Statement.Parameter> parameters = definition.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Parameter parameter = parameters.get(i);
            Shape shape = arguments.get(i).shape();
            Span place = spans.isEmpty() ? span : spans.get(i);
            if (!parameter.sizes().isEmpty() && parameter.sizes().size() != shape.rank()) {
                throw new ArrayOperations.Misfit(definition.name() + " takes " + Definitions.spelled(parameter)
                        + ", and this has shape " + shape, place, null, null);
            }
            Shape declared = Definitions.shape(parameter);
            for (int axis = 0; axis < declared.rank(); axis++) {
                Size wanted = declared.size(axis);
                Size found = shape.size(axis);
                if (wanted.isLiteral()
                        ? !wanted.equals(found)
                        : !known.getOrDefault(wanted.toString(), found)
                                .equals(found)) {
                    Integer other = first.get(wanted.toString());
                    throw new ArrayOperations.Misfit(definition.name() + ": " + Definitions.spelled(parameter)
                            + " of shape " + shape + " has " + wanted + " = " + found
                            + (other == null
                                    ? ""
                                    : ", and " + Definitions.spelled(parameters.get(other)) + " of shape "
                                            + arguments.get(other).shape() + " has " + known.get(wanted.toString())),
                            place, other == null || spans.isEmpty() ? null : spans.get(other), null);
                }
                if (!wanted.isLiteral() && known.put(wanted.toString(), found) == null) {
                    first.put(wanted.toString(), i);
                    scope = new Scope(wanted.toString(), found.toExpr(), false, scope);
                }
            }
            scope = new Scope(parameter.name().name(), arguments.get(i), true, scope);
        }
        return scope;
    }

    private Expr call(Definition definition, List<Expr> arguments, Span span, List<Span> spans) {
        CallKey key = new CallKey(definition, arguments, level);
        Expr known = lowered.get(key);
        if (known != null) {
            return known;
        }
        Scope scope = bound(definition, arguments, span, spans);
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
            case "grad" -> rows(names, call, name -> derivative(operand, List.of(name), 0, scope));
            case "jacobian" -> jacobian(operand, names, call, scope);
            default -> rows(names, call,
                    row -> rows(names, call, column -> derivative(operand, List.of(row, column), 1, scope)));
        };
    }

    private interface Entry {
        Expr of(Identifier name);
    }

    /** One entry per variable; of a single variable the entry itself. */
    private static Expr rows(List<Identifier> names, Ast.Call call, Entry entry) {
        List<Expr> entries = names.stream().map(entry::of).toList();
        for (Expr each : entries) {
            if (!each.shape().equals(entries.getFirst().shape())) {
                throw new ArrayOperations.Misfit("derivatives of shapes " + entries.getFirst().shape() + " and "
                        + each.shape() + " are no list", call.span(), null,
                        "take them by one variable at a time: " + call.function() + "(u, " + names.getFirst() + ")");
            }
        }
        return entries.size() == 1 ? entries.getFirst() : Stack.of(entries);
    }

    private Expr jacobian(Ast operand, List<Identifier> names, Ast.Call call, @Nullable Scope scope) {
        if (names.size() == 1) {
            return derivative(operand, names, 0, scope);
        }
        List<Expr> columns = names.stream().map(name -> derivative(operand, List.of(name), 0, scope)).toList();
        if (operand instanceof Ast.ArrayLiteral array
                && columns.stream().allMatch(column -> column.shape().rank() == 1)) {
            return Stack.of(array.entries().stream()
                    .map(entry -> rows(names, call, name -> derivative(entry, List.of(name), 0, scope))).toList());
        }
        Expr stacked = rows(names, call, name -> derivative(operand, List.of(name), 0, scope));
        List<Integer> order = new ArrayList<>(View.identity(stacked.shape().rank()));
        order.add(order.removeFirst());
        return ArrayOperations.transposed(new Operand(stacked, call.span()), order);
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
                : new Scope(scope.name(),
                        scope.parameter() ? Variable.of(scope.name(), scope.meaning().shape()) : scope.meaning(),
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
            at = ownParameter
                    ? parameters(Objects.requireNonNull(definitions.get(((Ast.Name) operand).name()))).stream()
                            .filter(parameter -> parameter.name().equals(name.name())).findFirst().orElseThrow()
                    : variable(name.name());
        }
        Variable bound = Variable.bound(name.name(), ++level, at.shape());
        Expr body = derivative(operand, names, last - 1, new Scope(name.name(), bound, true, scope));
        level--;
        return Derivative.of(body, bound, at);
    }

    /** A value, or the body of the function whose bare name this is, its parameters meaning what their names mean here. */
    private Expr operand(Ast ast, @Nullable Scope scope) {
        if (ast instanceof Ast.Name name && Scope.find(scope, name.name()) == null
                && definitions.get(name.name()) instanceof Definition definition && definition.isFunction()) {
            List<Expr> parameters = new ArrayList<>();
            for (Statement.Parameter parameter : definition.parameters()) {
                Scope local = Scope.find(scope, parameter.name().name());
                parameters.add(local != null ? local.meaning() : shaped(parameter));
            }
            return within(definition, bound(definition, parameters, name.span(), List.of()), name.span());
        }
        return value(ast, scope);
    }

    /** The parameter as a variable, in the shape given for it or else its own. */
    private Variable shaped(Statement.Parameter parameter) {
        Shape given = shapes.get(parameter.name().name());
        return given != null && given.rank() == parameter.sizes().size()
                ? variable(parameter.name().name())
                : parameter.sizes().isEmpty() && given != null
                        ? variable(parameter.name().name())
                        : parameter(parameter);
    }

    private DiagnosticException error(Diagnostic.Code code, String message, Span span, @Nullable String hint) {
        return new DiagnosticException(new Diagnostic(code, message, span, hint, source, in));
    }
}
