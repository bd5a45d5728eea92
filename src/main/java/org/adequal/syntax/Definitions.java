package org.adequal.syntax;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.adequal.expr.Primitive;
import org.jspecify.annotations.Nullable;

/** The names that have a meaning, in the order in which they got it; immutable. */
public final class Definitions {
    /** Names that mean a number and can mean nothing else. */
    static final List<String> CONSTANTS = List.of("pi", "e", "inf");

    private static final Definitions EMPTY = new Definitions(Map.of());

    private final Map<String, Definition> byName;

    private Definitions(Map<String, Definition> byName) {
        this.byName = Collections.unmodifiableMap(byName);
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
            if (CONSTANTS.contains(parameter.name().name())) {
                throw new DiagnosticException(new Diagnostic(Diagnostic.Code.NAME,
                        parameter.name() + " is a constant and cannot be a parameter", parameter.span(),
                        "choose another name", definition.source(), definition.in()));
            }
        }
        Map<String, Definition> more = new LinkedHashMap<>(byName);
        more.remove(name.name());
        more.put(name.name(), definition);
        return new Definitions(more);
    }

    public Definitions without(String name) {
        Map<String, Definition> fewer = new LinkedHashMap<>(byName);
        fewer.remove(name);
        return new Definitions(fewer);
    }

    public @Nullable Definition get(String name) {
        return byName.get(name);
    }

    public Collection<Definition> all() {
        return byName.values();
    }
}
