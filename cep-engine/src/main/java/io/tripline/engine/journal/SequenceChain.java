package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import java.util.OptionalLong;

/**
 * Follows the sequences from frame to frame and from file to file. What does not follow is damage, named where the chain
 * ends.
 */
final class SequenceChain {

    private static final long NOT_KNOWN = -1;

    private long expected;
    private OptionalLong journalId = OptionalLong.empty();
    private String previousFile = "";
    private long previousEnd;

    private SequenceChain(long expected) {
        this.expected = expected;
    }

    /** A chain whose first file follows on that sequence. */
    static SequenceChain after(long sequence) {
        return new SequenceChain(sequence + 1);
    }

    /** A chain that begins with whatever file comes first. */
    static SequenceChain anywhere() {
        return new SequenceChain(NOT_KNOWN);
    }

    /** The sequence of the next entry. */
    long expected() {
        return expected;
    }

    OptionalLong journalId() {
        return journalId;
    }

    /** Goes on with a file, whose cursor stands on the opening frame. */
    void follow(FrameCursor opening) {
        String file = opening.file().toString();
        if (journalId.isPresent() && journalId.getAsLong() != opening.journalId()) {
            throw new JournalDamagedException(file, opening.position(), "it belongs to another journal");
        }
        journalId = OptionalLong.of(opening.journalId());
        if (expected != NOT_KNOWN && opening.previousSequence() != expected - 1) {
            throw new JournalDamagedException(
                    previousFile.isEmpty() ? file : previousFile,
                    previousEnd,
                    "the last whole frame here ends with sequence " + (expected - 1) + ", but " + file
                            + " follows on sequence " + opening.previousSequence());
        }
        expected = opening.firstSequence();
    }

    /** Skips to where an index says that a sequence begins; true when the cursor stands on it. */
    boolean skipTo(FrameCursor frame, long sequence) {
        if (frame.journalId() != journalId.orElseThrow() || frame.firstSequence() != sequence) {
            return false;
        }
        expected = sequence;
        return true;
    }

    /** Takes the cursor's frame as the next one. */
    void add(FrameCursor frame) {
        if (frame.journalId() != journalId.orElseThrow() || frame.firstSequence() != expected) {
            throw new JournalDamagedException(
                    frame.file().toString(),
                    frame.position(),
                    "expected sequence " + expected + ", found " + frame.firstSequence());
        }
        if (frame.holdsEntry()) {
            expected = frame.firstSequence() + frame.count();
        }
    }

    /** The file has been read to the end of its chain. */
    void end(FrameCursor cursor) {
        previousFile = cursor.file().toString();
        previousEnd = cursor.position();
    }
}
