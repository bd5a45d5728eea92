package org.adequal.cli;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.adequal.claims.Program;
import org.adequal.optimize.Monitor;
import org.adequal.session.World;
import org.jspecify.annotations.Nullable;

/**
 * The files and programs of this machine.
 *
 * @param folder a script's own, which is looked into first when a file is read; null for none
 * @param working where relative names begin
 * @param monitor of long searches
 */
record LocalFiles(@Nullable Path folder, Path working, Monitor monitor) implements World {
    /** How many bytes of a file are looked at for a sign. */
    private static final int SIGN_REACH = 1024;

    @Override
    public BufferedReader read(String file) throws IOException {
        Path beside = folder == null ? path(file) : resolved(folder, file);
        Path found = Files.exists(beside) ? beside : path(file);
        if (Files.isDirectory(found)) {
            throw new FileNotFoundException(file + " is a folder");
        }
        try {
            return Files.newBufferedReader(found);
        } catch (FileSystemException e) {
            throw reason(file, e);
        }
    }

    @Override
    public OutputStream write(String file) throws IOException {
        try {
            return Files.newOutputStream(path(file));
        } catch (FileSystemException e) {
            throw reason(file, e);
        }
    }

    @Override
    public boolean isTaken(String file, String sign) throws IOException {
        Path path = path(file);
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return !new String(in.readNBytes(SIGN_REACH), StandardCharsets.ISO_8859_1).contains(sign);
        } catch (FileSystemException e) {
            throw reason(file, e);
        }
    }

    @Override
    public Program start(List<String> command) throws IOException {
        try {
            return ChildProcess.start(command);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            throw new IOException(why.matches("(?s).*error[=:] ?2\\b.*")
                    ? "there is no program " + command.getFirst()
                    : why.matches("(?s).*error[=:] ?13\\b.*")
                            ? command.getFirst() + " is no program that may be run"
                            : "the program cannot be started: " + why,
                    e);
        }
    }

    private Path path(String file) throws IOException {
        return resolved(working, file);
    }

    private static Path resolved(Path folder, String file) throws IOException {
        try {
            return folder.resolve(file);
        } catch (InvalidPathException e) {
            throw new FileNotFoundException("this is no name of a file: " + e.getReason());
        }
    }

    private static IOException reason(String file, FileSystemException e) {
        String why = e instanceof NoSuchFileException ? "there is no such file or folder" : e.getReason();
        FileNotFoundException plain = new FileNotFoundException(
                file + ": " + (why == null ? e.getClass().getSimpleName() : why));
        plain.initCause(e);
        return plain;
    }
}
