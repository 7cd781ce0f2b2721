package io.tripline.engine.journal;

import io.tripline.engine.port.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Reads the frames of one file by its chain of excerpts: each has a header of four bytes, its length in the lower 30
 * bits, bit 30 for Chronicle's own data, bit 31 while it is being written; then its bytes, up to the next multiple of
 * four. The chain ends where no whole frame follows.
 */
final class SegmentReader implements AutoCloseable {

    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int META = 0x4000_0000;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int WINDOW_BYTES = 1 << 20;

    private final FileChannel channel;
    private final long size;
    private byte[] window = new byte[WINDOW_BYTES];
    private long windowStart;
    private int windowLength;

    private long next;
    private long position;
    private int frame;

    SegmentReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    /** Moves to the next frame; false at the end of the chain. */
    boolean next() throws IOException {
        for (position = next; load(position, 4); position = next) {
            int header = Frame.intAt(window, offset(position));
            int length = header & LENGTH_MASK;
            if (length == 0 || (header & NOT_COMPLETE) != 0 || !load(position + 4, length)) {
                return false;
            }
            next = position + 4 + length + 3 & ~3L;
            frame = offset(position + 4);
            if (Frame.isWhole(window, frame, length)) {
                return length == Frame.padded(Frame.intAt(window, frame + Frame.LENGTH_OFFSET));
            } else if ((header & META) == 0) {
                return false;
            }
        }
        return false;
    }

    /** Where the current excerpt begins, or the chain ends. */
    long position() {
        return position;
    }

    /** Whether something is written where the chain ends. */
    boolean hasRestBehindEnd() throws IOException {
        return load(position, 4) && Frame.intAt(window, offset(position)) != 0;
    }

    int kind() {
        return Frame.intAt(window, frame + Frame.KIND_OFFSET);
    }

    long journalId() {
        return Frame.longAt(window, frame + Frame.JOURNAL_OFFSET);
    }

    long firstSequence() {
        return Frame.longAt(window, frame + Frame.SEQUENCE_OFFSET);
    }

    long forcedThrough() {
        return Frame.longAt(window, frame + Frame.FORCED_OFFSET);
    }

    /** Of an opening frame: the last sequence before it. */
    long previousSequence() {
        return Frame.longAt(window, frame + Frame.HEADER_LENGTH);
    }

    /** The entry in the current frame, which must be one of an input; its bytes are its own. */
    JournalEntry entry() {
        int count = Frame.intAt(window, frame + Frame.COUNT_OFFSET);
        long takenAtNanos = Frame.longAt(window, frame + Frame.TAKEN_OFFSET);
        long generation = Frame.longAt(window, frame + Frame.GENERATION_OFFSET);
        int payload = frame + Frame.HEADER_LENGTH;
        int end = frame + Frame.intAt(window, frame + Frame.LENGTH_OFFSET);
        if (kind() == Frame.KIND_RULES) {
            return new JournalEntry.Rules(
                    firstSequence(), takenAtNanos, generation, RuleFilesCodec.decode(window, payload, end - payload));
        }
        if (kind() == Frame.KIND_REFERENCES) {
            return new JournalEntry.References(
                    firstSequence(), takenAtNanos, ReferenceCodec.decode(window, payload, end - payload));
        }
        if (kind() == Frame.KIND_TICK) {
            return new JournalEntry.Tick(firstSequence(), takenAtNanos, generation);
        }
        int sourceLength = Frame.intAt(window, frame + Frame.SOURCE_LENGTH_OFFSET);
        String source = new String(window, payload, sourceLength, StandardCharsets.UTF_8);
        int events = payload + Frame.padded(sourceLength);
        return new JournalEntry.Events(
                firstSequence(),
                count,
                takenAtNanos,
                generation,
                source,
                Arrays.copyOfRange(window, events, end),
                end - events);
    }

    /**
     * Looks behind the end of the chain for a frame that was written when {@code sequence} was durable already. If there
     * is one, the chain is broken; if not, what follows was never acknowledged.
     *
     * @param journalId of the frames to look at; none for any
     */
    OptionalLong findWitness(long sequence, OptionalLong journalId) throws IOException {
        for (long candidate = position + 3 & ~3L; load(candidate, Frame.HEADER_LENGTH); candidate += 4) {
            int start = offset(candidate);
            if (Frame.intAt(window, start) == Frame.MAGIC
                    && Frame.longAt(window, start + Frame.FORCED_OFFSET) >= sequence
                    && (journalId.isEmpty()
                            || Frame.longAt(window, start + Frame.JOURNAL_OFFSET) == journalId.getAsLong())) {
                int length = Frame.intAt(window, start + Frame.LENGTH_OFFSET);
                if (length >= Frame.HEADER_LENGTH
                        && load(candidate, length)
                        && Frame.isWhole(window, offset(candidate), length)) {
                    return OptionalLong.of(candidate);
                }
            }
        }
        return OptionalLong.empty();
    }

    private int offset(long filePosition) {
        return (int) (filePosition - windowStart);
    }

    /** Brings a part of the file into the window; false when the file has no such part. */
    private boolean load(long from, int length) throws IOException {
        if (from >= windowStart && from + length <= windowStart + windowLength) {
            return true;
        }
        if (from + length > size) {
            return false;
        }
        if (length > window.length) {
            window = new byte[length];
        }
        windowStart = from;
        windowLength = (int) Math.min(window.length, size - from);
        ByteBuffer target = ByteBuffer.wrap(window, 0, windowLength);
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position()) < 0) {
                windowLength = target.position();
                return windowLength >= length;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
