package io.tripline.perf.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The rule file of the experiments. */
final class FaultRules {

    private FaultRules() {}

    static String text() throws IOException {
        try (InputStream resource = FaultRules.class.getResourceAsStream("/io/tripline/perf/payments.trip")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A rule that no payment of the experiments satisfies, in a version for each number. */
    static String neverFires(int number) {
        return "rule never \"Never\" { by account on p: Payment when amount > " + (1_000_000_000L + number)
                + " alert \"{account}\" }\n";
    }
}
