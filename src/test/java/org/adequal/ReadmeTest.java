package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sessions that the pages show are run: in a fenced block, a line {@code $ ./adequal …} is a command and what follows
 * it, up to the next command or the end of the block, is what it answers.
 */
class ReadmeTest {
    private static final String PROGRAM = "./adequal";

    /** A command, the text piped into it, and what the page says it answers. */
    record Session(String page, String command, String answer) {
        @Override
        public String toString() {
            return page + ": " + command;
        }
    }

    static List<Session> sessions() throws IOException {
        List<Session> sessions = new ArrayList<>();
        for (String page : List.of("README.md", "docs/language.md", "docs/check.md", "docs/limitations.md")) {
            sessions.addAll(sessions(page, Files.readAllLines(Path.of(page))));
        }
        return sessions;
    }

    private static List<Session> sessions(String page, List<String> lines) {
        List<Session> sessions = new ArrayList<>();
        boolean inBlock = false;
        String command = null;
        StringBuilder answer = new StringBuilder();
        for (String line : lines) {
            boolean fence = line.startsWith("```");
            if (command != null && (fence || line.startsWith("$ "))) {
                sessions.add(new Session(page, command, answer.toString()));
                command = null;
                answer.setLength(0);
            }
            if (fence) {
                inBlock = !inBlock;
            } else if (inBlock && line.startsWith("$ ") && line.contains(PROGRAM)) {
                command = line.substring(2);
            } else if (command != null) {
                answer.append(line).append('\n');
            }
        }
        return sessions;
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void answersWhatThePageSays(Session session) {
        Transcript.assertSame(run(session.command), session.answer);
    }

    @Test
    void thePromiseIsShown() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("./adequal 'check x0^2 + x1^2 at (3, 4)'")
                .contains("mvn verify");
        assertThat(sessions()).hasSizeGreaterThan(10);
    }

    /** {@code printf '…' | ./adequal oracle}, or the command alone. */
    private static String run(String command) {
        List<List<String>> stages = words(command);
        String input = stages.size() == 1 ? "" : printed(stages.getFirst());
        List<String> last = stages.getLast();
        assertThat(last.getFirst()).isEqualTo(PROGRAM);
        return Terminal.run(input, last.subList(1, last.size()).toArray(String[]::new)).text();
    }

    private static String printed(List<String> words) {
        return switch (words.getFirst()) {
            case "printf" -> words.get(1).replace("\\n", "\n");
            case "echo" -> String.join(" ", words.subList(1, words.size())) + "\n";
            default -> throw new IllegalArgumentException("unknown command " + words.getFirst());
        };
    }

    /** The words of each stage of a pipe, as a shell splits them; quotes are single or double and hold no others. */
    private static List<List<String>> words(String command) {
        List<List<String>> stages = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : (command + " ").toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (c == ' ') {
                if (inWord) {
                    stages.getLast().add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else if (c == '|') {
                stages.add(new ArrayList<>());
            } else {
                word.append(c);
                inWord = true;
            }
        }
        return stages.stream().filter(stage -> !stage.isEmpty()).toList();
    }

    @Test
    void readsCommandsAsAShellDoes() {
        assertThat(words("printf '{\"a\": 1}\\n' | ./adequal oracle"))
                .containsExactly(List.of("printf", "{\"a\": 1}\\n"), List.of("./adequal", "oracle"));
        assertThat(words("./adequal \"sin'(0)\" --json")).containsExactly(List.of("./adequal", "sin'(0)", "--json"));
        assertThat(
                Stream.of(sessions("page", List.of("```", "$ ./adequal 1", "1", "$ ./adequal 2", "2", "```", "text")))
                        .flatMap(List::stream).map(Session::answer))
                .containsExactly("1\n", "2\n");
    }
}
