package org.adequal.claims;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line split into words as a POSIX shell splits it, and nothing else of a shell: blanks separate, quotes and
 * backslashes keep together; variables, patterns, pipes and redirections mean nothing.
 */
public final class ShellWords {
    private static final String OPERATORS = "|&;<>()";

    private ShellWords() {}

    /** The words, at least one; refuses an open quote, and what would be an operator of a shell outside of quotes. */
    public static List<String> split(String command) throws ClaimsException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote == '\'' || quote == '"') {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\' && quote == '"' && i + 1 < command.length()
                        && "\"\\$`".indexOf(command.charAt(i + 1)) >= 0) {
                    i++;
                    word.append(command.charAt(i));
                } else {
                    word.append(c);
                }
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else if (OPERATORS.indexOf(c) >= 0) {
                throw new ClaimsException("no shell runs this command, so '" + c + "' would do nothing",
                        "quote it, or run a shell: sh -c '...'");
            } else {
                inWord = true;
                if (c == '\'' || c == '"') {
                    quote = c;
                } else if (c == '\\') {
                    i++;
                    if (i == command.length()) {
                        throw new ClaimsException("the command ends in a backslash", null);
                    }
                    word.append(command.charAt(i));
                } else {
                    word.append(c);
                }
            }
        }
        if (quote != 0) {
            throw new ClaimsException("the command has a quote " + quote + " that is never closed", null);
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new ClaimsException("there is no command", "for example against program \"python3 my_grad.py\"");
        }
        return words;
    }
}
