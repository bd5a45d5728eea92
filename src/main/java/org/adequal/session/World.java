package org.adequal.session;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.adequal.claims.Program;
import org.adequal.optimize.Monitor;

/**
 * The files and programs that statements name. The command line opens and starts them; the rooms below it know streams
 * and lines only.
 */
public interface World {

    /** A text file to be read, as UTF-8. */
    BufferedReader read(String file) throws IOException;

    /** A file to be written, from its beginning. */
    OutputStream write(String file) throws IOException;

    /** Whether there is a file in the place of one to be written that does not bear this sign near its beginning. */
    boolean isTaken(String file, String sign) throws IOException;

    /** A program with its arguments, started in the working directory. */
    Program start(List<String> command) throws IOException;

    /** Who watches long searches, and may stop them. */
    default Monitor monitor() {
        return Monitor.SILENT;
    }

    /** Without any file, as for a request of the oracle. */
    static World closed() {
        return new World() {
            @Override
            public BufferedReader read(String file) throws IOException {
                throw new FileNotFoundException("files cannot be read here");
            }

            @Override
            public OutputStream write(String file) throws IOException {
                throw new FileNotFoundException("files cannot be written here");
            }

            @Override
            public boolean isTaken(String file, String sign) {
                return false;
            }

            @Override
            public Program start(List<String> command) throws IOException {
                throw new IOException("programs cannot be started here");
            }
        };
    }
}
