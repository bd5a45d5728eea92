package org.adequal.oracle;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;

import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers (decimals kept exactly), booleans and null. */
public final class Json {
    private static final JSON MAPPER = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS,
            JSON.Feature.WRITE_NULL_PROPERTIES);

    private Json() {}

    /** The value that the text is; refuses other texts with a sentence that says why. */
    static @Nullable Object read(String text) throws Malformed {
        try {
            return MAPPER.anyFrom(text);
        } catch (JsonProcessingException e) {
            throw new Malformed(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    /** The object on one line. */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        try {
            return MAPPER.asString(object);
        } catch (IOException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }

    /** The text is no JSON. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message, Throwable cause) {
            super(message.lines().findFirst().orElse(""), cause);
        }
    }
}
