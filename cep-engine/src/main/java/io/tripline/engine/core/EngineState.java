package io.tripline.engine.core;

import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateParts;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateUnreadableException;
import io.tripline.engine.snapshot.StateWriter;
import java.util.List;

/**
 * Names and writes the parts of an engine's state: what is no key's, each key of each rule, and the windows of each rule
 * that have keys of their own.
 *
 * <pre>
 *   name: what it is │ number of the rule among all, decisions last │ the key
 * </pre>
 */
final class EngineState {
    static final int ENGINE = 0;
    static final int KEY = 1;
    static final int OWN_KEYS = 2;

    private final StateParts parts;
    private final StateWriter name;
    private final StateWriter state;

    EngineState(EventCatalog catalog, StateParts parts) {
        this.parts = parts;
        this.name = new StateWriter(catalog);
        this.state = new StateWriter(catalog);
    }

    /** Where a part that is begun is written to. */
    StateWriter begin(int what) {
        name.clear();
        name.number(what);
        state.clear();
        return state;
    }

    /** The part is written. */
    void end() {
        parts.part(name.copy(), state.array(), state.length());
    }

    void writeKey(int number, ActiveRule rule, int place, KeyState key) {
        begin(KEY);
        name.number(number);
        key.writeName(name);
        rule.writeKey(place, key, state);
        end();
    }

    void writeOwnKeys(int number, ActiveRule rule) {
        begin(OWN_KEYS);
        name.number(number);
        rule.writeOwnKeys(state);
        end();
    }

    /** Reads a part that is one rule's. */
    static void read(List<ActiveRule> rules, StateReader name, StateReader state) {
        int what = name.count();
        ActiveRule rule = rules.get(name.count());
        if (what == KEY) {
            rule.readKey(name, state);
        } else if (what == OWN_KEYS) {
            rule.readOwnKeys(state);
        } else {
            throw new StateUnreadableException("there is no part of kind " + what);
        }
        state.end();
    }
}
