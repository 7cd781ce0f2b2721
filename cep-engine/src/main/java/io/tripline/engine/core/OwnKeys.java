package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.Program;
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
}
