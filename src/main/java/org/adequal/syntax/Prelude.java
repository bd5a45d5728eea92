package org.adequal.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Functions that are compositions of others, written in the language itself: {@code prelude.adq}. */
public final class Prelude {

    private Prelude() {}

    public static Definitions definitions() {
        return Holder.DEFINITIONS;
    }

    private static final class Holder {
        static final Definitions DEFINITIONS = read();

        private static Definitions read() {
            String text;
            try (InputStream file = Prelude.class.getResourceAsStream("prelude.adq")) {
                if (file == null) {
                    throw new IllegalStateException("prelude.adq is missing");
                }
                text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Definitions definitions = Definitions.none();
            for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                definitions = definitions.with(new Definition(Parser.definition(line, "prelude"), line, "prelude"));
            }
            return definitions;
        }
    }
}
