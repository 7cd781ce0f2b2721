package io.tripline.engine.journal;

import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalFailedException;
import io.tripline.engine.port.JournalFullException;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.JournalRemovedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A journal in a folder of the disk; see the package for its files and {@link Frame} for what is in them. Whoever opens
 * it holds the {@link DirectoryLock} of the data directory.
 *
 * <p>A file is ended, and the next begun, when it has its size or spans its time. Both are forced with their names before anything that
 * stands in the new one is acknowledged.
 */
public final class ChronicleJournal implements Journal {

    private static final System.Logger LOG = System.getLogger(ChronicleJournal.class.getName());

    /** Stands for the instant of the first entry while there is none. */
    private static final long NO_ENTRY = Long.MAX_VALUE;

    private final Path folder;
    private final JournalLimits limits;
    private final FileStore store;

    private FrameWriter frames;
    private SegmentWriter segment;
    private long lastSequence;
    private long forcedThrough;
    private long nextSequence;
    private long journalId;
    private Optional<JournalEntry.Rules> rules = Optional.empty();
    private IndexBuilder index;
    private long segmentSinceNanos;
    private long takenAtNanos;
    private boolean dirty;
    private Throwable failure;

    private final AtomicLong finishedBytes = new AtomicLong();
    private volatile long segmentBytes;
    private volatile long newestNanos = Long.MIN_VALUE;
    private volatile long shownThrough;
    private final Holds holds = new Holds();
    private final Indexes indexes = new Indexes();
    private final JournalReader reader;
    private final SegmentUpkeep upkeep;

    private ChronicleJournal(Path folder, JournalLimits limits) throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.store = Files.getFileStore(folder);
        this.reader = new FolderReader(folder, () -> shownThrough, holds, indexes);
        this.upkeep = new SegmentUpkeep(folder, limits.retention(), indexes, holds, reader);
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
    public long replay(long fromSequence, Consumer<? super JournalEntry> visitor) {
        try {
            List<Path> folders = Segments.list(folder);
            JournalReading reading = startReading(folders, fromSequence);
            reading.read(fromSequence, visitor);
            lastSequence = reading.lastSequence();
            rules = rulesAtTheEnd(reading);
            finishedBytes.set(Segments.bytesOf(Segments.list(folder)));
            newestNanos = reading.newestNanos();
            shownThrough = lastSequence;
            journalId = reading.journalId().orElseGet(() -> new SecureRandom().nextLong());
            frames = new FrameWriter(journalId);
            return lastSequence;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal in " + folder, e);
        }
    }

    /** Readies the files from the one on that holds a sequence. */
    private JournalReading startReading(List<Path> folders, long fromSequence) throws IOException {
        Openings openings = new Openings();
        List<Path> begun = openings.begun(folder);
        long removedThrough = Beginning.removedThrough(folder);
        if (fromSequence <= removedThrough) {
            throw new JournalRemovedException(fromSequence, removedThrough + 1);
        }
        int start = Math.max(0, openings.indexOf(begun, fromSequence));
        // What was to be removed may still be there, but nothing else may be missing.
        boolean anywhere =
                start > 0 || (!begun.isEmpty() && openings.of(begun.get(0)).previousSequence() < removedThrough);
        return new JournalReading(
                folders.subList(start, folders.size()),
                anywhere ? SequenceChain.anywhere() : SequenceChain.after(removedThrough));
    }

    /** Of the files that were read each says which rules it began with, unless it is older than this custom. */
    private Optional<JournalEntry.Rules> rulesAtTheEnd(JournalReading reading) {
        if (reading.rules().isPresent() || lastSequence == 0) {
            return reading.rules();
        }
        return new FolderReader(folder, FolderReader.WHATEVER_IS_THERE, holds, indexes).rulesAt(lastSequence);
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

    /** Ends the file and goes on with a later sequence: what was between is lost. */
    void leaveGap(long sequence) throws IOException {
        if (segment != null) {
            finishSegment();
        }
        begin(sequence);
    }

    @Override
    public void reserve(long bytes) {
        long frameBytes = bytes + Frame.HEADER_LENGTH + 1024;
        if (frameBytes > JournalLimits.FRAME_BYTES) {
            throw new IllegalArgumentException("an entry of " + bytes + " bytes is too long for the journal");
        }
        attempt("make room", () -> {
            if (segment != null && (segment.position() + frameBytes > limits.segmentBytes() || isOld())) {
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
            segmentBytes = segment.position();
            note(positionOfLast(segment), entry);
        });
    }

    /** Chronicle may have put something of its own before the excerpt of the frame. */
    private long positionOfLast(SegmentWriter written) {
        return written.position() - frames.length() - SegmentReader.EXCERPT_HEADER_BYTES;
    }

    private void note(long position, JournalEntry entry) {
        takenAtNanos = entry.takenAtNanos();
        newestNanos = Math.max(newestNanos, takenAtNanos);
        if (segmentSinceNanos == NO_ENTRY) {
            segmentSinceNanos = takenAtNanos;
        }
        boolean marked = index.entry(position, entry.firstSequence(), entry.count(), takenAtNanos);
        if (entry instanceof JournalEntry.Rules change) {
            rules = Optional.of(change);
            index.rules(position, change.firstSequence());
            marked = true;
        }
        if (marked) {
            indexes.put(segment.folder(), index.build());
        }
    }

    /** Time is what the entries say: a file is as old as the span of their instants. A clock that jumps back ends none. */
    private boolean isOld() {
        return segmentSinceNanos != NO_ENTRY && takenAtNanos - segmentSinceNanos >= limits.segmentNanos();
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
        return finishedBytes.get() + segmentBytes;
    }

    @Override
    public void tidy(JournalNeeds needs) {
        try {
            finishedBytes.addAndGet(-upkeep.round(needs, newestNanos));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look after the journal in " + folder, e);
        }
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
        SegmentWriter begun = SegmentWriter.create(Segments.next(folder, present), limits, frames);
        index = new IndexBuilder(journalId, nextSequence);
        segmentSinceNanos = NO_ENTRY;
        if (rules.isPresent()) {
            carryRules(begun, rules.get());
        }
        segment = begun;
        segmentBytes = segment.position();
    }

    /** So that nobody has to look for them in earlier files, which may be gone by then. */
    private void carryRules(SegmentWriter begun, JournalEntry.Rules inForce) throws IOException {
        try {
            frames.carriedRules(nextSequence, inForce, forcedThrough);
            begun.reserve(frames.length());
            begun.write(frames);
            index.rules(positionOfLast(begun), inForce.firstSequence());
        } catch (IOException | RuntimeException e) {
            begun.abandon();
            Segments.delete(begun.folder());
            throw e;
        }
    }

    private void finishSegment() throws IOException {
        SegmentWriter finished = segment;
        finished.force();
        dirty = false;
        forcedThrough = lastSequence;
        frames.closing(nextSequence, forcedThrough);
        finished.write(frames);
        finished.finish();
        segmentBytes = 0;
        finishedBytes.addAndGet(finished.position());
        segment = null;
        keepIndex(finished.folder(), index.build());
    }

    private void keepIndex(Path segmentFolder, SegmentIndex built) {
        indexes.put(segmentFolder, built);
        try {
            IndexFile.write(Segments.indexFile(segmentFolder), built);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the index of {0} is made again later: {1}", segmentFolder, e);
        }
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
