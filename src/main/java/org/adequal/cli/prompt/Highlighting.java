package org.adequal.cli.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import org.adequal.session.Session;
import org.adequal.syntax.Lexeme;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the line as it is typed, and says behind it what the function at the cursor takes. */
record Highlighting(Supplier<Session> session, Supplier<Settings> settings) implements Highlighter {

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        List<Lexeme> lexemes = Lexeme.of(line);
        boolean atEnd = reader.getBuffer().cursor() >= line.length();
        reader.setTailTip(settings.get().hints() && atEnd ? hint(line, lexemes) : "");
        if (!settings.get().colour() || line.startsWith(":")) {
            return new AttributedString(line);
        }
        AttributedStringBuilder out = new AttributedStringBuilder();
        int end = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            comment(out, line.substring(end, lexeme.span().start()));
            boolean call = i + 1 < lexemes.size() && lexemes.get(i + 1).kind() == Lexeme.Kind.OPENING
                    && line.charAt(lexemes.get(i + 1).span().start()) == '(';
            out.styled(style(lexeme.kind(), call), lexeme.span().of(line));
            end = lexeme.span().end();
        }
        comment(out, line.substring(end));
        return out.toAttributedString();
    }

    /** What is between the pieces: white space, or a comment. */
    private static void comment(AttributedStringBuilder out, String between) {
        out.styled(between.isBlank() ? AttributedStyle.DEFAULT : AttributedStyle.DEFAULT.faint(), between);
    }

    private static AttributedStyle style(Lexeme.Kind kind, boolean call) {
        return switch (kind) {
            case NUMBER -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
            case NAME -> call ? AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE) : AttributedStyle.DEFAULT;
            case WORD -> AttributedStyle.DEFAULT.bold();
            case TEXT -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case WRONG -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline();
            case OPENING, CLOSING, SIGN -> AttributedStyle.DEFAULT;
        };
    }

    /** The signature and help of the innermost call that is open at the end of the line. */
    private String hint(String line, List<Lexeme> lexemes) {
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() == Lexeme.Kind.OPENING) {
                Lexeme before = lexemes.get(Math.max(i - 1, 0));
                boolean call = before.kind() == Lexeme.Kind.NAME && before.span().end() == lexeme.span().start();
                open.push(call ? before.span().of(line) : "");
            } else if (lexeme.kind() == Lexeme.Kind.CLOSING && !open.isEmpty()) {
                open.pop();
            }
        }
        String function = open.isEmpty() ? "" : open.peek();
        return function.isEmpty() ? "" : session.get().signature(function).map(text -> "   " + text).orElse("");
    }
}
