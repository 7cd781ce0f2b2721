package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Goes through the frames of one file of the journal and says what is in the one it stands on. Used by one thread. */
abstract class FrameCursor implements AutoCloseable {

    private final Path file;

    FrameCursor(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Moves to the next frame; false where no whole frame follows. */
    abstract boolean next() throws IOException;

    /** Where in the file the current frame is, or where the last one ends. */
    abstract long position();

    /** The next frame is looked for at a position that an index has, or at 0, the beginning. */
    abstract void seek(long position);

    /**
     * What speaks against the chain ending here, as an end that a crash may leave: that {@code sequence} was durable.
     *
     * @param journalId of the frames to look at; none for any
     */
    abstract Optional<String> evidenceAgainstEnd(long sequence, OptionalLong journalId) throws IOException;

    /**
     * Looks behind the end of the chain for a place where it goes on, and seeks there.
     *
     * @return false when there is none
     */
    abstract boolean skipToWhole(OptionalLong journalId) throws IOException;

    /** What holds the current frame. */
    abstract byte[] bytes();

    /** Where in {@link #bytes} the current frame begins. */
    abstract int frame();

    @Override
    public abstract void close() throws IOException;

    int kind() {
        return Frame.intAt(bytes(), frame() + Frame.KIND_OFFSET);
    }

    long journalId() {
        return Frame.longAt(bytes(), frame() + Frame.JOURNAL_OFFSET);
    }

    long firstSequence() {
        return Frame.longAt(bytes(), frame() + Frame.SEQUENCE_OFFSET);
    }

    int count() {
        return Frame.intAt(bytes(), frame() + Frame.COUNT_OFFSET);
    }

    long takenAtNanos() {
        return Frame.longAt(bytes(), frame() + Frame.TAKEN_OFFSET);
    }

    boolean isOpening() {
        return kind() == Frame.KIND_OPEN
                && Frame.intAt(bytes(), frame() + Frame.LENGTH_OFFSET) >= Frame.HEADER_LENGTH + 8;
    }

    /** Of an entry. */
    long lastSequence() {
        return firstSequence() + count() - 1;
    }

    /** Of an opening frame: the last sequence before it. */
    long previousSequence() {
        return Frame.longAt(bytes(), frame() + Frame.HEADER_LENGTH);
    }

    /** Bytes the current frame takes, a multiple of eight. */
    int length() {
        return Frame.padded(Frame.intAt(bytes(), frame() + Frame.LENGTH_OFFSET));
    }

    /** Whether the frame holds an input; others open and close files. */
    boolean holdsEntry() {
        int kind = kind();
        return kind == Frame.KIND_EVENTS
                || kind == Frame.KIND_RULES
                || kind == Frame.KIND_REFERENCES
                || kind == Frame.KIND_TICK;
    }

    /**
     * The entry in the current frame, which must hold one; its bytes are its own.
     *
     * @throws JournalDamagedException when its contents are not what its kind says, in spite of a right checksum
     */
    JournalEntry entry() {
        try {
            return decode();
        } catch (RuntimeException e) {
            throw new JournalDamagedException(file.toString(), position(), "its contents make no sense: " + e);
        }
    }

    /** The change of the rules that the current frame holds or carries over. */
    Optional<JournalEntry.Rules> rules() {
        return switch (kind()) {
            case Frame.KIND_RULES -> Optional.of((JournalEntry.Rules) entry());
            case Frame.KIND_CARRIED_RULES -> Optional.of(carriedRules());
            default -> Optional.empty();
        };
    }

    private JournalEntry.Rules carriedRules() {
        byte[] bytes = bytes();
        int payload = frame() + Frame.HEADER_LENGTH;
        int end = frame() + Frame.intAt(bytes, frame() + Frame.LENGTH_OFFSET);
        try {
            return new JournalEntry.Rules(
                    Frame.longAt(bytes, payload),
                    takenAtNanos(),
                    Frame.longAt(bytes, frame() + Frame.GENERATION_OFFSET),
                    RuleFilesCodec.decode(bytes, payload + 8, end - payload - 8),
                    RuleFilesCodec.decodeStarts(bytes, payload + 8, end - payload - 8));
        } catch (RuntimeException e) {
            throw new JournalDamagedException(file.toString(), position(), "its contents make no sense: " + e);
        }
    }

    private JournalEntry decode() {
        byte[] bytes = bytes();
        int frame = frame();
        long generation = Frame.longAt(bytes, frame + Frame.GENERATION_OFFSET);
        int payload = frame + Frame.HEADER_LENGTH;
        int end = frame + Frame.intAt(bytes, frame + Frame.LENGTH_OFFSET);
        return switch (kind()) {
            case Frame.KIND_RULES ->
                new JournalEntry.Rules(
                        firstSequence(),
                        takenAtNanos(),
                        generation,
                        RuleFilesCodec.decode(bytes, payload, end - payload),
                        RuleFilesCodec.decodeStarts(bytes, payload, end - payload));
            case Frame.KIND_REFERENCES ->
                new JournalEntry.References(
                        firstSequence(), takenAtNanos(), ReferenceCodec.decode(bytes, payload, end - payload));
            case Frame.KIND_TICK -> new JournalEntry.Tick(firstSequence(), takenAtNanos(), generation);
            case Frame.KIND_EVENTS -> events(bytes, payload, end, generation);
            default -> throw new IllegalStateException("no kind of entry: " + kind());
        };
    }

    private JournalEntry.Events events(byte[] bytes, int payload, int end, long generation) {
        int sourceLength = Frame.intAt(bytes, frame() + Frame.SOURCE_LENGTH_OFFSET);
        if (sourceLength < 0 || sourceLength > end - payload || count() < 1) {
            throw new IllegalStateException(count() + " events of a source whose name has " + sourceLength + " bytes");
        }
        String source = new String(bytes, payload, sourceLength, StandardCharsets.UTF_8);
        int events = payload + Frame.padded(sourceLength);
        return new JournalEntry.Events(
                firstSequence(),
                count(),
                takenAtNanos(),
                generation,
                source,
                Arrays.copyOfRange(bytes, events, end),
                end - events);
    }
}
