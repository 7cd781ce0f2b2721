package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.view.Row;
import java.math.BigDecimal;

/** Something the engine has to say about an input. */
public sealed interface Outcome {

    /** Position in the journal of the input that caused it. */
    long sequence();

    /** 0 when the input itself has caused it, else the number of the derived event that has, counted from 1. */
    default int ordinal() {
        return 0;
    }

    /** The rule or view it is about, which orders the outcomes of one input; empty when it is about none. */
    default String rule() {
        return "";
    }

    /** A match that now exists. */
    record Fired(long sequence, int ordinal, Alert alert) implements Outcome {

        public Fired(long sequence, Alert alert) {
            this(sequence, 0, alert);
        }

        @Override
        public String rule() {
            return alert.rule();
        }
    }

    /** An alert that a late event has changed in message or values, as it now is; the id is the same. */
    record Amended(long sequence, int ordinal, Alert alert) implements Outcome {

        public Amended(long sequence, Alert alert) {
            this(sequence, 0, alert);
        }

        @Override
        public String rule() {
            return alert.rule();
        }
    }

    /** An alert whose match a late event has disproved, as it was. */
    record Retracted(long sequence, int ordinal, Alert alert) implements Outcome {

        public Retracted(long sequence, Alert alert) {
            this(sequence, 0, alert);
        }

        @Override
        public String rule() {
            return alert.rule();
        }
    }

    /** An event that came later than its source allows; no rule has seen it. */
    record Late(long sequence, Event event) implements Outcome {}

    /**
     * A value that has been put on a list, or taken off.
     *
     * @param rule the rule that has done it; empty when it was done from outside
     * @param value as {@link Event#valueAt} gives it
     * @param added whether it is on the list now
     * @param untilNanos the last time at which it is; {@link Long#MAX_VALUE} for ever
     */
    record ListChanged(
            long sequence, int ordinal, String rule, String list, Object value, boolean added, long untilNanos)
            implements Outcome {}

    /** A list that is not declared any more, or otherwise: its entries are gone. */
    record ListForgotten(long sequence, String list) implements Outcome {}

    /** An event that a rule has made; every rule that looks at its type sees it. */
    record Emitted(long sequence, String rule, Event event) implements Outcome {
        @Override
        public int ordinal() {
            return event.ordinal();
        }
    }

    /**
     * What a rule would have done, had it been possible.
     *
     * @param reason a sentence
     */
    record EffectRefused(long sequence, int ordinal, String rule, String reason) implements Outcome {}

    /**
     * What a decision says of an event.
     *
     * @param decision its name
     * @param version made from its content
     * @param event the event
     * @param score the sum of the scores of the rules that fired on it
     */
    record Verdict(
            long sequence, int ordinal, String decision, String version, Event event, String verdict, BigDecimal score)
            implements Outcome {}

    /** A row of a view that now stands: for the first time, revised, or again. */
    record RowPublished(long sequence, int ordinal, Row row) implements Outcome {

        public RowPublished(long sequence, Row row) {
            this(sequence, 0, row);
        }

        @Override
        public String rule() {
            return row.view();
        }
    }

    /** A row of a view that a late event has made untrue, as it was. */
    record RowWithdrawn(long sequence, int ordinal, Row row) implements Outcome {

        public RowWithdrawn(long sequence, Row row) {
            this(sequence, 0, row);
        }

        @Override
        public String rule() {
            return row.view();
        }
    }
}
