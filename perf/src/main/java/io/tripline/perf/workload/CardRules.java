package io.tripline.perf.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The rule file of the card workloads. */
final class CardRules {

    static final String FILE = "card-transactions.trip";

    private CardRules() {}

    static String text() throws IOException {
        try (InputStream resource = CardRules.class.getResourceAsStream("/io/tripline/perf/" + FILE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
