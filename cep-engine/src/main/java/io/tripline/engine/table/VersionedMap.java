package io.tripline.engine.table;

import io.tripline.engine.event.Event;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Values by key as they stood at every input that may still be looked at. */
final class VersionedMap<T> {

    private static final int NO_MORE = 0;
    private static final int GONE = 1;
    private static final int THERE = 2;

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

    /** Writes all versions; {@link #readState} reads them. */
    void writeState(StateWriter out, BiConsumer<T, StateWriter> values) {
        out.number(newest.size());
        newest.forEach((key, last) -> {
            out.plain(key);
            for (Version<T> version = last; version != null; version = version.olderOrNull) {
                out.number(version.valueOrNull == null ? GONE : THERE);
                out.signed(version.sequence).number(version.ordinal);
                if (version.valueOrNull != null) {
                    values.accept(version.valueOrNull, out);
                }
            }
            out.number(NO_MORE);
        });
    }

    /** An empty map becomes the one that was written. */
    void readState(StateReader in, Function<StateReader, T> values) {
        List<Version<T>> again = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            Object key = in.plainOrNull();
            Version<T> newer = null;
            for (int what = in.count(); what != NO_MORE; what = in.count()) {
                long sequence = in.signed();
                int ordinal = in.count();
                T value = what == GONE ? null : values.apply(in);
                Version<T> version = new Version<>(key, value, sequence, ordinal, null);
                if (newer == null) {
                    newest.put(key, version);
                } else {
                    newer.olderOrNull = version;
                }
                newer = version;
                again.add(version);
            }
        }
        again.removeIf(version -> version.olderOrNull == null && version.valueOrNull != null);
        again.sort(Comparator.comparingLong((Version<T> version) -> version.sequence)
                .thenComparingInt(version -> version.ordinal));
        superseding.addAll(again);
    }
}
