package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateUnreadableException;
import io.tripline.engine.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ObjIntConsumer;

/**
 * The states of a rule's keys: open addressing with linear probing, so that looking a key up allocates nothing. A part of
 * each key's hash stands in the table, so that hardly ever a wrong state is asked for its key.
 *
 * <p>A hand goes round the table, a place at a time, and points at keys that have been quiet for long; whoever moves it
 * decides whether they go.
 */
final class KeyTable {

    private static final int INITIAL_CAPACITY = 16;

    private static final int LIKELY_PLACES = 4;

    private KeyState[] states = new KeyState[INITIAL_CAPACITY];
    private int[] tags = new int[INITIAL_CAPACITY];
    private int size;
    private int hand;
    /** While the keys are written; else null. */
    private KeyScan scanOrNull;

    int size() {
        return size;
    }

    /** The state of the event's key, or null; notes that the key was seen. */
    KeyState findOrNull(KeyReader reader, Event event, long hash) {
        int mask = states.length - 1;
        int tag = (int) hash;
        for (int place = tag & mask; states[place] != null; place = place + 1 & mask) {
            if (tags[place] == tag && reader.isKey(event, states[place])) {
                beforeChange(states[place], hash);
                states[place].seen(event.timeNanos());
                return states[place];
            }
        }
        return null;
    }

    /** A state that most likely is that of the key with this hash, or null; it is not looked at. */
    KeyState likelyOrNull(long hash) {
        int mask = states.length - 1;
        int tag = (int) hash;
        int place = tag & mask;
        for (int i = 0; i < LIKELY_PLACES; i++) {
            if (tags[place] == tag) {
                return states[place];
            }
            place = place + 1 & mask;
        }
        return null;
    }

    /** Adds a key that is not there. */
    void add(KeyState state, long hash) {
        if (4 * (size + 1) > 3 * states.length) {
            resize(2 * states.length);
        }
        int place = put(state, (int) hash);
        if (scanOrNull != null && scanOrNull.isOver(states)) {
            scanOrNull.noteDone(place);
        }
        size++;
    }

    /** All states, in the order of their places. */
    List<KeyState> all() {
        return Arrays.stream(states).filter(Objects::nonNull).toList();
    }

    /** Moves the hand on; gives the state it points at if its key was last seen before that time, else null. */
    KeyState nextQuietOrNull(long beforeNanos) {
        hand = hand + 1 & states.length - 1;
        return states[hand] != null && states[hand].lastNanos() < beforeNanos ? states[hand] : null;
    }

    /** Removes the state that the hand points at; the hand then stands before what has moved into its place. */
    void removeAtHand() {
        int mask = states.length - 1;
        int gap = hand;
        KeyState gone = states[gap];
        for (int place = gap + 1 & mask; states[place] != null; place = place + 1 & mask) {
            int home = tags[place] & mask;
            if ((place - home & mask) >= (place - gap & mask)) {
                if (scanOrNull != null && scanOrNull.isOver(states)) {
                    scanOrNull.write(place);
                }
                states[gap] = states[place];
                tags[gap] = tags[place];
                gap = place;
            }
        }
        states[gap] = null;
        gone.leave();
        size--;
        if (size < states.length / 8 && states.length > INITIAL_CAPACITY) {
            resize(states.length / 2);
        } else {
            hand = hand - 1 & mask;
        }
    }

    private void resize(int capacity) {
        KeyState[] oldStates = states;
        int[] oldTags = tags;
        states = new KeyState[capacity];
        tags = new int[capacity];
        hand = 0;
        for (int i = 0; i < oldStates.length; i++) {
            if (oldStates[i] != null) {
                put(oldStates[i], oldTags[i]);
            }
        }
    }

    private int put(KeyState state, int tag) {
        int mask = states.length - 1;
        int place = tag & mask;
        while (states[place] != null) {
            place = place + 1 & mask;
        }
        states[place] = state;
        tags[place] = tag;
        return place;
    }

    /** From now on keys are written before they change, as well as by the scan itself. */
    KeyScan scan(ObjIntConsumer<KeyState> writer) {
        scanOrNull = new KeyScan(states, writer);
        return scanOrNull;
    }

    void endScan() {
        scanOrNull = null;
    }

    boolean isScanned() {
        return scanOrNull != null;
    }

    /** The key is about to change, or to be forgotten. */
    void beforeChange(KeyState state, long hash) {
        if (scanOrNull != null) {
            scanOrNull.beforeChange(state, (int) hash);
        }
    }

    int capacity() {
        return states.length;
    }

    /** The state at a place, or null. */
    KeyState atOrNull(int place) {
        return states[place];
    }

    /** Writes how large it is, and where the hand stands: which key is forgotten when depends on that. */
    void writeState(StateWriter out) {
        out.number(states.length).number(size).number(hand);
    }

    /** Empty, it becomes as large as the one that was written. */
    void readState(StateReader in) {
        states = new KeyState[in.count()];
        tags = new int[states.length];
        size = in.count();
        hand = in.count();
    }

    /** Puts a state where it was. */
    void readAt(int place, KeyState state, long hash) {
        if (states[place] != null) {
            throw new StateUnreadableException("two keys have the place " + place);
        }
        states[place] = state;
        tags[place] = (int) hash;
    }
}
