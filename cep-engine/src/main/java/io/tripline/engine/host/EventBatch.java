package io.tripline.engine.host;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Events of one source, on their way into a node, in the form of {@link io.tripline.engine.event}.
 *
 * <p>The array belongs to the node from {@link Node#submit} on, also after the answer: nobody writes to it again.
 *
 * @param catalog what the events were written with
 * @param events the events, one behind the other from index 0
 * @param length bytes they take, at most {@link #MAX_BYTES}
 * @param count how many they are, at least 1
 * @param source who sends them, at most {@link #MAX_SOURCE_LENGTH} long
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes a second go through here: neither copied nor compared
public record EventBatch(EventCatalog catalog, byte[] events, int length, int count, String source) {

    /** The longest batch: 8 MiB. */
    public static final int MAX_BYTES = 8 << 20;

    /** The longest name of a source, in UTF-16 code units. */
    public static final int MAX_SOURCE_LENGTH = 256;

    public EventBatch {
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(source, "source");
        if (source.length() > MAX_SOURCE_LENGTH) {
            throw new IllegalArgumentException("the name of a source is longer than " + MAX_SOURCE_LENGTH);
        }
        if (count < 1 || length > events.length || length > MAX_BYTES) {
            throw new IllegalArgumentException("no batch: " + count + " events in " + length + " bytes");
        }
    }

    /**
     * The events as a newer catalogue wants them, field by field by name.
     *
     * @param batch the events that fit; absent when none does
     * @param problems of those that do not, ordered by index
     */
    public record Translation(Optional<EventBatch> batch, List<BatchProblem> problems) {
        public Translation {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Writes the events again for another catalogue, after {@link SubmitResult.Stale}. Fields are found by name; an int
     * becomes a decimal or a float where the new type wants one, a string an enum that has the name, and the reverse
     * where nothing is lost. Events that do not fit are left out and told.
     */
    public Translation encodedFor(EventCatalog newer) {
        return new BatchTranslator(this, newer).translate();
    }

    /** The batch without the events at the given places, of which at least one stays. */
    EventBatch without(BitSet places) {
        byte[] kept = new byte[length];
        int keptLength = 0;
        int position = 0;
        for (int i = 0; i < count; i++) {
            int eventLength = Event.lengthAt(events, position);
            if (!places.get(i)) {
                System.arraycopy(events, position, kept, keptLength, eventLength);
                keptLength += eventLength;
            }
            position += eventLength;
        }
        return new EventBatch(catalog, kept, keptLength, count - places.cardinality(), source);
    }
}
