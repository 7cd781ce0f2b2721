package io.tripline.engine.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How an archive lies on the disk: a header, blocks, and a block without content at the end, which says that it is whole.
 * A block holds whole frames, each padded to a multiple of eight bytes, compressed with Zstandard. All numbers are
 * little-endian.
 *
 * <pre>
 *   header  "TRA1", CRC32C of the number, the journal's own number                          16 bytes
 *   block   "TRB1", CRC32C of the rest and the content, length compressed, length of the
 *           frames, sequence of the first frame, then the content                           24 bytes and the content
 * </pre>
 */
final class Archive {

    static final int HEADER_BYTES = 16;
    static final int BLOCK_HEADER_BYTES = 24;

    /** Frames are gathered to about this many bytes: a seek decompresses one block. */
    static final int BLOCK_BYTES = 1 << 20;

    /** The longest content there can be: one frame of the greatest length. */
    static final int MOST_FRAME_BYTES = JournalLimits.FRAME_BYTES + BLOCK_BYTES;

    /** Zstandard's own default: higher levels cost much more time for little space. */
    static final int LEVEL = 3;

    static final int MAGIC = 'T' | 'R' << 8 | 'A' << 16 | '1' << 24;
    static final int BLOCK_MAGIC = 'T' | 'R' << 8 | 'B' << 16 | '1' << 24;

    private static final int CHECKSUM_OFFSET = 4;
    private static final int COMPRESSED_OFFSET = 8;
    private static final int FRAMES_OFFSET = 12;
    private static final int SEQUENCE_OFFSET = 16;

    private Archive() {}

    static ByteBuffer header(long journalId) {
        byte[] header = new byte[HEADER_BYTES];
        Frame.INT.set(header, 0, MAGIC);
        Frame.LONG.set(header, 8, journalId);
        Frame.INT.set(header, CHECKSUM_OFFSET, checksum(header, 8, 8));
        return ByteBuffer.wrap(header);
    }

    static boolean isHeader(byte[] header) {
        return Frame.intAt(header, 0) == MAGIC && Frame.intAt(header, CHECKSUM_OFFSET) == checksum(header, 8, 8);
    }

    /** Puts a header before content that begins at {@link #BLOCK_HEADER_BYTES}. */
    static ByteBuffer block(byte[] block, int compressedLength, int framesLength, long firstSequence) {
        Frame.INT.set(block, 0, BLOCK_MAGIC);
        Frame.INT.set(block, COMPRESSED_OFFSET, compressedLength);
        Frame.INT.set(block, FRAMES_OFFSET, framesLength);
        Frame.LONG.set(block, SEQUENCE_OFFSET, firstSequence);
        int length = BLOCK_HEADER_BYTES + compressedLength;
        Frame.INT.set(block, CHECKSUM_OFFSET, checksum(block, COMPRESSED_OFFSET, length - COMPRESSED_OFFSET));
        return ByteBuffer.wrap(block, 0, length);
    }

    static ByteBuffer end() {
        return block(new byte[BLOCK_HEADER_BYTES], 0, 0, 0);
    }

    static int compressedLength(byte[] block) {
        return Frame.intAt(block, COMPRESSED_OFFSET);
    }

    static int framesLength(byte[] block) {
        return Frame.intAt(block, FRAMES_OFFSET);
    }

    /** Whether its lengths are such as a block may have. */
    static boolean isBlockHeader(byte[] block) {
        int compressed = compressedLength(block);
        int frames = framesLength(block);
        return Frame.intAt(block, 0) == BLOCK_MAGIC
                && compressed >= 0
                && compressed <= MOST_FRAME_BYTES + MOST_FRAME_BYTES / 64
                && frames >= 0
                && frames <= MOST_FRAME_BYTES
                && frames == 0 == (compressed == 0);
    }

    static boolean isBlock(byte[] block) {
        int length = BLOCK_HEADER_BYTES + compressedLength(block);
        return Frame.intAt(block, CHECKSUM_OFFSET) == checksum(block, COMPRESSED_OFFSET, length - COMPRESSED_OFFSET);
    }

    private static int checksum(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }
}
