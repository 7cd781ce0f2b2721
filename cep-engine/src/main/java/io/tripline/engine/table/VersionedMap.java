package io.tripline.engine.table;

import io.tripline.engine.event.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Values by key as they stood at every input that may still be looked at. */
final class VersionedMap<T> {

    private final Map<Object, Version<T>> newest = new LinkedHashMap<>();
    /** Those with an older one behind them or nothing in them, in the order in which they came. */
    private final Deque<Version<T>> superseding = new ArrayDeque<>();

    /** What stands under the key for that event, or null. */
    T getOrNull(Object key, Event event) {
        Version<T> version = newest.get(key);
        while (version != null && !event.isBehind(version.sequence, version.ordinal)) {
            version = version.olderOrNull;
        }
        return version == null ? null : version.valueOrNull;
    }

    /** What stands under the key now, or null. */
    T newestOrNull(Object key) {
        Version<T> version = newest.get(key);
        return version == null ? null : version.valueOrNull;
    }

    /** From behind that input on this stands under the key; null for nothing. */
    void put(Object key, T valueOrNull, long sequence, int ordinal) {
        Version<T> older = newest.get(key);
        Version<T> version = new Version<>(key, valueOrNull, sequence, ordinal, older);
        newest.put(key, version);
        if (older != null || valueOrNull == null) {
            superseding.add(version);
        }
    }

    /**
     * Forgets what no event from that position on can see.
     *
     * @param isGone tells of a value that no such event sees because its time is over
     * @return how many keys are left
     */
    int prune(long oldestSequence, Predicate<T> isGone) {
        while (!superseding.isEmpty() && superseding.peek().sequence < oldestSequence) {
            Version<T> version = superseding.remove();
            version.olderOrNull = null;
            if (version.valueOrNull == null && newest.get(version.key) == version) {
                newest.remove(version.key);
            }
        }
        newest.values()
                .removeIf(version ->
                        version.valueOrNull != null && version.olderOrNull == null && isGone.test(version.valueOrNull));
        return newest.size();
    }
}
