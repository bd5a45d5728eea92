package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every script in {@code samples/} says what its transcript says. After a change that is meant, the transcripts are
 * written anew by {@code mvn test -Dtest=SamplesTest -Dadequal.regenerate=true}, and read before they are committed.
 */
class SamplesTest {
    private static final Path FOLDER = Path.of("samples");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".adq")).sorted().toList();
        }
    }

    private static Path transcript(Path script) {
        return script.resolveSibling(script.getFileName().toString().replace(".adq", ".out"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void saysWhatItsTranscriptSays(Path script, @TempDir Path working) throws IOException {
        Terminal.Output output = Terminal.runIn(working, "", "run", script.toString());
        String said = output.text() + (output.status() == 0 ? "" : "exit status " + output.status() + "\n");
        if (Boolean.getBoolean("adequal.regenerate")) {
            Files.writeString(transcript(script), said);
        }
        Transcript.assertSame(said, Files.readString(transcript(script)));
    }

    @Test
    void everyTranscriptHasAScript() throws IOException {
        assertThat(scripts()).isNotEmpty();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".out")).sorted().toList())
                    .isEqualTo(scripts().stream().map(SamplesTest::transcript).toList());
        }
    }
}
