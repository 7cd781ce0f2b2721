package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.view.Row;

/** Something the engine has to say about an input. */
public sealed interface Outcome {

    /** Position in the journal of the input that caused it. */
    long sequence();

    /** The rule or view it is about, which orders the outcomes of one input; empty when it is about none. */
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

    /** A row of a view that now stands: for the first time, revised, or again. */
    record RowPublished(long sequence, Row row) implements Outcome {
        @Override
        public String rule() {
            return row.view();
        }
    }

    /** A row of a view that a late event has made untrue, as it was. */
    record RowWithdrawn(long sequence, Row row) implements Outcome {
        @Override
        public String rule() {
            return row.view();
        }
    }
}
