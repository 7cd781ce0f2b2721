package io.tripline.engine.core;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The keys of a rule for which time alone will do something, by when. A key has one entry that counts: the one with the
 * key's own time; it may be too early, never too late.
 */
final class Wakes {

    private record Wake(long nanos, KeyState state) {}

    private final PriorityQueue<Wake> queue =
            new PriorityQueue<>(Comparator.comparingLong(Wake::nanos).thenComparing(Wake::state));

    /** Sees to it that the key is given out once time is later than this; {@link Long#MAX_VALUE} for never. */
    void wake(KeyState state, long nanos) {
        if (nanos < state.wakeNanos()) {
            state.setWakeNanos(nanos);
            queue.add(new Wake(nanos, state));
        }
    }

    /** No key is given out up to this time; {@link Long#MAX_VALUE} when there is none. */
    long nextNanos() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().nanos();
    }

    /**
     * Takes out a key whose time is before that time; null when there is none.
     *
     * @param beforeChange is told of the key while it still is as it was
     */
    KeyState nextOrNull(long beforeNanos, Consumer<KeyState> beforeChange) {
        while (!queue.isEmpty() && queue.peek().nanos() < beforeNanos) {
            Wake wake = queue.remove();
            if (wake.nanos() == wake.state().wakeNanos()) {
                beforeChange.accept(wake.state());
                wake.state().setWakeNanos(Long.MAX_VALUE);
                return wake.state();
            }
        }
        return null;
    }
}
