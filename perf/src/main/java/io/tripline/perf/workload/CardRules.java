package io.tripline.perf.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule file of the card workloads. */
final class CardRules {

    static final String FILE = "card-transactions.trip";

    private CardRules() {}

    static String text() throws IOException {
        try (InputStream resource = CardRules.class.getResourceAsStream("/io/tripline/perf/" + FILE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Some of the rules.
     *
     * @param overtaking whether batches overtake each other: then an event may come a day late
     */
    static String text(Collection<String> rules, boolean overtaking) throws IOException {
        String text = Pattern.compile("^rule (\\w+) .*?^}\n", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text())
                .replaceAll(rule -> rules.contains(rule.group(1)) ? Matcher.quoteReplacement(rule.group()) : "");
        return overtaking ? text.replaceFirst("@time\\s*}", "@time } late after 1d") : text;
    }
}
