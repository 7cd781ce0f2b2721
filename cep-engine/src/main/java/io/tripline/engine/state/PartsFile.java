package io.tripline.engine.state;

import io.tripline.engine.snapshot.StateDigest;
import io.tripline.engine.snapshot.StateForm;
import io.tripline.engine.snapshot.StateParts;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of parts, written once from beginning to end.
 *
 * <pre>
 *   "TRIPPART"  version of the form (4)
 *   block …     length (4), CRC32C (4), bytes: parts as {@link PartsBlock} has them
 *   end         0 (4), CRC32C of what follows (4), number of parts (8)
 * </pre>
 */
public final class PartsFile implements AutoCloseable {
    private static final long MAGIC = 0x5452495050415254L;
    private static final int OPENING_BYTES = 12;
    private static final int HEADER_BYTES = 8;
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final StateDigest digest = new StateDigest();
    private long bytes;

    private PartsFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Begins a file that is not there yet. */
    static PartsFile create(Path file) throws IOException {
        PartsFile parts =
                new PartsFile(file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        parts.write(ByteBuffer.allocate(OPENING_BYTES).putLong(MAGIC).putInt(StateForm.VERSION));
        return parts;
    }

    private void write(ByteBuffer buffer) throws IOException {
        buffer.flip();
        bytes += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    void write(PartsBlock block) throws IOException {
        write(ByteBuffer.allocate(HEADER_BYTES).putInt(block.length()).putInt(checksum(block.array(), block.length())));
        ByteBuffer content = ByteBuffer.wrap(block.array(), 0, block.length());
        content.position(block.length());
        write(content);
        hand(block.array(), block.length(), digest);
    }

    /** All parts are written: what the file is, once it is on the disk. */
    SnapshotManifest.File end() throws IOException {
        byte[] count = ByteBuffer.allocate(Long.BYTES).putLong(digest.count()).array();
        write(ByteBuffer.allocate(HEADER_BYTES + Long.BYTES)
                .putInt(0)
                .putInt(checksum(count, count.length))
                .put(count));
        channel.force(true);
        return new SnapshotManifest.File(file.getFileName().toString(), bytes, digest.count(), digest.hex());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int checksum(byte[] array, int length) {
        CRC32C crc = new CRC32C();
        crc.update(array, 0, length);
        return (int) crc.getValue();
    }

    private static void hand(byte[] block, int length, StateParts parts) {
        int[] position = {0};
        while (position[0] < length) {
            byte[] name = next(block, position);
            byte[] part = next(block, position);
            parts.part(name, part, part.length);
        }
    }

    private static byte[] next(byte[] block, int[] position) {
        int length = 0;
        int shift = 0;
        while (block[position[0]] < 0) {
            length |= (block[position[0]++] & 0x7F) << shift;
            shift += 7;
        }
        length |= block[position[0]++] << shift;
        byte[] array = new byte[length];
        System.arraycopy(block, position[0], array, 0, length);
        position[0] += length;
        return array;
    }

    /**
     * Reads all parts, in the order in which they were written. A block is handed on when its checksum was right; that the
     * file is whole is known at the end.
     *
     * @throws SnapshotDamagedException naming the file and the position in it
     */
    static void read(Path file, StateParts parts) {
        long position = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            if (in.readLong() != MAGIC || in.readInt() != StateForm.VERSION) {
                throw new SnapshotDamagedException(file, 0, "it is no file of parts of this version");
            }
            position = OPENING_BYTES;
            long size = Files.size(file);
            long count = 0;
            for (int length = in.readInt(); ; length = in.readInt()) {
                int checksum = in.readInt();
                boolean isEnd = length == 0;
                byte[] block = new byte[isEnd ? Long.BYTES : checkedLength(file, position, length, size)];
                in.readFully(block);
                if (checksum(block, block.length) != checksum) {
                    throw new SnapshotDamagedException(file, position, "the checksum of a block is wrong");
                }
                if (isEnd) {
                    checkEnd(file, position, ByteBuffer.wrap(block).getLong(), count, in);
                    return;
                }
                long[] handed = {0};
                hand(block, block.length, (name, part, partLength) -> {
                    parts.part(name, part, partLength);
                    handed[0]++;
                });
                count += handed[0];
                position += HEADER_BYTES + block.length;
            }
        } catch (EOFException e) {
            throw new SnapshotDamagedException(file, position, "the file ends in the middle of a block");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static int checkedLength(Path file, long position, int length, long size) {
        if (length < 0 || length > size - position - HEADER_BYTES) {
            throw new SnapshotDamagedException(file, position, "a block is longer than the file");
        }
        return length;
    }

    private static void checkEnd(Path file, long position, long expected, long count, DataInputStream in)
            throws IOException {
        if (expected != count) {
            throw new SnapshotDamagedException(file, position, count + " parts are there instead of " + expected);
        }
        if (in.read() >= 0) {
            throw new SnapshotDamagedException(file, position, "something stands behind the end");
        }
    }
}
