package io.tripline.engine.core;

import io.tripline.engine.event.Event;

/** Something the engine has to say about an input. */
public sealed interface Outcome {

    /** Position in the journal of the input that caused it. */
    long sequence();

    /** The rule it is about, which orders the outcomes of one input; empty when it is about none. */
    String rule();

    /** A match that now exists. */
    record Fired(long sequence, Alert alert) implements Outcome {
        @Override
        public String rule() {
            return alert.rule();
        }
    }

    /** An alert that a late event has changed in message or values, as it now is; the id is the same. */
    record Amended(long sequence, Alert alert) implements Outcome {
        @Override
        public String rule() {
            return alert.rule();
        }
    }

    /** An alert whose match a late event has disproved, as it was. */
    record Retracted(long sequence, Alert alert) implements Outcome {
        @Override
        public String rule() {
            return alert.rule();
        }
    }

    /** An event that came later than its source allows; no rule has seen it. */
    record Late(long sequence, Event event) implements Outcome {
        @Override
        public String rule() {
            return "";
        }
    }
}
