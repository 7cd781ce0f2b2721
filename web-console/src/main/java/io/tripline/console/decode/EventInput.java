package io.tripline.console.decode;

import io.tripline.engine.event.EventWriter;
import java.io.IOException;

/** Events one after the other, from whatever they are written in. Not safe for use by several threads. */
public interface EventInput {

    /** What {@link #next} did. */
    enum Step {
        /** Wrote an event. */
        DECODED,
        /** Met something that is no event: see {@link #error}. */
        REJECTED,
        END
    }

    /**
     * Reads on.
     *
     * @throws IOException when what is read from fails
     */
    Step next(EventWriter out) throws IOException;

    /** What was wrong after {@link Step#REJECTED}. */
    EventError error();

    /** The line, or the place in an array, of what {@link #next} met last. */
    long line();
}
