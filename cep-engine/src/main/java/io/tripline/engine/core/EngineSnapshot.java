package io.tripline.engine.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The state of an engine at one input, being written while the engine goes on. What is no key's was written when it began;
 * of the keys, one that an input changes is written before that, and the others by {@link #writeSome}.
 *
 * <p>For the thread of the engine.
 */
public final class EngineSnapshot {
    private record Scanned(ActiveRule rule, KeyScan scan) {}

    private final Deque<Scanned> left = new ArrayDeque<>();
    private Optional<RuntimeException> failure = Optional.empty();

    EngineSnapshot(EngineState state, List<ActiveRule> rules) {
        List<ActiveRule> all = new ArrayList<>(rules);
        for (int i = 0; i < all.size(); i++) {
            ActiveRule rule = all.get(i);
            int number = i;
            if (rule.hasOwnKeys()) {
                state.writeOwnKeys(number, rule);
            }
            left.add(new Scanned(rule, rule.scan((key, place) -> write(state, number, rule, place, key))));
        }
    }

    private void write(EngineState state, int number, ActiveRule rule, int place, KeyState key) {
        if (failure.isPresent()) {
            return;
        }
        try {
            state.writeKey(number, rule, place, key);
        } catch (RuntimeException e) {
            // Whoever changes the key must not suffer from it.
            failure = Optional.of(e);
        }
    }

    /** Why it comes to nothing, if it does: what was written is of no use, and there will be no more. */
    public Optional<RuntimeException> failure() {
        return failure;
    }

    /**
     * Writes further keys.
     *
     * @param places of the tables of keys to go over, at most; not all of them hold a key
     * @return whether everything is written
     */
    public boolean writeSome(int places) {
        if (!left.isEmpty() && left.peek().scan().writeSome(places)) {
            left.remove().rule().endScan();
        }
        return left.isEmpty();
    }

    /** Gives up: what was written is of no use. */
    public void abandon() {
        left.forEach(scanned -> scanned.rule().endScan());
        left.clear();
    }
}
