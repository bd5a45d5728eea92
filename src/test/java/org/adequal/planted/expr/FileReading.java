package org.adequal.planted.expr;

import java.nio.file.Path;

/** Breaks: only the command line knows files. */
public final class FileReading {
    Object path() {
        return Path.of("formula.txt");
    }
}
