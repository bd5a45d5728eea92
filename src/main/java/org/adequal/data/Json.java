package org.adequal.data;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;

import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers, booleans and null; one value a text, each name once in an object. */
public final class Json {
    private static final JSON EXACT = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS,
            JSON.Feature.WRITE_NULL_PROPERTIES);
    private static final JSON LENIENT = JSON
            .builder(JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build()).build();

    private Json() {}

    /** The value that the text is, decimals kept exactly; refuses other texts with a sentence that says why. */
    public static @Nullable Object read(String text) throws Malformed {
        return read(EXACT, text);
    }

    /**
     * The same with decimals as the nearest doubles, and with the tokens {@code NaN}, {@code Infinity} and
     * {@code -Infinity}, which are no JSON but what many libraries write.
     */
    public static @Nullable Object readLeniently(String text) throws Malformed {
        return read(LENIENT, text);
    }

    private static @Nullable Object read(JSON json, String text) throws Malformed {
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("there is nothing in it", null);
            }
            Object value = json.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("there is more behind its end", null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Malformed(e.getOriginalMessage(), e);
        } catch (IOException | NumberFormatException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    /** The object on one line. */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        try {
            return EXACT.asString(object);
        } catch (IOException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }

    /** The text is no JSON. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message, @Nullable Throwable cause) {
            super(message.lines().findFirst().orElse(""), cause);
        }
    }
}
