package org.adequal.session;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

import org.adequal.claims.Program;

/** Files and programs, as far as statements need them; the command line has them, other users may do without. */
public interface Outside {
    /** Nothing is to be had. */
    Outside NONE = new Outside() {
        @Override
        public Reader open(String path) throws IOException {
            throw new IOException("files are not to be had here");
        }

        @Override
        public Program start(List<String> command) throws IOException {
            throw new IOException("programs are not to be had here");
        }
    };

    /** The text of a file, UTF-8; the exception's message is a sentence for the user. */
    Reader open(String path) throws IOException;

    /** A program, started with its arguments; the exception's message is a sentence for the user. */
    Program start(List<String> command) throws IOException;
}
