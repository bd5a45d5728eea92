package org.adequal.data;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, ended by LF, CR LF or the end; a byte order mark in front is no part of the first. However long a
 * line is, no more than a limit of it is held.
 */
public final class Lines {
    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[8192];
    private int next;
    private int end;
    private long number;
    private boolean rest;

    /** Lines of at most this many characters; longer ones are cut. */
    public Lines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param isCut  whether it is longer than the limit, and this is its beginning
     */
    public record Line(long number, String text, boolean isCut) {}

    /** The next line, as soon as it is there or too long; null at the end. */
    public @Nullable Line next() throws IOException {
        while (rest) {
            int c = read();
            rest = c != '\n' && c >= 0;
        }
        StringBuilder text = new StringBuilder();
        int c = read();
        if (c < 0) {
            return null;
        }
        number++;
        if (number == 1 && c == '\uFEFF') {
            c = read();
        }
        for (; c >= 0 && c != '\n'; c = read()) {
            if (text.length() == longest) {
                rest = true;
                return new Line(number, text.toString(), true);
            }
            text.append((char) c);
        }
        if (c == '\n' && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return new Line(number, text.toString(), false);
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, reader.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[next++];
    }
}
