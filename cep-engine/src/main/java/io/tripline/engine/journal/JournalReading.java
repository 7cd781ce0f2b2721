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
    private long expected = 1;
    private long bytes;
    private OptionalLong journalId = OptionalLong.empty();

    JournalReading(List<Path> folders) {
        this.folders = folders;
    }

    long lastSequence() {
        return expected - 1;
    }

    long bytes() {
        return bytes;
    }

    OptionalLong journalId() {
        return journalId;
    }

    void read(Consumer<? super JournalEntry> visitor) throws IOException {
        String previousFile = "";
        long previousEnd = 0;
        for (int i = 0; i < folders.size(); i++) {
            Path file = Segments.file(folders.get(i));
            boolean isLast = i == folders.size() - 1;
            if (isLast && !Files.exists(file)) {
                drop(folders.get(i));
                return;
            }
            try (SegmentReader reader = new SegmentReader(file)) {
                if (!reader.next() || reader.kind() != Frame.KIND_OPEN) {
                    requireTorn(file, reader, isLast);
                    drop(folders.get(i));
                    return;
                }
                followOn(file, reader, previousFile, previousEnd);
                boolean closed = readFrames(file, reader, visitor);
                if (isLast && !closed) {
                    requireTorn(file, reader, true);
                    cut(file, reader);
                }
                previousFile = file.toString();
                previousEnd = reader.position();
                bytes += previousEnd;
            }
        }
    }

    private void followOn(Path file, SegmentReader reader, String previousFile, long previousEnd) {
        if (journalId.isPresent() && journalId.getAsLong() != reader.journalId()) {
            throw new JournalDamagedException(file.toString(), reader.position(), "it belongs to another journal");
        }
        journalId = OptionalLong.of(reader.journalId());
        if (reader.previousSequence() != expected - 1) {
            String name = previousFile.isEmpty() ? file.toString() : previousFile;
            throw new JournalDamagedException(
                    name,
                    previousEnd,
                    "the last whole frame here ends with sequence " + (expected - 1) + ", but " + file
                            + " follows on sequence " + reader.previousSequence());
        }
        expected = reader.firstSequence();
    }

    /** Reads up to the end of the chain; true when that is a closing frame. */
    private boolean readFrames(Path file, SegmentReader reader, Consumer<? super JournalEntry> visitor)
            throws IOException {
        while (reader.next()) {
            if (reader.journalId() != journalId.getAsLong() || reader.firstSequence() != expected) {
                throw new JournalDamagedException(
                        file.toString(),
                        reader.position(),
                        "expected sequence " + expected + ", found " + reader.firstSequence());
            }
            if (reader.kind() == Frame.KIND_CLOSE) {
                return true;
            }
            JournalEntry entry = reader.entry();
            visitor.accept(entry);
            expected = entry.lastSequence() + 1;
        }
        return false;
    }

    private void requireTorn(Path file, SegmentReader reader, boolean isLast) throws IOException {
        long end = reader.position();
        if (!isLast) {
            throw new JournalDamagedException(file.toString(), end, "its first frame cannot be read");
        }
        OptionalLong witness = reader.findWitness(expected, journalId);
        if (witness.isPresent()) {
            throw new JournalDamagedException(
                    file.toString(),
                    end,
                    "no whole frame follows here, but the frame at byte " + witness.getAsLong()
                            + " was written when sequence " + expected + " was durable");
        }
    }

    private void cut(Path file, SegmentReader reader) throws IOException {
        if (reader.hasRestBehindEnd()) {
            LOG.log(
                    Level.WARNING,
                    "cut a torn frame off the journal, which was never acknowledged: {0} at byte {1}, after sequence {2}",
                    file,
                    Long.toString(reader.position()),
                    Long.toString(expected - 1));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
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
