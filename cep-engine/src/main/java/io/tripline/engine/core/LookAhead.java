package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.match.PartialMatch;

/**
 * Fetches what is known of the keys of coming events. A key's state is three or four places in memory, one behind the other;
 * where there are many keys, an event waits for each of them. Those of many events do not depend on each other, so the
 * processor fetches them at the same time, if they are asked for side by side: first all states, then what each of these
 * leads to (group prefetching; Chen, Ailamaki, Gibbons and Mowry, "Improving Hash Join Performance through Prefetching",
 * ICDE 2004, with plain reads in the place of prefetches).
 *
 * <p>Nothing depends on what is read here; it changes nothing.
 */
final class LookAhead {

    /** Few enough to be in the nearest cache still when they are needed, and enough to wait for once. */
    private static final int EVENTS = 32;

    private static final int CELLS_PER_LINE = 8;
    private static final int MOST_LINES = 4;

    private final Event event = new Event();
    private final KeyState[] states = new KeyState[EVENTS];
    private final long[][] cells = new long[EVENTS][];
    private final PartialMatch[] matches = new PartialMatch[EVENTS];
    /** Somewhere to put what is read, so that it is read. */
    private long read;

    /** Fetches for one rule after the other; gives for how many events. */
    int look(ActiveRules rules, EventCatalog catalog, byte[] bytes, int start, int end) {
        if (!rules.needStates()) {
            return EVENTS;
        }
        int events = 0;
        int position = start;
        while (events < EVENTS && position < end) {
            position += Event.lengthAt(bytes, position);
            events++;
        }
        // Of several types in a batch, those of its beginning.
        event.wrap(catalog, bytes, start, 0, 0);
        for (Watch watch : rules.watchers(event.typeIndex()).needingStates()) {
            if (watch.rule().isWorthLookingAhead()) {
                fetch(watch, find(watch, event.typeIndex(), catalog, bytes, start, position));
            }
        }
        return events;
    }

    /** The states of the keys, without looking at them; gives how many. */
    private int find(Watch watch, int type, EventCatalog catalog, byte[] bytes, int start, int end) {
        int count = 0;
        for (int position = start; position < end; position += Event.lengthAt(bytes, position)) {
            event.wrap(catalog, bytes, position, 0, 0);
            if (event.typeIndex() == type) {
                KeyState state = watch.rule().likelyStateOrNull(watch.use(), event);
                if (state != null) {
                    states[count] = state;
                    count++;
                }
            }
        }
        return count;
    }

    private void fetch(Watch watch, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            cells[i] = states[i].cells();
        }
        for (int i = 0; i < count; i++) {
            int lines = Math.min(cells[i].length, MOST_LINES * CELLS_PER_LINE);
            for (int j = 0; j < lines; j += CELLS_PER_LINE) {
                sum += cells[i][j];
            }
        }
        if (!watch.rule().program().matchesSingleEvents()) {
            for (int i = 0; i < count; i++) {
                matches[i] = states[i].matches().firstOrNull();
            }
            for (int i = 0; i < count; i++) {
                sum += matches[i] == null ? 0 : matches[i].lastEvent().timeNanos();
            }
        }
        read = sum;
    }

    /** Of what was read last, something. */
    long read() {
        return read;
    }
}
