package io.tripline.engine.journal;

import io.tripline.engine.port.JournalFullException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.posix.PosixAPI;
import net.openhft.posix.PosixRuntimeException;

/**
 * Allocates the blocks of a file before they are written through a mapping. A mapped write into a hole of the file finds
 * out that the disk is full when it is too late to say so; one into an allocated block cannot fail for want of space.
 *
 * <p>Uses {@code fallocate(2)}, or writes zeros where the file system has no such thing. Nobody may write beyond what is
 * allocated.
 */
final class SpaceAhead implements AutoCloseable {

    private static final int READ_WRITE_CREATE = 0x42;
    private static final int OWNER_READ_WRITE = 0600;
    private static final int NO_SPACE = 28;
    private static final int FILE_TOO_LARGE = 27;
    private static final int QUOTA_EXCEEDED = 122;

    private final Path file;
    private final JournalLimits limits;
    private final FileStore store;
    private final int descriptor;
    private boolean zeros;
    private long allocatedBytes;

    /**
     * Opens the file.
     *
     * @param from the first byte that is not written yet
     */
    SpaceAhead(Path file, long from, JournalLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.allocatedBytes = from;
        this.store = Files.getFileStore(file.getParent());
        try {
            descriptor = PosixAPI.posix().open(file.toString(), READ_WRITE_CREATE, OWNER_READ_WRITE);
        } catch (PosixRuntimeException e) {
            throw new IOException("cannot open " + file, e);
        }
        if (descriptor < 0) {
            throw new IOException(
                    "cannot open " + file + ": " + PosixAPI.posix().lastErrorStr());
        }
    }

    /** The first so many bytes of the file have blocks when this returns. */
    void ensure(long bytes) throws IOException {
        while (allocatedBytes < bytes) {
            long step = Math.max(limits.aheadBytes(), Math.min(bytes - allocatedBytes, JournalLimits.FRAME_BYTES));
            allocate(step);
        }
    }

    /** Leaves it to zeros from now on, as on a file system without fallocate. */
    void useZeros() {
        zeros = true;
    }

    static void requireFree(FileStore store, JournalLimits limits) throws IOException {
        if (store.getUsableSpace() - limits.aheadBytes() < limits.freeFloorBytes()) {
            throw full(store, limits);
        }
    }

    private void allocate(long step) throws IOException {
        requireFree(store, limits);
        if (!zeros) {
            int error = fallocate(step);
            if (error == NO_SPACE || error == QUOTA_EXCEEDED || error == FILE_TOO_LARGE) {
                throw full(store, limits);
            }
            // Where fallocate is unknown, or says yes and does nothing, the file has not grown.
            zeros = error != 0 || Files.size(file) < allocatedBytes + step;
        }
        if (zeros) {
            writeZeros(step);
        }
        allocatedBytes += step;
    }

    private int fallocate(long step) {
        try {
            return PosixAPI.posix().fallocate(descriptor, 0, allocatedBytes, step) == 0
                    ? 0
                    : PosixAPI.posix().lastError();
        } catch (PosixRuntimeException e) {
            return PosixAPI.posix().lastError();
        }
    }

    private void writeZeros(long step) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeroBytes = ByteBuffer.allocate((int) Math.min(step, 1 << 20));
            for (long done = 0; done < step; ) {
                zeroBytes.clear().limit((int) Math.min(zeroBytes.capacity(), step - done));
                done += channel.write(zeroBytes, allocatedBytes + done);
            }
        } catch (IOException e) {
            if (store.getUsableSpace() < step) {
                throw full(store, limits);
            }
            throw e;
        }
    }

    private static JournalFullException full(FileStore store, JournalLimits limits) throws IOException {
        return new JournalFullException("the disk of the journal is full: " + (store.getUsableSpace() >> 10)
                + " KiB free, " + (limits.freeFloorBytes() + limits.aheadBytes() >> 10) + " KiB needed");
    }

    @Override
    public void close() {
        PosixAPI.posix().close(descriptor);
    }
}
