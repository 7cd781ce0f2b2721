package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.MissingFieldException;
import io.tripline.engine.program.Effect;
import io.tripline.engine.table.ReferenceData;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Does what rules do beside their alerts: changes lists, makes events, gives verdicts.
 *
 * <p>The events that an input causes wait in line. Each is handled like one that has come in before the next one is, and
 * what it causes joins the end of the line. So that rules which make each other fire come to an end, there is a limit on
 * how many there may be, and on how far one may descend from the input.
 */
final class Effects {

    /** @param generation 1 for what the input itself has caused */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Waiting(String rule, byte[] event, int generation) {}

    private final EngineLimits limits;
    private final ReferenceData data;
    private final EventWriter writer = new EventWriter(256);
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private EventCatalog catalog = EventCatalog.EMPTY;
    private long sequence;
    private int ordinal;
    private int generation;
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
        generation = 0;
        made = 0;
        earliestNanos = notBeforeNanos;
    }

    /** Shows the next event that waits; false when there is none. */
    boolean next(Event shown, Consumer<Outcome> out) {
        Waiting next = waiting.poll();
        if (next == null) {
            return false;
        }
        ordinal++;
        generation = next.generation();
        shown.wrapDerived(catalog, next.event(), sequence, ordinal);
        out.accept(new Outcome.Emitted(sequence, next.rule(), shown.retained()));
        return true;
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
        if (generation >= limits.derivedGenerations()) {
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
        waiting.add(new Waiting(rule, writer.toByteArray(), generation + 1));
    }

    private void refuse(String rule, Effect.Emit emit, String why, Consumer<Outcome> out) {
        out.accept(new Outcome.EffectRefused(sequence, ordinal, rule, "no " + emit.event() + " is made: " + why));
    }
}
