package io.tripline.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.core.io.SingleThreadedChecked;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Writes one file of the journal: through Chronicle's mapping, into blocks allocated before, made durable by a channel
 * of our own on the same file. Used by one thread, which nobody interrupts (an interrupt closes the channel).
 */
final class SegmentWriter {

    /** Chronicle's own: the excerpt's header, the next page of its index; and our closing frame. */
    private static final long SLACK_BYTES = 256 << 10;

    private final Path folder;
    private final JournalLimits limits;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private SpaceAhead space;
    private FileChannel channel;
    private long position;

    private SegmentWriter(Path folder, JournalLimits limits) {
        this.folder = folder;
        this.queue = ChronicleSetup.open(folder);
        this.appender = queue.createAppender();
        // Made by the thread that recovers, used by the one that writes; never by both.
        ((SingleThreadedChecked) appender).singleThreadedCheckDisabled(true);
        this.limits = limits;
    }

    /**
     * Begins a file in a new folder.
     *
     * @param opening the first frame
     * @throws io.tripline.engine.port.JournalFullException when there is no room; nothing of it stays
     */
    static SegmentWriter create(Path folder, JournalLimits limits, FrameWriter opening) throws IOException {
        // Chronicle insists on making its file itself, so the first few kilobytes have only this check before them.
        SpaceAhead.requireFree(Files.getFileStore(folder.getParent()), limits);
        Files.createDirectory(folder);
        try {
            SegmentWriter segment = new SegmentWriter(folder, limits);
            segment.open(opening);
            return segment;
        } catch (IOException | RuntimeException e) {
            Segments.delete(folder);
            throw e;
        }
    }

    private void open(FrameWriter opening) throws IOException {
        try {
            write(opening);
            space = new SpaceAhead(file(), position, limits);
            reserve(0);
            channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.force(true);
            Segments.forceFolder(folder);
            Segments.forceFolder(folder.getParent());
        } catch (IOException | RuntimeException e) {
            abandon();
            throw e;
        }
    }

    /** Makes sure that a frame of so many bytes has blocks to be written to. */
    void reserve(long bytes) throws IOException {
        space.ensure(position + bytes + SLACK_BYTES);
    }

    void write(FrameWriter frame) {
        try (DocumentContext excerpt = appender.writingDocument()) {
            try {
                var bytes = excerpt.wire().bytes();
                frame.writeTo((array, start, length) -> bytes.write(array, start, length));
                position = bytes.writePosition();
            } catch (Throwable e) {
                excerpt.rollbackOnClose();
                throw e;
            }
        }
    }

    /** Where the next excerpt begins, in bytes from the start of the file. */
    long position() {
        return position;
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return folder.resolve(ChronicleSetup.FILE_NAME);
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** Ends the file: forced, and cut behind its last frame. */
    void finish() throws IOException {
        channel.force(true);
        queue.close();
        channel.truncate(position);
        channel.force(true);
        abandon();
    }

    /** Lets go of the file as it is. */
    void abandon() throws IOException {
        queue.close();
        if (space != null) {
            space.close();
        }
        if (channel != null) {
            channel.close();
        }
    }
}
