package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.MissingFieldException;
import io.tripline.engine.program.Effect;
import io.tripline.engine.table.ReferenceData;
import io.tripline.engine.view.Row;
import io.tripline.engine.view.RowChange;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does what rules do beside their alerts: changes lists, makes events, gives verdicts; and has rules see the rows of views.
 *
 * <p>The events that an input causes wait in line. Each is handled like one that has come in before the next one is, and
 * what it causes joins the end of the line. So that rules which make each other fire come to an end, there is a limit on
 * how many they may make, and on how far one may descend from the input. Rows come in the same line; of these there are as
 * many as windows have ended.
 */
final class Effects {

    /**
     * An event that is to be seen.
     *
     * @param rule that has made it; empty for a row of a view
     * @param eventOrNull null when there is only one that is gone
     * @param goneOrNull the one that was seen in its place
     * @param generation 1 for what the input itself has caused
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Waiting(String rule, byte[] eventOrNull, Event goneOrNull, int generation) {}

    /** What is looked at before anything has been made. */
    private static final Waiting INPUT = new Waiting("", null, null, 0);

    private final EngineLimits limits;
    private final ReferenceData data;
    private final EventWriter writer = new EventWriter(256);
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private final Event shown = new Event();
    private EventCatalog catalog = EventCatalog.EMPTY;
    private Waiting current = INPUT;
    private long sequence;
    private int ordinal;
    private int made;
    private long earliestNanos;

    Effects(EngineLimits limits, ReferenceData data) {
        this.limits = limits;
        this.data = data;
    }

    /** From now on these types are declared. */
    void declare(EventCatalog newCatalog) {
        catalog = newCatalog;
    }

    /**
     * What follows is caused by that input.
     *
     * @param notBeforeNanos no event made from here on is older: what was before that is settled
     */
    void begin(long inputSequence, long notBeforeNanos) {
        sequence = inputSequence;
        ordinal = 0;
        current = INPUT;
        made = 0;
        earliestNanos = notBeforeNanos;
    }

    /** Goes on to the next event that waits; false when there is none. */
    boolean next(Consumer<Outcome> out) {
        if (waiting.isEmpty()) {
            return false;
        }
        current = waiting.remove();
        ordinal++;
        if (current.eventOrNull() != null) {
            shown.wrapDerived(catalog, current.eventOrNull(), sequence, ordinal);
        }
        if (!current.rule().isEmpty()) {
            out.accept(new Outcome.Emitted(sequence, current.rule(), shown.retained()));
        }
        return true;
    }

    /** The event that {@link #next} has gone on to, until the next one; null when there is only one that is gone. */
    Event eventOrNull() {
        return current.eventOrNull() == null ? null : shown;
    }

    /** An event that was seen and has never been, in whose place the other one comes; null when there is none. */
    Event goneOrNull() {
        return current.goneOrNull();
    }

    /** A row of a view has changed whom somebody looks at; what was seen of it before has never been. */
    void rowChanged(RowChange change) {
        Optional<Row> before =
                change instanceof RowChange.Published published ? published.before() : Optional.of(change.row());
        EventLayout layout = catalog.layoutOrNull(change.row().view());
        waiting.add(new Waiting(
                "",
                change instanceof RowChange.Published ? change.row().values().copyAs(layout) : null,
                before.map(row -> asSeen(row, layout)).orElse(null),
                current.generation() + 1));
    }

    private Event asSeen(Row row, EventLayout layout) {
        Event seen = new Event();
        seen.wrapDerived(catalog, row.values().copyAs(layout), row.values().sequence(), 1);
        return seen;
    }

    /** The number of the derived event that {@link #next} has shown last; 0 before. */
    int ordinal() {
        return ordinal;
    }

    /**
     * Does everything that comes of a match.
     *
     * @param score of the event under test, for decisions
     */
    void apply(Firing firing, BigDecimal score, Consumer<Outcome> out) {
        String rule = firing.alert().rule();
        for (Effect effect : firing.consequence().effects()) {
            if (effect instanceof Effect.AddToList add) {
                long untilNanos =
                        data.add(add.list(), add.value(), add.forNanos(), firing.effectNanos(), sequence, ordinal);
                out.accept(new Outcome.ListChanged(sequence, ordinal, rule, add.list(), add.value(), true, untilNanos));
            } else if (effect instanceof Effect.RemoveFromList remove) {
                data.remove(remove.list(), remove.value(), sequence, ordinal);
                out.accept(new Outcome.ListChanged(
                        sequence, ordinal, rule, remove.list(), remove.value(), false, firing.effectNanos()));
            } else if (effect instanceof Effect.Emit emit) {
                emit(rule, emit, firing.effectNanos(), out);
            } else if (effect instanceof Effect.Decide decide) {
                String version = firing.alert().version();
                out.accept(new Outcome.Verdict(
                        sequence, ordinal, rule, version, firing.lastEvent(), decide.verdict(), score));
            }
        }
    }

    private void emit(String rule, Effect.Emit emit, long atNanos, Consumer<Outcome> out) {
        if (current.generation() >= limits.derivedGenerations()) {
            refuse(rule, emit, "rules that make each other fire stop after " + limits.derivedGenerations(), out);
        } else if (made >= limits.derivedEventsPerInput()) {
            refuse(rule, emit, "one input makes at most " + limits.derivedEventsPerInput() + " events", out);
        } else {
            write(rule, emit, atNanos, out);
        }
    }

    private void write(String rule, Effect.Emit emit, long atNanos, Consumer<Outcome> out) {
        EventLayout layout = catalog.layoutOrNull(emit.event());
        int timeField = layout.schema().timeField();
        writer.clear();
        writer.begin(layout);
        writer.putLong(timeField, atNanos);
        try {
            for (Effect.FieldValue value : emit.values()) {
                writer.putPlain(value.field(), layout.fieldType(value.field()), value.value());
            }
            writer.putLong(timeField, Math.max(writer.longAt(timeField), earliestNanos));
            writer.end();
        } catch (MissingFieldException e) {
            refuse(rule, emit, e.getMessage(), out);
            return;
        } catch (ArithmeticException e) {
            refuse(rule, emit, "a number is too long for its field: " + e.getMessage(), out);
            return;
        }
        made++;
        waiting.add(new Waiting(rule, writer.toByteArray(), null, current.generation() + 1));
    }

    private void refuse(String rule, Effect.Emit emit, String why, Consumer<Outcome> out) {
        out.accept(new Outcome.EffectRefused(sequence, ordinal, rule, "no " + emit.event() + " is made: " + why));
    }

    /** Between two inputs nothing waits. */
    void checkIdle() {
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("the input is not worked off");
        }
    }
}
