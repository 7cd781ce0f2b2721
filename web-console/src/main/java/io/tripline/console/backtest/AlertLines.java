package io.tripline.console.backtest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a backtest's alerts.
 *
 * @param alerts a JSON object each
 * @param next the place where the next page begins
 */
record AlertLines(List<String> alerts, OptionalLong next) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Which alerts are wanted.
     *
     * @param whose {@code both}, {@code candidate} or {@code compared}
     * @param rule name of the rule
     * @param key a value of the key
     */
    record Filter(Optional<String> whose, Optional<String> rule, Optional<String> key) {

        private boolean passes(String line) {
            if (whose.isEmpty() && rule.isEmpty() && key.isEmpty()) {
                return true;
            }
            JsonNode alert = JSON.readTree(line);
            return whose.map(alert.path("whose").asString()::equals).orElse(true)
                    && rule.map(alert.path("rule").asString()::equals).orElse(true)
                    && (key.isEmpty()
                            || alert.path("key").valueStream().anyMatch(part -> part.asString()
                                    .equals(key.get())));
        }
    }

    static AlertLines of(Stream<String> lines, Filter filter, long from, int limit) {
        List<String> page = new ArrayList<>();
        long place = from;
        for (Iterator<String> rest = lines.skip(from).iterator(); rest.hasNext(); place++) {
            String line = rest.next();
            if (!filter.passes(line)) {
                continue;
            }
            if (page.size() == limit) {
                return new AlertLines(page, OptionalLong.of(place));
            }
            page.add(line);
        }
        return new AlertLines(page, OptionalLong.empty());
    }

    String json() {
        return "{\"alerts\":[" + String.join(",", alerts) + "],\"next\":"
                + (next.isPresent() ? "\"" + next.getAsLong() + "\"" : "null") + "}";
    }
}
