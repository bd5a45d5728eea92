package org.adequal.cli.prompt;

import java.util.Locale;
import java.util.Optional;

/** What is said to the prompt itself, after a colon. */
enum Command {
    HELP("lists these commands"),
    SET("shows the settings; `:set digits 6` changes one"),
    UNDO(
            "takes the last change of the definitions back"),
    REDO("takes the last :undo back"),
    HISTORY(
            "lists what was typed"),
    TIME("`:time STATEMENT` runs it and says how long it took"),
    CLEAR(
            "clears the screen"),
    QUIT("leaves, like Ctrl-D");

    private final String does;

    Command(String does) {
        this.does = does;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String does() {
        return does;
    }

    /** The command of this name, or the only one that begins so. */
    static Optional<Command> of(String word) {
        Command found = null;
        for (Command command : values()) {
            if (command.word().equals(word)) {
                return Optional.of(command);
            }
            if (!word.isEmpty() && command.word().startsWith(word)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = command;
            }
        }
        return Optional.ofNullable(found);
    }
}
