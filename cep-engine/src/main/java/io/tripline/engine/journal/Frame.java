package io.tripline.engine.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a frame lies in its excerpt: a header of {@value #HEADER_LENGTH} bytes, then the payload, padded to a multiple of
 * eight. All numbers are little-endian.
 *
 * <pre>
 *   offset size
 *   0      4    "TRJ1"
 *   4      4    length of header and payload
 *   8      8    the journal's own number, chosen at random: bytes that a client makes look like a frame never have it
 *   16     8    first sequence; of a frame that takes none, the next to come
 *   24     8    the sequence through which the journal was forced when this frame was written
 *   32     8    when it was taken in, nanoseconds since 1970
 *   40     8    generation of the catalogue; of a rule change, its revision; of a tick, its time
 *   48     4    how many sequences it takes
 *   52     4    kind
 *   56     4    length in bytes of the source's name, which comes first in the payload of events
 *   60     4    CRC32C of header and payload, with zeros in this place
 * </pre>
 */
final class Frame {

    static final int HEADER_LENGTH = 64;

    static final int MAGIC_OFFSET = 0;
    static final int LENGTH_OFFSET = 4;
    static final int JOURNAL_OFFSET = 8;
    static final int SEQUENCE_OFFSET = 16;
    static final int FORCED_OFFSET = 24;
    static final int TAKEN_OFFSET = 32;
    static final int GENERATION_OFFSET = 40;
    static final int COUNT_OFFSET = 48;
    static final int KIND_OFFSET = 52;
    static final int SOURCE_LENGTH_OFFSET = 56;
    static final int CHECKSUM_OFFSET = 60;

    static final int MAGIC = 'T' | 'R' << 8 | 'J' << 16 | '1' << 24;

    /** Opens a file: its sequence is the first to come, its payload the last sequence before it. */
    static final int KIND_OPEN = 1;

    static final int KIND_EVENTS = 2;
    static final int KIND_RULES = 3;

    /** Ends a file that was closed in order, and so bears witness to all before it. */
    static final int KIND_CLOSE = 4;

    /** A clock tick: its time stands in the place of the generation, and it has no payload. */
    static final int KIND_TICK = 5;

    /** Changes of lists and tables. */
    static final int KIND_REFERENCES = 6;

    /** The rules in force when the file was begun: the sequence of the change that brought them, then the files. */
    static final int KIND_CARRIED_RULES = 7;

    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final byte[] NO_CHECKSUM = new byte[4];

    private Frame() {}

    static int intAt(byte[] bytes, int position) {
        return (int) INT.get(bytes, position);
    }

    static long longAt(byte[] bytes, int position) {
        return (long) LONG.get(bytes, position);
    }

    /** Whether a whole frame starts at {@code start}, of at most {@code available} bytes, and its checksum is right. */
    static boolean isWhole(byte[] bytes, int start, int available) {
        if (available < HEADER_LENGTH || intAt(bytes, start + MAGIC_OFFSET) != MAGIC) {
            return false;
        }
        int length = intAt(bytes, start + LENGTH_OFFSET);
        return length >= HEADER_LENGTH
                && length <= available
                && checksum(bytes, start, length) == intAt(bytes, start + CHECKSUM_OFFSET);
    }

    private static int checksum(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, CHECKSUM_OFFSET);
        crc.update(NO_CHECKSUM, 0, 4);
        crc.update(bytes, start + HEADER_LENGTH, length - HEADER_LENGTH);
        return (int) crc.getValue();
    }

    static int padded(int length) {
        return (length + 7) & ~7;
    }
}
