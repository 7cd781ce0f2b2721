package io.tripline.engine.driver;

import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream of events as letters.
 *
 * <p>{@code A B5 A/x B5/x@30 A@28#2}: types A to E; a number behind the letter is the event's {@code v}; behind {@code /}
 * stands its key {@code k} ("k" when there is none, missing for {@code /-}); behind {@code @} its time in seconds (one
 * more than the event before when there is none); behind {@code #} its source. Each event's id is its letter and its
 * place in the stream: A1, B2.
 */
public final class Letters {

    private static final Pattern EVENT =
            Pattern.compile("([A-E])(-?[0-9.]+)?(?:/([\\w-]+))?(?:@(-?[0-9.]+))?(?:#(\\d+))?");
    private static final String FIELDS = " { id string @id  k string?  v decimal?  at timestamp @time }";

    private final EngineDriver driver;
    private final String lateAfter;
    private int place;
    private BigDecimal seconds = BigDecimal.ZERO;

    private Letters(EngineDriver driver, String lateAfter) {
        this.driver = driver;
        this.lateAfter = lateAfter;
    }

    /** One engine with these rules; no event may be late. */
    public static Letters of(String rules) {
        return late("0s", rules);
    }

    /** One engine with these rules; every type may be that late. */
    public static Letters late(String lateAfter, String rules) {
        return with(new EngineDriver(1, EngineLimits.DEFAULT), lateAfter, rules);
    }

    public static Letters with(EngineDriver driver, String lateAfter, String rules) {
        Letters letters = new Letters(driver, lateAfter);
        letters.rules(rules);
        return letters;
    }

    /** A rule by {@code k} that matches a pattern: {@code a: A then b: B within 10s}. */
    public static String match(String pattern) {
        return "rule r { by k match " + pattern + " alert \"hit\" }";
    }

    public void rules(String rules) {
        driver.rules(declarations(lateAfter) + rules);
    }

    /** The event types, A to E. */
    public static String declarations(String lateAfter) {
        StringBuilder text = new StringBuilder();
        for (char letter = 'A'; letter <= 'E'; letter++) {
            text.append("event ").append(letter).append(FIELDS);
            text.append(" late after ").append(lateAfter).append('\n');
        }
        return text.toString();
    }

    public EngineDriver driver() {
        return driver;
    }

    /** Sends events; gives everything they cause. */
    public List<Outcome> send(String events) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String event : events.trim().split("\\s+", -1)) {
            outcomes.addAll(sendOne(event));
        }
        return outcomes;
    }

    /** Sends events; gives what matched, as {@link OutcomeText#matched(Outcome)} writes it. */
    public List<String> matches(String events) {
        return OutcomeText.matched(send(events));
    }

    /** What matches once time has passed every deadline. */
    public List<String> matchesAtTheEnd() {
        return OutcomeText.matched(driver.endOfTime());
    }

    /** Sends events; gives the messages, as {@link OutcomeText#message} writes them. */
    public List<String> messages(String events) {
        return OutcomeText.messages(send(events));
    }

    /** Time comes to so many seconds without an event; gives what matched. */
    public List<String> matchesAt(long toSeconds) {
        return OutcomeText.matched(driver.advanceTime((1_800_000_000L + toSeconds) * 1_000_000_000L));
    }

    private List<Outcome> sendOne(String text) {
        Matcher event = EVENT.matcher(text);
        if (!event.matches()) {
            throw new IllegalArgumentException("not an event: " + text);
        }
        place++;
        seconds = event.group(4) == null ? seconds.add(BigDecimal.ONE) : new BigDecimal(event.group(4));
        Map<String, Object> values = new TreeMap<>();
        values.put("id", event.group(1) + place);
        values.put(
                "at",
                Instant.ofEpochSecond(1_800_000_000L)
                        .plusNanos(seconds.movePointRight(9).longValue()));
        if (event.group(2) != null) {
            values.put("v", new BigDecimal(event.group(2)));
        }
        String key = event.group(3) == null ? "k" : event.group(3);
        if (!key.equals("-")) {
            values.put("k", key);
        }
        int source = event.group(5) == null ? 0 : Integer.parseInt(event.group(5));
        return driver.send(source, event.group(1), values);
    }
}
