package io.tripline.engine.port;

import java.util.function.Consumer;

/**
 * The ordered record of every input; everything else a node knows is a function of it.
 *
 * <p>A journal is used in this order: {@link #replay} once, {@link #begin} once, then {@link #reserve}, {@link #append}
 * and {@link #force} in turn, {@link #close} last. One thread at a time, except for {@link #sizeBytes}, {@link #hasRoom}
 * and {@link #reader}, which any thread may ask, and {@link #tidy}.
 *
 * <p>After {@link #append} or {@link #force} has thrown, the journal takes nothing more until it is opened again: what a
 * failed write has left on the disk is not known.
 */
public interface Journal extends AutoCloseable {

    /**
     * Reads every entry from the start, in order.
     *
     * @return the sequence of the last one, 0 when there is none
     * @throws JournalRemovedException when the start was removed
     */
    default long replay(Consumer<? super JournalEntry> visitor) {
        return replay(1, visitor);
    }

    /**
     * Reads every entry from the one on that holds a sequence, in order. What is before it is not looked at.
     *
     * @return the sequence of the last one of the journal, 0 when there is none
     * @throws JournalRemovedException when the journal no longer reaches back to it
     */
    long replay(long fromSequence, Consumer<? super JournalEntry> visitor);

    /**
     * Makes ready for {@link #append}.
     *
     * @param nextSequence of the first entry to come; later than all that were replayed
     */
    void begin(long nextSequence);

    /**
     * Makes sure that an entry of so many bytes has room on the disk.
     *
     * @throws JournalFullException when there is none; may be called again later
     */
    void reserve(long bytes);

    /** Adds an entry for which room was reserved; its sequence follows the one before. It is not durable yet. */
    void append(JournalEntry entry);

    /** Returns when everything appended is on the disk; readers see it then. */
    void force();

    /** Lets readers see everything appended: for a host that promises it without waiting for the disk. */
    void show();

    /** The journal as other threads may read it, after {@link #replay}. */
    JournalReader reader();

    /**
     * Looks after what is finished: compresses what is old, removes what is older and not needed. Takes its time, beside
     * the writer: another thread calls it, always the same, which may be interrupted.
     */
    void tidy(JournalNeeds needs);

    /** Bytes of all entries with what surrounds them. */
    long sizeBytes();

    /** Whether there seems to be room now. */
    boolean hasRoom();

    /** Forces what was appended and lets go of all files. */
    @Override
    void close();
}
