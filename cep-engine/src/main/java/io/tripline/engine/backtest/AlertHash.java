package io.tripline.engine.backtest;

import io.tripline.engine.core.Alert;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.event.Event;
import io.tripline.engine.value.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * Numbers of 64 bits that stand for alerts and names. Of a million of them two are equal by chance once in forty million
 * backtests.
 */
final class AlertHash {

    private AlertHash() {}

    static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteHash.of(bytes, 0, bytes.length);
    }

    /**
     * Equal for alerts that say the same of two versions of a rule: they have its name, the key, the time, and the last
     * matched event in common.
     */
    static long likeness(Alert alert) {
        StringBuilder text = new StringBuilder(64);
        text.append(alert.rule()).append('\n').append(alert.atNanos());
        append(last(alert).identity(), text);
        for (Object part : alert.key().values()) {
            append(ValueText.of(part), text);
        }
        return of(text.toString());
    }

    private static void append(String value, StringBuilder text) {
        text.append('\n').append(value.length()).append(':').append(value);
    }

    private static Event last(Alert alert) {
        return alert.matched().stream()
                .flatMap(step -> step.events().stream())
                .max(Comparator.comparingLong(Event::timeNanos)
                        .thenComparingLong(Event::sequence)
                        .thenComparingInt(Event::ordinal))
                .orElseThrow();
    }
}
