package org.adequal.cli.prompt;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.adequal.syntax.Words;
import org.jspecify.annotations.Nullable;

/**
 * How the prompt behaves, kept in a readable file of lines {@code name = value}.
 *
 * @param digits significant digits of numbers shown; 17 shows what reads back as the same double
 * @param colour whether there is colour where the terminal has it
 * @param hints whether the signature of a function is shown while its arguments are typed
 * @param overview whether a formula is answered with its variables and derivatives
 * @param seconds what a statement may take
 */
record Settings(int digits, boolean colour, boolean hints, boolean overview, int seconds) {
    static final Settings USUAL = new Settings(17, true, true, true, 600);

    private static final int MOST_DIGITS = 17;
    private static final int LONGEST_SECONDS = 1_000_000;

    /** Said when a setting cannot be as asked. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Each setting's name and value, in order. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("digits", String.valueOf(digits));
        values.put("colour", onOff(colour));
        values.put("hints", onOff(hints));
        values.put("overview", onOff(overview));
        values.put("seconds", String.valueOf(seconds));
        return values;
    }

    static List<String> names() {
        return List.copyOf(USUAL.values().keySet());
    }

    Settings with(String name, String value) throws Refused {
        return switch (name) {
            case "digits" -> new Settings(number(value, MOST_DIGITS), colour, hints, overview, seconds);
            case "colour", "color" -> new Settings(digits, choice(value), hints, overview, seconds);
            case "hints" -> new Settings(digits, colour, choice(value), overview, seconds);
            case "overview" -> new Settings(digits, colour, hints, choice(value), seconds);
            case "seconds" -> new Settings(digits, colour, hints, overview, number(value, LONGEST_SECONDS));
            default -> {
                String close = Words.closest(name, names());
                throw new Refused("there is no setting " + name
                        + (close == null
                                ? ": there are " + String.join(", ", names())
                                : ", did you mean " + close + "?"));
            }
        };
    }

    private static String onOff(boolean value) {
        return value ? "on" : "off";
    }

    private static boolean choice(String value) throws Refused {
        return switch (value) {
            case "on", "true", "yes" -> true;
            case "off", "false", "no" -> false;
            default -> throw new Refused("this setting is on or off, not " + value);
        };
    }

    private static int number(String value, int most) throws Refused {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new Refused("this setting is a whole number from 1 to " + most + ", not " + value);
    }

    /** The settings of a file; what is wrong in it is told and left as usual. */
    static Settings read(Path file, java.util.function.Consumer<String> complaints) {
        Settings settings = USUAL;
        if (!Files.exists(file)) {
            return settings;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            complaints.accept("cannot read the settings " + file + ": " + e.getMessage());
            return settings;
        }
        for (String name : lines.stringPropertyNames()) {
            try {
                settings = settings.with(name, lines.getProperty(name).strip());
            } catch (Refused e) {
                complaints.accept(file + ": " + e.getMessage());
            }
        }
        return settings;
    }

    /** Writes the file and returns null, or returns why that cannot be. */
    @Nullable
    String write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                writer.write("# settings of Adequal's prompt; change them here or with :set NAME VALUE\n");
                for (Map.Entry<String, String> entry : values().entrySet()) {
                    writer.write(entry.getKey() + " = " + entry.getValue() + "\n");
                }
            }
            return null;
        } catch (IOException e) {
            return "cannot keep the settings in " + file + ": " + e.getMessage();
        }
    }
}
