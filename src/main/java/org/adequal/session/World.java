package org.adequal.session;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;

import org.adequal.optimize.Monitor;

/** The files that statements name. The command line opens them; the rooms below it know streams only. */
public interface World {

    /** A text file to be read, as UTF-8. */
    BufferedReader read(String file) throws IOException;

    /** A file to be written, from its beginning. */
    OutputStream write(String file) throws IOException;

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
        };
    }
}
