package io.tripline.engine.window;

import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The windows of a feature with a key of its own, by that key.
 *
 * @param <R> who reads them
 */
public final class OwnKeyWindows<R> {

    private final Feature feature;
    private final Map<Object, OwnKeyWindow<R>> windows = new LinkedHashMap<>();
    /** The keys in the order in which they are looked at whether they have gone quiet. */
    private final Deque<Object> round = new ArrayDeque<>();

    public OwnKeyWindows(Feature feature) {
        this.feature = feature;
    }

    /**
     * The event under test, which is of the feature's type, goes into the window of its key.
     *
     * @param settledNanos no event will come before that time any more
     * @return who has read what is different now
     */
    public List<R> add(Scope scope, long settledNanos) {
        if (!feature.takes(scope)) {
            return List.of();
        }
        Object key = feature.ownKeyOfOrNull(scope.event());
        if (key == null) {
            return List.of();
        }
        // Twice, so that keys that are never seen again go as fast as others come.
        forgetQuiet(settledNanos);
        forgetQuiet(settledNanos);
        return window(key).add(scope, settledNanos);
    }

    private OwnKeyWindow<R> window(Object key) {
        OwnKeyWindow<R> window = windows.get(key);
        if (window == null) {
            window = new OwnKeyWindow<>(feature);
            windows.put(key, window);
            round.add(key);
        }
        return window;
    }

    /**
     * What the window of the key that the event under test asks for comes to.
     *
     * @param reader told of when an event comes before what is read here
     */
    public void read(Scope scope, long settledNanos, R reader, Value into) {
        Object key = feature.ownKeyAskedForOrNull(scope);
        boolean isSettled = scope.event().timeNanos() <= settledNanos;
        if (key == null || isSettled && !windows.containsKey(key)) {
            feature.read(feature.newWindow(), scope, into);
        } else {
            // Where there is none yet, an event may still come before this one.
            window(key).read(scope, settledNanos, reader, into);
        }
    }

    /** The key that the event under test asks for, or null where a part of it is missing. */
    public Object keyAskedForOrNull(Scope scope) {
        return feature.ownKeyAskedForOrNull(scope);
    }

    private void forgetQuiet(long settledNanos) {
        Object key = round.poll();
        if (key == null) {
            return;
        }
        if (windows.get(key).isQuiet(settledNanos)) {
            windows.remove(key);
        } else {
            round.add(key);
        }
    }

    /** How many keys have a window. */
    public int size() {
        return windows.size();
    }

    /** The name of the type of the events it is over. */
    public String event() {
        return feature.event();
    }

    /**
     * Writes all windows.
     *
     * @param readers writes who reads
     */
    public void writeState(StateWriter out, BiConsumer<R, StateWriter> readers) {
        out.number(round.size());
        for (Object key : round) {
            out.plain(key);
            windows.get(key).writeState(out, readers);
        }
    }

    /** Reads all windows; there are none yet. */
    public void readState(StateReader in, Function<StateReader, R> readers) {
        for (int left = in.count(); left > 0; left--) {
            Object key = in.plainOrNull();
            window(key).readState(in, readers);
        }
    }
}
