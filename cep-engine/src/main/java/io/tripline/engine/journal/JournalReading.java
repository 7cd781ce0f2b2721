package io.tripline.engine.journal;

import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalEntry;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads a journal's files one after the other and judges what it finds.
 *
 * <p>A chain that ends early is either a torn tail, which was never acknowledged, or damage. It is damage when anything
 * written later says that the missing sequence was durable: a frame behind the break, the closing frame, or the opening
 * frame of the next file. A torn tail is cut off.
 */
final class JournalReading {

    private static final Logger LOG = System.getLogger(JournalReading.class.getName());

    private final List<Path> folders;
    private final SequenceChain chain;
    private long newestNanos = Long.MIN_VALUE;
    private Optional<JournalEntry.Rules> rules = Optional.empty();

    /**
     * Reads these files.
     *
     * @param chain what the first of them has to follow on
     */
    JournalReading(List<Path> folders, SequenceChain chain) {
        this.folders = folders;
        this.chain = chain;
    }

    /** Of all that was read; without any file, the one to follow on. */
    long lastSequence() {
        return chain.expected() - 1;
    }

    /** The rules in force at the end, when the files that were read say so. */
    Optional<JournalEntry.Rules> rules() {
        return rules;
    }

    /** The latest instant at which anything that was read was taken in; {@link Long#MIN_VALUE} when there is nothing. */
    long newestNanos() {
        return newestNanos;
    }

    OptionalLong journalId() {
        return chain.journalId();
    }

    /**
     * Reads on to the end.
     *
     * @param fromSequence entries that end before it are passed over
     */
    void read(long fromSequence, Consumer<? super JournalEntry> visitor) throws IOException {
        for (int i = 0; i < folders.size(); i++) {
            boolean isLast = i == folders.size() - 1;
            if (isLast && !Files.exists(Segments.file(folders.get(i))) && !Segments.isArchived(folders.get(i))) {
                drop(folders.get(i));
                return;
            }
            try (FrameCursor cursor = Segments.open(folders.get(i))) {
                if (!cursor.next() || !cursor.isOpening()) {
                    requireTorn(cursor, isLast);
                    drop(folders.get(i));
                    return;
                }
                chain.follow(cursor);
                boolean closed = readFrames(cursor, fromSequence, visitor);
                if (isLast && !closed) {
                    requireTorn(cursor, true);
                    cut(cursor);
                }
                chain.end(cursor);
            }
        }
    }

    /** Reads up to the end of the chain; true when that is a closing frame. */
    private boolean readFrames(FrameCursor cursor, long fromSequence, Consumer<? super JournalEntry> visitor)
            throws IOException {
        while (cursor.next()) {
            chain.add(cursor);
            newestNanos = Math.max(newestNanos, cursor.holdsEntry() ? cursor.takenAtNanos() : Long.MIN_VALUE);
            cursor.rules().ifPresent(change -> rules = Optional.of(change));
            if (cursor.kind() == Frame.KIND_CLOSE) {
                return true;
            }
            if (cursor.holdsEntry() && cursor.lastSequence() >= fromSequence) {
                visitor.accept(cursor.entry());
            }
        }
        return false;
    }

    private void requireTorn(FrameCursor cursor, boolean isLast) throws IOException {
        String file = cursor.file().toString();
        if (!isLast) {
            throw new JournalDamagedException(file, cursor.position(), "its first frame cannot be read");
        }
        Optional<String> evidence = cursor.evidenceAgainstEnd(chain.expected(), chain.journalId());
        if (evidence.isPresent()) {
            throw new JournalDamagedException(
                    file, cursor.position(), "no whole frame follows here, but " + evidence.get());
        }
    }

    private void cut(FrameCursor cursor) throws IOException {
        if (!(cursor instanceof SegmentReader reader)) {
            return; // an archive has no tail
        }
        if (reader.hasRestBehindEnd()) {
            LOG.log(
                    Level.WARNING,
                    "cut a torn frame off the journal, which was never acknowledged: {0} at byte {1}, after sequence {2}",
                    reader.file(),
                    Long.toString(reader.position()),
                    Long.toString(lastSequence()));
        }
        try (FileChannel channel = FileChannel.open(reader.file(), StandardOpenOption.WRITE)) {
            channel.truncate(reader.position());
            channel.force(true);
        }
    }

    /** A file that a crash kept from being begun holds nothing. */
    private static void drop(Path folder) throws IOException {
        Segments.delete(folder);
        Segments.forceFolder(folder.getParent());
    }
}
