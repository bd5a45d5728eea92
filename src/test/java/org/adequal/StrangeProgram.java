package org.adequal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Claims the gradient of x^2 + y^2, or misbehaves as its argument says; driven by tests, in a process of its own. */
public final class StrangeProgram {
    private static final Pattern COORDINATE = Pattern.compile("\"([xy])\":(-?[0-9.Ee+-]+)");

    private StrangeProgram() {}

    /** The command that runs it, as it stands in a statement. */
    static String command(String manner) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
                + " -Xshare:auto -cp '" + String.join("' '", List.of(classes())) + "' " + StrangeProgram.class.getName()
                + " " + manner;
    }

    static String classes() {
        try {
            return Path.of(StrangeProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String manner = arguments[0];
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (manner) {
            case "hangs-at-once" -> Thread.sleep(1_000_000);
            case "ends-at-once" -> System.exit(7);
            case "closes-output" -> {
                System.out.close();
                Thread.sleep(1_000_000);
            }
            case "floods" -> {
                while (!out.checkError()) {
                    out.print("x".repeat(100_000));
                }
            }
            case "floods-lines" -> {
                while (!out.checkError()) {
                    out.println("[1, 2]");
                }
            }
            case "complains" -> {
                for (int i = 0; i < 20_000; i++) {
                    System.err.println("warning \u001b[31m " + i);
                }
            }
            case "has-children" ->
                new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", classes(), StrangeProgram.class.getName(), "hangs-at-once").inheritIO().start();
            default -> {
            }
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int asked = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            asked++;
            answer(manner, asked, line, out);
        }
        if (manner.equals("adds-a-line")) {
            out.println("[0, 0]");
        }
    }

    private static void answer(String manner, int asked, String line, PrintStream out) throws InterruptedException {
        double x = 0;
        double y = 0;
        for (Matcher m = COORDINATE.matcher(line); m.find();) {
            if (m.group(1).equals("x")) {
                x = Double.parseDouble(m.group(2));
            } else {
                y = Double.parseDouble(m.group(2));
            }
        }
        String right = "[" + 2 * x + ", " + 2 * y + "]";
        boolean third = asked == 3;
        switch (manner) {
            case "hangs" -> {
                if (third) {
                    Thread.sleep(1_000_000);
                }
                out.println(right);
            }
            case "crashes" -> {
                if (third) {
                    throw new IllegalStateException("out of cheese");
                }
                out.println(right);
            }
            case "named" -> out.println("{\"gradient\": {\"y\": " + 2 * y + ", \"x\": " + 2 * x + "}}");
            case "hexadecimal" -> out.println("{\"gradient\": [\"" + Double.toHexString(2 * x) + "\", \""
                    + Double.toHexString(2 * y) + "\"]}");
            case "garbage" -> out.println("Loading the model");
            case "empty" -> out.println();
            case "too-many" -> out.println("[" + 2 * x + ", " + 2 * y + ", 0]");
            case "too-few" -> out.println("{\"gradient\": {\"x\": " + 2 * x + "}}");
            case "not-a-number" -> out.println("[" + 2 * x + ", NaN]");
            case "null" -> out.println("[" + 2 * x + ", null]");
            case "twice" -> out.println(right + "\n" + right);
            case "error" -> out.println("{\"error\": \"no such point\"}");
            case "late" -> out.println("{\"gradient\": " + right + ", \"id\": " + (asked + 1) + "}");
            case "wrong" -> out.println("[" + 2 * x + ", " + 3 * y + "]");
            case "wrong-once" -> out.println(third ? "[" + 2 * x + ", " + 3 * y + "]" : right);
            default -> out.println(right);
        }
    }
}
