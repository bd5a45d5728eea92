package org.adequal.cli.prompt;

import java.util.List;

import org.adequal.syntax.Parser;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;

/** Tells the line editor where a statement ends and which name the cursor is in. */
final class StatementParser implements org.jline.reader.Parser {

    /** The name before the cursor is the word; the words are all there is, the line is kept whole. */
    private record Line(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && isUnfinished(line)) {
            throw new EOFError(-1, -1, "a bracket is open");
        }
        int start = cursor;
        while (start > 0 && (Character.isLetterOrDigit(line.charAt(start - 1)) || line.charAt(start - 1) == '_'
                || (line.charAt(start - 1) == ':' && start == 1))) {
            start--;
        }
        return new Line(line, cursor, line.substring(start, cursor));
    }

    /** A bracket is open; a line break typed after it without anything else ends the statement all the same. */
    private static boolean isUnfinished(String line) {
        return !line.startsWith(":") && !line.startsWith("?") && !line.endsWith("\n\n") && Parser.isIncomplete(line);
    }

    @Override
    public boolean isEscapeChar(char character) {
        return false;
    }
}
