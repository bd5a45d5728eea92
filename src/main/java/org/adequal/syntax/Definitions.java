package org.adequal.syntax;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.ArrayValue;
import org.adequal.expr.Primitive;
import org.adequal.expr.Shape;
import org.adequal.expr.Size;
import org.adequal.expr.Variable;
import org.jspecify.annotations.Nullable;

/** The names that have a meaning, in the order in which they got it; immutable. */
public final class Definitions {
    /** Names that mean a number and can mean nothing else. */
    static final List<String> CONSTANTS = List.of("pi", "e", "inf");

    private static final Definitions EMPTY = new Definitions(Map.of(), Map.of(), Map.of());

    private final Map<String, Definition> byName;
    private final Map<String, Shape> shapes;
    private final Map<String, Map<String, ArrayValue>> tables;

    private Definitions(Map<String, Definition> byName, Map<String, Shape> shapes,
            Map<String, Map<String, ArrayValue>> tables) {
        this.byName = Collections.unmodifiableMap(byName);
        this.shapes = Collections.unmodifiableMap(shapes);
        this.tables = Collections.unmodifiableMap(tables);
    }

    public static Definitions none() {
        return EMPTY;
    }

    /** These and one more, which replaces one of the same name; refuses the name of a constant or builtin function. */
    public Definitions with(Definition definition) {
        Identifier name = definition.statement().name();
        if (CONSTANTS.contains(name.name())) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME,
                    name + " is a constant and cannot be defined", name.span(), "choose another name",
                    definition.source(), definition.in()));
        }
        if (!Primitive.named(name.name()).isEmpty() || Lowering.OPERATORS.contains(name.name())) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME,
                    name + " is a builtin function and cannot be defined", name.span(), "choose another name",
                    definition.source(), definition.in()));
        }
        for (Statement.Parameter parameter : definition.parameters()) {
            try {
                shape(parameter);
            } catch (IllegalArgumentException e) {
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.SHAPE, String.valueOf(e.getMessage()),
                        parameter.span(), null, definition.source(), definition.in()));
            }
            if (CONSTANTS.contains(parameter.name().name())) {
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME,
                        parameter.name() + " is a constant and cannot be a parameter", parameter.span(),
                        "choose another name", definition.source(), definition.in()));
            }
        }
        Map<String, Definition> more = new LinkedHashMap<>(byName);
        more.remove(name.name());
        more.put(name.name(), definition);
        return new Definitions(more, withoutShape(name.name()), withoutTable(name.name()));
    }

    public Definitions without(String name) {
        Map<String, Definition> fewer = new LinkedHashMap<>(byName);
        fewer.remove(name);
        return new Definitions(fewer, withoutShape(name), withoutTable(name));
    }

    private Map<String, Shape> withoutShape(String name) {
        Map<String, Shape> fewer = new LinkedHashMap<>(shapes);
        fewer.remove(name);
        return fewer;
    }

    private Map<String, Map<String, ArrayValue>> withoutTable(String name) {
        Map<String, Map<String, ArrayValue>> fewer = new LinkedHashMap<>(tables);
        fewer.remove(name);
        return fewer;
    }

    /** These and a table of columns by their names, which replaces what the name meant; refuses constants and functions. */
    public Definitions with(Identifier name, Map<String, ArrayValue> columns, String source, String in) {
        if (CONSTANTS.contains(name.name()) || !Primitive.named(name.name()).isEmpty()
                || Lowering.OPERATORS.contains(name.name())) {
            throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME,
                    name + " has a meaning already and cannot be a table", name.span(), "choose another name", source,
                    in));
        }
        Map<String, Definition> fewer = new LinkedHashMap<>(byName);
        fewer.remove(name.name());
        Map<String, Map<String, ArrayValue>> more = withoutTable(name.name());
        more.put(name.name(), Collections.unmodifiableMap(new LinkedHashMap<>(columns)));
        return new Definitions(fewer, withoutShape(name.name()), more);
    }

    /** The columns of a table; null where the name is none. */
    public @Nullable Map<String, ArrayValue> table(String name) {
        return tables.get(name);
    }

    /** The tables by their names. */
    public Map<String, Map<String, ArrayValue>> tables() {
        return tables;
    }

    /** The numbers of a {@link org.adequal.expr.Variable#data}. */
    public ArrayValue data(Variable column) {
        int dot = column.name().indexOf('.');
        Map<String, ArrayValue> table = tables.get(column.name().substring(0, dot));
        ArrayValue found = table == null ? null : table.get(column.name().substring(dot + 1));
        if (found == null) {
            throw new IllegalArgumentException("there is no " + column);
        }
        return found;
    }

    /** These and a variable of this shape, which replaces what the name meant. */
    public Definitions declaring(String name, Shape shape) {
        Map<String, Definition> fewer = new LinkedHashMap<>(byName);
        fewer.remove(name);
        Map<String, Shape> more = withoutShape(name);
        more.put(name, shape);
        return new Definitions(fewer, more, withoutTable(name));
    }

    /** The shapes of the variables that were declared. */
    public Map<String, Shape> shapes() {
        return shapes;
    }

    /** The shape that a parameter is written with; its names are sizes. */
    public static Shape shape(Statement.Parameter parameter) {
        return new Shape(parameter.sizes().stream().map(size -> switch (size) {
            case Ast.Numeral numeral when numeral.value().isInteger() && numeral.value().signum() > 0
                    && numeral.value().numerator().bitLength() < 32 ->
                Size.of(numeral.value().numerator().longValueExact());
            case Ast.Name name -> Size.of(name.name());
            default -> throw new IllegalArgumentException("a size is a name or a positive whole number");
        }).toList());
    }

    static String spelled(Statement.Parameter parameter) {
        return parameter.name().name() + (parameter.sizes().isEmpty() ? "" : shape(parameter).toString());
    }

    public @Nullable Definition get(String name) {
        return byName.get(name);
    }

    public Collection<Definition> all() {
        return byName.values();
    }
}
