package io.tripline.engine.program;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateUnreadableException;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Something a rule does beside its alert, with its values as {@link io.tripline.engine.event.Event#valueAt} gives them. */
public sealed interface Effect {

    /**
     * Makes an event.
     *
     * @param event the name of its type
     * @param values what is given, null where it is missing
     */
    record Emit(String event, List<FieldValue> values) implements Effect {
        public Emit {
            values = List.copyOf(values);
        }
    }

    /** @param value not missing */
    record FieldValue(int field, Object value) {}

    record AddToList(String list, Object value, OptionalLong forNanos) implements Effect {}

    record RemoveFromList(String list, Object value) implements Effect {}

    /** Says of the event what its decision has come to. */
    record Decide(String verdict) implements Effect {}

    /** Writes it; {@link #read} reads it. */
    default void writeState(StateWriter out) {
        if (this instanceof Emit emit) {
            out.number(0).text(emit.event()).number(emit.values().size());
            emit.values().forEach(value -> out.number(value.field()).plain(value.value()));
        } else if (this instanceof AddToList add) {
            out.number(1).text(add.list()).plain(add.value());
            out.signed(add.forNanos().isPresent() ? add.forNanos().getAsLong() : -1);
        } else if (this instanceof RemoveFromList remove) {
            out.number(2).text(remove.list()).plain(remove.value());
        } else if (this instanceof Decide decide) {
            out.number(3).text(decide.verdict());
        }
    }

    static Effect read(StateReader in) {
        int kind = in.count();
        String name = in.text();
        return switch (kind) {
            case 0 -> {
                List<FieldValue> values = new ArrayList<>();
                for (int left = in.count(); left > 0; left--) {
                    values.add(new FieldValue(in.count(), in.plainOrNull()));
                }
                yield new Emit(name, values);
            }
            case 1 -> {
                Object value = in.plainOrNull();
                long forNanos = in.signed();
                yield new AddToList(name, value, forNanos < 0 ? OptionalLong.empty() : OptionalLong.of(forNanos));
            }
            case 2 -> new RemoveFromList(name, in.plainOrNull());
            case 3 -> new Decide(name);
            default -> throw new StateUnreadableException("there is no kind of effect " + kind);
        };
    }
}
