package org.adequal.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

import org.adequal.check.Formula;

/** Files of claims: CSV, or JSON Lines where the first character that is no blank is a brace. */
public final class ClaimFiles {
    private static final int LOOKAHEAD = 1024;

    private ClaimFiles() {}

    /** The claims of a text about the formula; refuses a text that can't be a table of them. */
    public static ClaimSource read(Reader text, Formula formula) throws IOException, ClaimsException {
        BufferedReader reader = new BufferedReader(text);
        reader.mark(LOOKAHEAD);
        int first = reader.read();
        for (int i = 1; i < LOOKAHEAD && (first == '\uFEFF' || Character.isWhitespace(first)); i++) {
            first = reader.read();
        }
        reader.reset();
        return first == '{' ? new JsonClaims(reader, formula) : new CsvClaims(reader, formula);
    }
}
