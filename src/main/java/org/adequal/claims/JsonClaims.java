package org.adequal.claims;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.adequal.check.Formula;
import org.adequal.data.Json;
import org.adequal.data.Lines;
import org.adequal.syntax.Spelling;
import org.jspecify.annotations.Nullable;

/** Claims as JSON Lines: {@code {"at":{"x":3},"claim":{"x":6}}}; empty lines are nothing. */
final class JsonClaims implements ClaimSource {
    private static final int LONGEST_LINE = 1 << 24;
    private static final List<String> FIELDS = List.of("at", "claim", "id");

    private final Lines lines;
    private final Names names;

    JsonClaims(Reader reader, Formula formula) {
        lines = new Lines(reader, LONGEST_LINE);
        names = Names.of(formula);
    }

    @Override
    public @Nullable Entry next() {
        try {
            Lines.Line line = lines.next();
            while (line != null && line.text().isBlank()) {
                line = lines.next();
            }
            return line == null ? null : entry(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(Lines.Line line) {
        Place place = Place.line(line.number());
        if (line.isCut()) {
            return new Entry.Unreadable(place, "the line is longer than " + LONGEST_LINE + " characters");
        }
        try {
            if (!(Json.readLeniently(line.text()) instanceof Map<?, ?> fields)) {
                return new Entry.Unreadable(place, "no object such as {\"at\":{\"x\":3},\"claim\":{\"x\":6}}");
            }
            for (Object field : fields.keySet()) {
                if (!FIELDS.contains(field)) {
                    String suggestion = Spelling.suggestion(String.valueOf(field), FIELDS);
                    return new Entry.Unreadable(place, "unknown field " + Names.shortened(String.valueOf(field))
                            + (suggestion == null ? "" : ": did you mean " + suggestion + "?"));
                }
            }
            return new Entry.Claim(place, names.point(fields.get("at")),
                    names.gradient(fields.get("claim"), "\"claim\""));
        } catch (Json.Malformed e) {
            return new Entry.Unreadable(place, "no JSON: " + Names.shortened(String.valueOf(e.getMessage())));
        } catch (Names.Refused e) {
            return new Entry.Unreadable(place, String.valueOf(e.getMessage()));
        }
    }
}
