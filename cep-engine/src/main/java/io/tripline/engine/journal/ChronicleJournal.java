package io.tripline.engine.journal;

import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalFailedException;
import io.tripline.engine.port.JournalFullException;
import io.tripline.engine.port.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal in a folder of the disk; see the package for its files and {@link Frame} for what is in them. Whoever opens
 * it holds the {@link DirectoryLock} of the data directory.
 *
 * <p>A file is ended, and the next begun, when it has its size. Both are forced with their names before anything that
 * stands in the new one is acknowledged.
 */
public final class ChronicleJournal implements Journal {

    private final Path folder;
    private final JournalLimits limits;
    private final FileStore store;

    private FrameWriter frames;
    private SegmentWriter segment;
    private long lastSequence;
    private long forcedThrough;
    private long nextSequence;
    private boolean dirty;
    private Throwable failure;

    private long finishedBytes;
    private volatile long sizeBytes;
    private volatile long shownThrough;
    private final JournalReader reader;

    private ChronicleJournal(Path folder, JournalLimits limits) throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.store = Files.getFileStore(folder);
        this.reader = new FolderReader(folder, () -> shownThrough, new Holds());
    }

    /**
     * Opens the journal in a folder, which is made when it is not there.
     *
     * @throws UncheckedIOException when the folder cannot be made or read
     */
    public static ChronicleJournal open(Path folder, JournalLimits limits) {
        try {
            Files.createDirectories(folder);
            return new ChronicleJournal(folder.toAbsolutePath(), limits);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the journal in " + folder, e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.tripline.engine.port.JournalDamagedException naming the file and the position in it
     * @throws UncheckedIOException when a file cannot be read
     */
    @Override
    public long replay(Consumer<? super JournalEntry> visitor) {
        try {
            JournalReading reading = new JournalReading(Segments.list(folder));
            reading.read(visitor);
            lastSequence = reading.lastSequence();
            finishedBytes = reading.bytes();
            sizeBytes = finishedBytes;
            shownThrough = lastSequence;
            frames = new FrameWriter(reading.journalId().orElseGet(() -> new SecureRandom().nextLong()));
            return lastSequence;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal in " + folder, e);
        }
    }

    @Override
    public void begin(long sequence) {
        if (sequence <= lastSequence) {
            throw new IllegalArgumentException("sequence " + sequence + " is not after " + lastSequence);
        }
        nextSequence = sequence;
        // What an earlier process left was made durable when it was read: its files are forced before we go on.
        forcedThrough = lastSequence;
    }

    @Override
    public void reserve(long bytes) {
        long frameBytes = bytes + Frame.HEADER_LENGTH + 1024;
        if (frameBytes > JournalLimits.FRAME_BYTES) {
            throw new IllegalArgumentException("an entry of " + bytes + " bytes is too long for the journal");
        }
        attempt("make room", () -> {
            if (segment != null && segment.position() + frameBytes > limits.segmentBytes()) {
                finishSegment();
            }
            if (segment == null) {
                beginSegment();
            }
            segment.reserve(frameBytes);
        });
    }

    @Override
    public void append(JournalEntry entry) {
        attempt("write", () -> {
            if (entry.firstSequence() != nextSequence) {
                throw new IllegalArgumentException(
                        "entry " + entry.firstSequence() + " does not follow on " + (nextSequence - 1));
            }
            frames.entry(entry, forcedThrough);
            segment.write(frames);
            dirty = true;
            lastSequence = entry.lastSequence();
            nextSequence = lastSequence + 1;
            sizeBytes = finishedBytes + segment.position();
        });
    }

    @Override
    public void force() {
        attempt("sync", () -> {
            if (dirty) {
                segment.force();
                dirty = false;
                forcedThrough = lastSequence;
            }
        });
        show();
    }

    @Override
    public void show() {
        shownThrough = lastSequence;
    }

    @Override
    public JournalReader reader() {
        return reader;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public boolean hasRoom() {
        try {
            return store.getUsableSpace() - limits.aheadBytes() >= limits.freeFloorBytes();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (segment == null) {
            return;
        }
        if (failure == null) {
            attempt("close", this::finishSegment);
        } else {
            try {
                segment.abandon();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close the journal in " + folder, e);
            }
        }
    }

    private void beginSegment() throws IOException {
        List<Path> present = Segments.list(folder);
        frames.opening(nextSequence, lastSequence);
        segment = SegmentWriter.create(Segments.next(folder, present), limits, frames);
        sizeBytes = finishedBytes + segment.position();
    }

    private void finishSegment() throws IOException {
        SegmentWriter finished = segment;
        finished.force();
        dirty = false;
        forcedThrough = lastSequence;
        frames.closing(nextSequence, forcedThrough);
        finished.write(frames);
        finished.finish();
        finishedBytes += finished.position();
        sizeBytes = finishedBytes;
        segment = null;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /** Whatever fails, except for want of room, fails for good: a sync that failed once may lie when tried again. */
    private void attempt(String what, Step step) {
        if (failure != null) {
            throw failed(what, failure);
        }
        try {
            step.run();
        } catch (JournalFullException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            // The JVM reports a mapped write that the disk refused as an InternalError.
            failure = e;
            throw failed(what, e);
        }
    }

    private JournalFailedException failed(String what, Throwable cause) {
        return new JournalFailedException(
                "the journal in " + folder + " could not " + what + ": " + cause.getMessage(), cause);
    }
}
