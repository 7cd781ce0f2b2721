package io.tripline.engine.port;

import io.tripline.engine.core.Outcome;
import java.util.List;

/**
 * Keeps what the engine has said. Recovery replays the journal from its start through the engines and hands over only
 * the outcomes of sequences after {@link #position}.
 */
public interface OutcomeSink {

    /** Position in the journal through which all outcomes are durably kept; 0 when there is nothing yet. */
    long position();

    /**
     * Keeps outcomes durably. Called by one thread at a time.
     *
     * @param throughSequence position in the journal of the last input these outcomes speak for
     * @param outcomes all outcomes of the inputs after the {@code throughSequence} of the call before, in order; may be
     *     empty
     * @throws RuntimeException when they could not be kept; none of them counts as kept then, {@link #position} has not
     *     moved, and the host does not go on but comes again with the same outcomes
     */
    void accept(long throughSequence, List<Outcome> outcomes);
}
