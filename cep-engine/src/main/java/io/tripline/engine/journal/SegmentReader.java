package io.tripline.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the frames of one file by its chain of excerpts: each has a header of four bytes, its length in the lower 30
 * bits, bit 30 for Chronicle's own data, bit 31 while it is being written; then its bytes, up to the next multiple of
 * four. The chain ends where no whole frame follows.
 */
final class SegmentReader extends FrameCursor {

    static final int EXCERPT_HEADER_BYTES = 4;

    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int META = 0x4000_0000;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int WINDOW_BYTES = 1 << 20;

    /** A length beyond this is damage, and not worth the memory to look at. */
    private static final int LONGEST_EXCERPT_BYTES = JournalLimits.FRAME_BYTES;

    private final FileChannel channel;
    private final long size;
    private byte[] window = new byte[WINDOW_BYTES];
    private long windowStart;
    private int windowLength;

    private long next;
    private long position;
    private int frame;
    private long found;

    SegmentReader(Path file) throws IOException {
        super(file);
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    @Override
    boolean next() throws IOException {
        return found > 0 ? nextFound() : nextInChain();
    }

    /** The frame that was found behind damage; what the excerpt's header says of it may be damaged too. */
    private boolean nextFound() throws IOException {
        position = found - 4;
        found = 0;
        if (!load(position, 4 + Frame.HEADER_LENGTH) || !load(position + 4, lengthAt(position + 4))) {
            return false;
        }
        frame = offset(position + 4);
        next = position + 4 + length() + 3 & ~3L;
        return true;
    }

    private int lengthAt(long framePosition) {
        return Frame.intAt(window, offset(framePosition) + Frame.LENGTH_OFFSET);
    }

    private boolean nextInChain() throws IOException {
        for (position = next; load(position, 4); position = next) {
            int header = Frame.intAt(window, offset(position));
            int length = header & LENGTH_MASK;
            if (length == 0
                    || length > LONGEST_EXCERPT_BYTES
                    || (header & NOT_COMPLETE) != 0
                    || !load(position + 4, length)) {
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

    @Override
    void seek(long excerptPosition) {
        next = Math.max(0, excerptPosition);
        found = 0;
    }

    /** Where the current excerpt begins, or the chain ends. */
    @Override
    long position() {
        return position;
    }

    /** Whether something is written where the chain ends. */
    boolean hasRestBehindEnd() throws IOException {
        return load(position, 4) && Frame.intAt(window, offset(position)) != 0;
    }

    @Override
    byte[] bytes() {
        return window;
    }

    @Override
    int frame() {
        return frame;
    }

    /** With no frame that was written when {@code sequence} was durable, what follows was never acknowledged. */
    @Override
    Optional<String> evidenceAgainstEnd(long sequence, OptionalLong journalId) throws IOException {
        OptionalLong witness = findFrame(position, sequence, journalId);
        return witness.isEmpty() || hasGrown()
                ? Optional.empty()
                : Optional.of("the frame at byte " + witness.getAsLong() + " was written when sequence " + sequence
                        + " was durable");
    }

    /** A writer in another process may have gone on between the look at the end and the look behind it. */
    private boolean hasGrown() throws IOException {
        windowLength = 0;
        seek(position);
        return next();
    }

    @Override
    boolean skipToWhole(OptionalLong journalId) throws IOException {
        OptionalLong whole = findFrame(position + 4, Long.MIN_VALUE, journalId);
        found = whole.orElse(0);
        return whole.isPresent();
    }

    /** A whole frame from a place on that says that at least so much was forced when it was written. */
    private OptionalLong findFrame(long from, long forcedThrough, OptionalLong journalId) throws IOException {
        for (long candidate = from + 3 & ~3L; load(candidate, Frame.HEADER_LENGTH); candidate += 4) {
            int start = offset(candidate);
            if (Frame.intAt(window, start) == Frame.MAGIC
                    && Frame.longAt(window, start + Frame.FORCED_OFFSET) >= forcedThrough
                    && (journalId.isEmpty()
                            || Frame.longAt(window, start + Frame.JOURNAL_OFFSET) == journalId.getAsLong())) {
                int length = Frame.intAt(window, start + Frame.LENGTH_OFFSET);
                if (length >= Frame.HEADER_LENGTH
                        && length <= LONGEST_EXCERPT_BYTES
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
