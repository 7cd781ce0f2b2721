package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Program;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import io.tripline.engine.window.Feature;
import io.tripline.engine.window.OwnKeyWindows;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The windows of a rule that have keys of their own, which its keys share.
 *
 * <p>An event that comes before others may change what these have read: their keys are then gone over again. What an event
 * has read is kept until it is settled, since by then the windows may have moved on.
 */
final class OwnKeys implements FeatureReadings {

    /** What an event may read of one feature: different windows, where the key depends on what a match has taken. */
    private record Asked(int feature, Object keyOrNull) {}

    /** @param keptOrNull what is kept beside the slot */
    private record Kept(boolean missing, long slot, Object keptOrNull) {}

    /** By number of the feature; null for those that go by the rule's key. */
    private final List<OwnKeyWindows<KeyState>> windows = new ArrayList<>();

    private final List<ValueKind> kinds = new ArrayList<>();
    private final Set<String> events = new LinkedHashSet<>();
    private final IdentityHashMap<Event, Map<Asked, Kept>> readings = new IdentityHashMap<>();

    private FeatureReadings ofRuleKey = FeatureReadings.NONE;
    private KeyState reader;
    private long settledNanos = Long.MIN_VALUE;
    /** Whether the rule may look at events again that are settled for others. */
    private final boolean keepsAll;

    private boolean settling;

    OwnKeys(Program program) {
        this.keepsAll = program.isDelayed();
        for (Feature feature : program.features()) {
            windows.add(feature.hasOwnKey() ? new OwnKeyWindows<>(feature) : null);
            kinds.add(feature.resultKind());
            if (feature.hasOwnKey()) {
                events.add(feature.event());
            }
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Whether events of that type go into a window. */
    boolean looksAt(String event) {
        return events.contains(event);
    }

    /** How many windows there are. */
    long size() {
        return windows.stream()
                .filter(each -> each != null)
                .mapToLong(OwnKeyWindows::size)
                .sum();
    }

    /** The event under test goes into the windows; gives the keys for which that changes what was read. */
    Set<KeyState> add(Scope scope, long settledThroughNanos) {
        settledNanos = settledThroughNanos;
        Set<KeyState> changed = new LinkedHashSet<>();
        for (OwnKeyWindows<KeyState> each : windows) {
            if (each != null && each.event().equals(scope.event().layout().name())) {
                changed.addAll(each.add(scope, settledNanos));
            }
        }
        return changed;
    }

    /** From here on that key reads. */
    void readFor(KeyState state, long settledThroughNanos) {
        reader = state;
        settledNanos = settledThroughNanos;
    }

    /** These readings beside those of the rule's key. */
    FeatureReadings beside(FeatureReadings others) {
        ofRuleKey = others;
        return this;
    }

    /** While events are settled they read again what they have read before. */
    void setSettling(boolean events) {
        settling = events;
    }

    /** What the event has read is not asked for any more. */
    void forget(Event event) {
        readings.remove(event);
    }

    @Override
    public void read(int feature, Scope scope, Value into) {
        OwnKeyWindows<KeyState> own = windows.get(feature);
        if (own == null) {
            ofRuleKey.read(feature, scope, into);
            return;
        }
        boolean isSettled = scope.event().timeNanos() <= settledNanos;
        Map<Asked, Kept> before = settling || isSettled ? readings.get(scope.event()) : null;
        if (before != null) {
            Kept kept = before.get(new Asked(feature, own.keyAskedForOrNull(scope)));
            if (kept != null) {
                show(kept, into);
                return;
            }
        }
        own.read(scope, settledNanos, reader, into);
        // What the key keeps may be looked at again when the window has moved on.
        if (!isSettled || keepsAll || reader.hasHistory()) {
            Object keptOrNull = into.isMissing() ? null : into.keptOrNull(kinds.get(feature));
            readings.computeIfAbsent(scope.retainedEvent(), event -> new LinkedHashMap<>())
                    .put(
                            new Asked(feature, own.keyAskedForOrNull(scope)),
                            new Kept(into.isMissing(), into.slot(), keptOrNull));
        }
    }

    private static void show(Kept kept, Value into) {
        if (kept.missing()) {
            into.setMissing();
        } else {
            into.setKept(kept.slot(), kept.keptOrNull());
        }
    }

    /** Writes what an event of a key has read, as long as it may read it again. */
    void writeReadings(Event event, StateWriter out) {
        if (isEmpty()) {
            return;
        }
        Map<Asked, Kept> read = readings.getOrDefault(event, Map.of());
        out.number(read.size());
        read.forEach((asked, kept) -> {
            out.number(asked.feature()).plain(asked.keyOrNull());
            if (kept.missing()) {
                out.nothingKept();
            } else {
                out.kept(kept.slot(), kept.keptOrNull());
            }
        });
    }

    void readReadings(Event event, StateReader in) {
        if (isEmpty()) {
            return;
        }
        Value value = new Value();
        for (int left = in.count(); left > 0; left--) {
            Asked asked = new Asked(in.count(), in.plainOrNull());
            in.kept(value);
            Kept kept = value.isMissing()
                    ? new Kept(true, 0, null)
                    : new Kept(false, value.slot(), value.keptOrNull(kinds.get(asked.feature())));
            readings.computeIfAbsent(event, added -> new LinkedHashMap<>()).put(asked, kept);
        }
    }

    /** Writes the windows; what events have read of them stands with the keys. */
    void writeState(StateWriter out) {
        for (OwnKeyWindows<KeyState> each : windows) {
            if (each != null) {
                each.writeState(out, OwnKeys::writeReader);
            }
        }
    }

    private static void writeReader(KeyState readerOrNull, StateWriter out) {
        boolean isThere = readerOrNull != null && !readerOrNull.isGone();
        out.flag(isThere);
        if (isThere) {
            readerOrNull.writeName(out);
        }
    }

    /**
     * Reads the windows; there are none yet.
     *
     * @param readers finds the state of the key that is named next
     */
    void readState(StateReader in, Function<StateReader, KeyState> readers) {
        for (OwnKeyWindows<KeyState> each : windows) {
            if (each != null) {
                each.readState(in, from -> from.flag() ? readers.apply(from) : null);
            }
        }
    }
}
