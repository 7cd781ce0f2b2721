package io.tripline.engine.backtest;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.backtest.LabelSource.Target;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.value.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All labels of a journal, read before anything else is: so an alert can be judged when it is raised, and an event that
 * should be found is known when it comes.
 */
final class LabelBook {

    private final LabelSource source;
    private final int most;
    private final Event event = new Event();
    /** Of labelled events, or of labelled values of keys. */
    private final LongCounts named = new LongCounts();
    /** When each value of a key was labelled, ascending; only where keys are. */
    private final Map<Long, long[]> timesOfKeys = new HashMap<>();

    private long labels;
    private long latestNanos = Long.MIN_VALUE;

    LabelBook(LabelSource source, int most) {
        this.source = source;
        this.most = most;
    }

    /** Looks for labels in a batch. */
    void read(JournalEntry.Events batch, EventCatalog catalog) {
        int position = 0;
        EventLayout label = catalog.layoutOrNull(source.type());
        for (int i = 0; i < batch.count(); i++) {
            event.wrap(catalog, batch.bytes(), position, batch.firstSequence() + i, 0);
            latestNanos = Math.max(latestNanos, event.timeNanos());
            if (label != null && event.typeIndex() == label.typeIndex()) {
                readLabel(label);
            }
            position += event.length();
        }
    }

    private void readLabel(EventLayout label) {
        FieldSchema field = label.fieldOrNull(source.field());
        if (field == null || !event.has(field.index()) || !counts(label)) {
            return;
        }
        labels++;
        if (labels > most) {
            throw new BacktestException(
                    String.format("there are more than %,d labels of type %s", most, source.type()));
        }
        long value = AlertHash.of(ValueText.of(event.valueAt(field.index())));
        named.add(value);
        if (source.target() instanceof Target.AlertKey) {
            timesOfKeys.merge(value, new long[] {event.timeNanos()}, LabelBook::merged);
        }
    }

    private boolean counts(EventLayout label) {
        if (source.only().isEmpty()) {
            return true;
        }
        FieldSchema field = label.fieldOrNull(source.only().get().field());
        return field != null
                && event.has(field.index())
                && ValueText.of(event.valueAt(field.index()))
                        .equals(source.only().get().value());
    }

    private static long[] merged(long[] before, long[] one) {
        long[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = one[0];
        Arrays.sort(all);
        return all;
    }

    /** How many labels there are. */
    long labels() {
        return labels;
    }

    /** What is later has no label yet, whether it should or not. */
    long judgedThroughNanos() {
        return latestNanos == Long.MIN_VALUE ? Long.MIN_VALUE : latestNanos - source.delayNanos();
    }

    boolean judges(Alert alert) {
        return alert.atNanos() <= judgedThroughNanos();
    }

    /** Hashes of what a label names and the alert has found. */
    List<Long> foundBy(Alert alert) {
        List<Long> found = new ArrayList<>();
        if (source.target() instanceof Target.MatchedEvent matched) {
            for (MatchedStep step : alert.matched()) {
                for (Event one : step.events()) {
                    if (isOfType(one, matched)) {
                        addIfNamed(AlertHash.of(one.identity()), found);
                    }
                }
            }
            return found;
        }
        for (Object part : alert.key().values()) {
            long hash = AlertHash.of(ValueText.of(part));
            if (isNear(hash, alert.atNanos())) {
                found.add(hash);
            }
        }
        return found;
    }

    private void addIfNamed(long hash, List<Long> found) {
        if (named.has(hash)) {
            found.add(hash);
        }
    }

    private static boolean isOfType(Event event, Target.MatchedEvent matched) {
        return matched.type().isEmpty()
                || matched.type().get().equals(event.layout().name());
    }

    /** Whether the value of a key was labelled within the delay after that time. */
    private boolean isNear(long hash, long atNanos) {
        for (long time : timesOfKeys.getOrDefault(hash, new long[0])) {
            if (time >= atNanos && time - source.delayNanos() <= atNanos) {
                return true;
            }
        }
        return false;
    }

    /** Adds what rules could find in a batch of the range. */
    void expect(JournalEntry.Events batch, EventCatalog catalog, LongCounts expected) {
        if (!(source.target() instanceof Target.MatchedEvent matched)) {
            return;
        }
        int position = 0;
        long judgedThrough = judgedThroughNanos();
        for (int i = 0; i < batch.count(); i++) {
            event.wrap(catalog, batch.bytes(), position, batch.firstSequence() + i, 0);
            boolean isLabel = event.layout().name().equals(source.type());
            if (event.timeNanos() <= judgedThrough && !isLabel && isOfType(event, matched)) {
                long hash = AlertHash.of(event.identity());
                if (named.has(hash) && !expected.has(hash)) {
                    expected.add(hash);
                }
            }
            position += event.length();
        }
    }

    /** Adds the values of keys that rules could find among events of those times. */
    void expectKeys(long firstNanos, long lastNanos, LongCounts expected) {
        long through = Math.min(lastNanos, judgedThroughNanos());
        timesOfKeys.forEach((hash, times) -> {
            if (Arrays.stream(times).anyMatch(time -> time >= firstNanos && time - source.delayNanos() <= through)) {
                expected.add(hash);
            }
        });
    }
}
