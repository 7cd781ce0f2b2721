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
    private final SequenceChain chain = SequenceChain.after(0);
    private long bytes;

    JournalReading(List<Path> folders) {
        this.folders = folders;
    }

    long lastSequence() {
        return chain.expected() - 1;
    }

    long bytes() {
        return bytes;
    }

    OptionalLong journalId() {
        return chain.journalId();
    }

    void read(Consumer<? super JournalEntry> visitor) throws IOException {
        for (int i = 0; i < folders.size(); i++) {
            Path file = Segments.file(folders.get(i));
            boolean isLast = i == folders.size() - 1;
            if (isLast && !Files.exists(file)) {
                drop(folders.get(i));
                return;
            }
            try (SegmentReader reader = new SegmentReader(file)) {
                if (!reader.next() || !reader.isOpening()) {
                    requireTorn(file, reader, isLast);
                    drop(folders.get(i));
                    return;
                }
                chain.follow(reader);
                boolean closed = readFrames(reader, visitor);
                if (isLast && !closed) {
                    requireTorn(file, reader, true);
                    cut(file, reader);
                }
                chain.end(reader);
                bytes += reader.position();
            }
        }
    }

    /** Reads up to the end of the chain; true when that is a closing frame. */
    private boolean readFrames(SegmentReader reader, Consumer<? super JournalEntry> visitor) throws IOException {
        while (reader.next()) {
            chain.add(reader);
            if (reader.kind() == Frame.KIND_CLOSE) {
                return true;
            }
            visitor.accept(reader.entry());
        }
        return false;
    }

    private void requireTorn(Path file, SegmentReader reader, boolean isLast) throws IOException {
        long end = reader.position();
        if (!isLast) {
            throw new JournalDamagedException(file.toString(), end, "its first frame cannot be read");
        }
        OptionalLong witness = reader.findWitness(chain.expected(), chain.journalId());
        if (witness.isPresent()) {
            throw new JournalDamagedException(
                    file.toString(),
                    end,
                    "no whole frame follows here, but the frame at byte " + witness.getAsLong()
                            + " was written when sequence " + chain.expected() + " was durable");
        }
    }

    private void cut(Path file, SegmentReader reader) throws IOException {
        if (reader.hasRestBehindEnd()) {
            LOG.log(
                    Level.WARNING,
                    "cut a torn frame off the journal, which was never acknowledged: {0} at byte {1}, after sequence {2}",
                    file,
                    Long.toString(reader.position()),
                    Long.toString(lastSequence()));
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
