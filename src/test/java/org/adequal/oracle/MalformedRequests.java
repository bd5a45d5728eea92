package org.adequal.oracle;

import java.util.List;
import java.util.SplittableRandom;

/** Requests as broken programs send them: real ones with letters, tokens or whole parts exchanged; seeded. */
final class MalformedRequests {
    private static final List<String> REAL = List.of(
            "{\"id\":1,\"op\":\"gradient\",\"formula\":\"x0^2 + sin(x1)\",\"at\":{\"x0\":3,\"x1\":\"0x1.8p1\"},\"budget_ms\":1000}",
            "{\"id\":[1,{\"a\":null}],\"op\":\"gradient\",\"formula\":\"abs(x)*y\",\"points\":[{\"x\":0,\"y\":1e-3},{\"x\":1,\"y\":2}],\"certify\":true,\"kinks\":\"torch\"}",
            "{\"op\":\"derivative\",\"formula\":\"g(x)*log(x)\",\"definitions\":[\"g(u) = u^2 + 1\"],\"wrt\":[\"x\",\"x\"]}",
            "{\"op\":\"hessian\",\"formula\":\"x*y^2\",\"at\":{\"x\":1.5,\"y\":-2},\"wrt\":[\"x\",\"y\"]}",
            "{\"op\":\"jacobian\",\"formula\":\"[x*y, x + y]\",\"at\":{\"x\":1,\"y\":2}}",
            "{\"op\":\"check\",\"formula\":\"x^2 + y\",\"at\":{\"x\":3,\"y\":4},\"claim\":{\"x\":6,\"y\":\"nan\"},\"format\":\"f32\",\"tolerance\":1e-6}",
            "{\"op\":\"check\",\"formula\":\"max(x, y)\",\"points\":[{\"x\":3,\"y\":3}],\"claims\":[{\"x\":0.5,\"y\":\"-inf\"}]}",
            "{\"op\":\"compare\",\"left\":\"x\",\"right\":\"sqrt(x^2)\",\"domain\":{\"x\":[-2,2]}}",
            "{\"op\":\"functions\",\"id\":\"f\"}");
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "null", "true", "-", "1e999",
            "-0.0", "NaN", "\\", "\\u0000", "\\ud800", "\u0000", "\uFFFD", "é", "π", "\uD83D\uDE00", "x", "(", ")", "^",
            "'", "+", "0x", "1e", "..", "for", "let", "in", " ", "\t", "999999999999999999999", "\"id\":", "\"at\":{}",
            "{\"x\":1}", "[[[[", "}}}}", "\"\"", "diff(", "if(", "=", ";", "#", "@", "1/0", "9^9^9^9", "x[0]",
            "\u202E");

    private static final List<String> TOKENS = List.of("x", "y", "x0", "x1", "+", "-", "*", "/", "^", "(", ")", "0",
            "1",
            "2", "1e308", "1e-320", "0.1", "sin", "log", "sqrt", "abs", "exp", "max", "x^", "if(x > 0, x, ", "diff(",
            "'",
            "gamma", "floor", "[", "]", ",", " for x > 0", "let t = x in t*", "-x^2", "1/0", "9^9^9", "tan",
            "mod(x, y)",
            "atan2(y, x)", "sum", "e", "pi", "@", ".T", "y == 2 and ", "not ", "lgamma", "erf", "asin", "x^y", "\u00e9",
            "\u03c0");

    private final SplittableRandom random;

    MalformedRequests(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One line, malformed or, now and then, still a request. */
    String next() {
        String real = REAL.get(random.nextInt(REAL.size()));
        if (random.nextInt(20) == 0) {
            return noise();
        }
        StringBuilder text = new StringBuilder(real);
        if (random.nextInt(3) > 0) {
            formula(text);
            return text.toString();
        }
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            mutate(text);
        }
        return text.toString().replace('\n', ' ');
    }

    /** The JSON stays whole; the formula in it changes, or a number. */
    private void formula(StringBuilder text) {
        int from = text.indexOf("\"formula\":\"") + 11;
        if (from < 11 || random.nextInt(5) == 0) {
            exchange(text);
            return;
        }
        int to = text.indexOf("\"", from);
        StringBuilder formula = new StringBuilder(text.substring(from, to));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(formula.length() + 1);
            String token = TOKENS.get(random.nextInt(TOKENS.size()));
            switch (random.nextInt(3)) {
                case 0 -> formula.insert(at, token);
                case 1 -> formula.replace(at, Math.min(formula.length(), at + 1 + random.nextInt(3)), token);
                default -> formula.replace(0, formula.length(), token + "(" + formula + ")");
            }
        }
        text.replace(from, to, formula.toString());
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        switch (random.nextInt(8)) {
            case 0 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            case 1 -> text.insert(at, piece);
            case 2 -> text.replace(at, to, piece);
            case 3 -> text.delete(at, to);
            case 4 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(5)));
            case 5 -> text.setLength(at);
            case 6 -> exchange(text);
            default -> text.insert(at, piece.repeat(1 + random.nextInt(300)));
        }
    }

    /** One value of the JSON exchanged for another. */
    private void exchange(StringBuilder text) {
        int colon = text.indexOf(":", random.nextInt(text.length()));
        if (colon >= 0) {
            int end = colon + 1;
            while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            List<String> values = List.of("null", "[]", "{}", "-1", "1e400", "\"\"", "true", "\"x\"", "[null]", "0.1",
                    "{\"x\":{}}", "123456789012345678901234567890", "\"pi\"", "[\"x\",7]");
            text.replace(colon + 1, end, values.get(random.nextInt(values.size())));
        }
    }

    private String noise() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i >= 0; i--) {
            text.append(random.nextBoolean()
                    ? PIECES.get(random.nextInt(PIECES.size()))
                    : String.valueOf((char) random.nextInt(0x10000)));
        }
        return text.toString().replace('\n', ' ');
    }
}
