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
}
