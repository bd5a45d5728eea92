package org.adequal.oracle;

import java.util.List;
import java.util.Locale;

/** Measures how many small requests a second the oracle answers; run by hand. */
final class RequestRates {
    private RequestRates() {}

    public static void main(String[] arguments) {
        Oracle oracle = new Oracle();
        String point = "\"formula\":\"(1 - x)^2 + 100*(y - x^2)^2\",\"at\":{\"x\":1.2,\"y\":%s}";
        String claim = ",\"claim\":{\"x\":%s,\"y\":%s}";
        for (String kind : List.of("gradient", "gradient certified", "check estimated", "check", "check sin",
                "check wrong")) {
            for (int round = 0; round < 3; round++) {
                int count = 3000;
                long start = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    double y = 1 + i / 4096.0;
                    double dx = -2 * (1 - 1.2) - 400 * 1.2 * (y - 1.2 * 1.2);
                    double dy = 200 * (y - 1.2 * 1.2);
                    String at = String.format(Locale.ROOT, point, y);
                    String full = at + String.format(Locale.ROOT, claim, dx, dy);
                    String request = switch (kind) {
                        case "gradient" -> "{\"op\":\"gradient\"," + at + "}";
                        case "gradient certified" -> "{\"op\":\"gradient\"," + at + ",\"certify\":true}";
                        case "check estimated" -> "{\"op\":\"check\"," + full + ",\"certify\":false}";
                        case "check sin" -> "{\"op\":\"check\",\"formula\":\"sin(x*y)*exp(x)\",\"at\":{\"x\":1.2,\"y\":"
                                + y + "},\"claim\":{\"x\":"
                                + (y * Math.cos(1.2 * y) * Math.exp(1.2) + Math.sin(1.2 * y) * Math.exp(1.2))
                                + ",\"y\":" + 1.2 * Math.cos(1.2 * y) * Math.exp(1.2) + "}}";
                        case "check wrong" -> "{\"op\":\"check\"," + at
                                + String.format(Locale.ROOT, claim, dx, -dy - 1) + "}";
                        default -> "{\"op\":\"check\"," + full + "}";
                    };
                    String answer = oracle.answer(request);
                    if (i == 0 && round == 0) {
                        System.out.println(answer);
                    }
                }
                System.out.printf(Locale.ROOT, "%s: %.0f a second%n", kind,
                        count / ((System.nanoTime() - start) / 1e9));
            }
        }
    }
}
