package org.adequal.syntax;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A name's meaning, kept as it was written: the names in its body are looked up when it is used.
 *
 * @param source the text that the statement's spans refer to
 * @param in     what that text is: {@code definitions[0]}
 */
public record Definition(Statement.Definition statement, String source, String in) {

    public String name() {
        return statement.name().name();
    }

    /** Whether it is used with arguments. */
    public boolean isFunction() {
        return statement.parameters() != null;
    }

    /** The parameters in order, those to be differentiated by first; empty for a value. */
    public List<Statement.Parameter> parameters() {
        Statement.@Nullable Parameters parameters = statement.parameters();
        return parameters == null
                ? List.of()
                : Stream.concat(parameters.variables().stream(), parameters.data().stream()).toList();
    }

    /** The names of the parameters that it is differentiated by. */
    public List<String> variables() {
        Statement.@Nullable Parameters parameters = statement.parameters();
        return parameters == null
                ? List.of()
                : parameters.variables().stream().map(parameter -> parameter.name().name()).toList();
    }

    /** The definition as it was typed. */
    @Override
    public String toString() {
        return statement.span().of(source).strip();
    }
}
