package org.adequal.cli.prompt;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a person's files live, by the XDG Base Directory Specification. */
record Folders(Map<String, String> environment, String home) {

    /** Settings: {@code $XDG_CONFIG_HOME/adequal}, by default {@code ~/.config/adequal}. */
    Path settings() {
        return folder("XDG_CONFIG_HOME", ".config").resolve("settings");
    }

    /** What was typed: {@code $XDG_STATE_HOME/adequal}, by default {@code ~/.local/state/adequal}. */
    Path history() {
        return folder("XDG_STATE_HOME", ".local/state").resolve("history");
    }

    private Path folder(String variable, String usual) {
        @Nullable
        String given = environment.get(variable);
        // the specification: a path that is not absolute is ignored
        Path base = given != null && given.startsWith("/") ? Path.of(given) : Path.of(home).resolve(usual);
        return base.resolve("adequal");
    }
}
