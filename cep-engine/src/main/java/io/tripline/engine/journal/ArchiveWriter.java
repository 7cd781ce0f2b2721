package io.tripline.engine.journal;

import com.github.luben.zstd.Zstd;
import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes the frames of one segment into an archive, compressed block by block; see {@link Archive} for how it lies there.
 * The frames themselves are taken as they are, checksums and all.
 */
final class ArchiveWriter implements AutoCloseable {

    private final FileChannel channel;
    private byte[] block = new byte[2 * Archive.BLOCK_BYTES];
    private int length;
    private long firstSequence;

    private ArchiveWriter(Path file, long journalId) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        write(Archive.header(journalId));
    }

    /**
     * Writes everything the cursor comes by, from the opening frame on, and forces it.
     *
     * @return the index of what was read, with positions in the cursor's file
     */
    static SegmentIndex write(Path file, FrameCursor cursor) throws IOException {
        if (!cursor.next() || !cursor.isOpening()) {
            throw new JournalDamagedException(cursor.file().toString(), 0, "its first frame cannot be read");
        }
        IndexBuilder index = new IndexBuilder(cursor.journalId(), cursor.firstSequence());
        try (ArchiveWriter writer = new ArchiveWriter(file, cursor.journalId())) {
            writer.add(cursor);
            while (cursor.next()) {
                index.add(cursor);
                writer.add(cursor);
            }
            writer.finish();
        }
        return index.build();
    }

    private void add(FrameCursor cursor) throws IOException {
        int bytes = cursor.length();
        if (length > 0 && length + bytes > Archive.BLOCK_BYTES) {
            writeBlock();
        }
        if (length == 0) {
            firstSequence = cursor.firstSequence();
        }
        if (length + bytes > block.length) {
            block = Arrays.copyOf(block, length + bytes);
        }
        System.arraycopy(cursor.bytes(), cursor.frame(), block, length, bytes);
        length += bytes;
    }

    private void finish() throws IOException {
        if (length > 0) {
            writeBlock();
        }
        write(Archive.end());
        channel.force(true);
    }

    private void writeBlock() throws IOException {
        byte[] compressed = new byte[Archive.BLOCK_HEADER_BYTES + (int) Zstd.compressBound(length)];
        long size = Zstd.compressByteArray(
                compressed,
                Archive.BLOCK_HEADER_BYTES,
                compressed.length - Archive.BLOCK_HEADER_BYTES,
                block,
                0,
                length,
                Archive.LEVEL);
        if (Zstd.isError(size)) {
            throw new IOException("cannot compress the journal: " + Zstd.getErrorName(size));
        }
        write(Archive.block(compressed, (int) size, length, firstSequence));
        length = 0;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
