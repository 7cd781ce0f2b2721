package io.tripline.engine.journal;

import io.tripline.engine.journal.VerifyReport.Damage;
import io.tripline.engine.journal.VerifyReport.Segment;
import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a journal from its first frame to its last: that each is whole (length, CRC32C), that the sequences follow, that
 * the contents are what their kind says, that the indexes say what the segments say. Changes nothing, and does not need
 * the directory to itself.
 */
public final class JournalVerifier {

    /** Hears how far it is; called for each file when it has been read. */
    @FunctionalInterface
    public interface Progress {
        void read(String file, long bytesRead, long bytesInAll);
    }

    private final Path journal;
    private final Progress progress;
    private final Optional<JournalSalvage> salvage;

    private JournalVerifier(Path journal, Progress progress, Optional<JournalSalvage> salvage) {
        this.journal = journal;
        this.progress = progress;
        this.salvage = salvage;
    }

    /**
     * Reads everything.
     *
     * @throws UncheckedIOException when the disk refuses to be read, or there is no journal
     */
    public static VerifyReport verify(Path dataDirectory, Progress progress) {
        return new JournalVerifier(journalIn(dataDirectory), progress, Optional.empty()).run();
    }

    /** As {@link #verify}, and writes every whole entry that can be used into a new journal. */
    static VerifyReport verify(Path dataDirectory, Progress progress, JournalSalvage salvage) {
        return new JournalVerifier(journalIn(dataDirectory), progress, Optional.of(salvage)).run();
    }

    private static Path journalIn(Path dataDirectory) {
        return dataDirectory.resolve("journal").toAbsolutePath();
    }

    private VerifyReport run() {
        try {
            Hearing hearing = new Hearing(Segments.bytesOf(Segments.list(journal)));
            new JournalScan(journal, hearing).run();
            return new VerifyReport(hearing.segments, hearing.damages, hearing.entries, hearing.bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal in " + journal, e);
        }
    }

    private final class Hearing implements JournalScan.Listener {

        private final List<Segment> segments = new ArrayList<>();
        private final List<Damage> damages = new ArrayList<>();
        private final long bytesInAll;
        private long entries;
        private long bytes;

        private long first;
        private long last;
        private long entriesHere;
        private boolean closed;
        private int damagesBefore;
        private Optional<IndexBuilder> index = Optional.empty();

        Hearing(long bytesInAll) {
            this.bytesInAll = bytesInAll;
        }

        @Override
        public void segment(Path file) {
            first = 0;
            last = 0;
            entriesHere = 0;
            closed = false;
            damagesBefore = damages.size();
            index = Optional.empty();
        }

        @Override
        public void frame(FrameCursor frame) throws IOException {
            try {
                closed = frame.kind() == Frame.KIND_CLOSE;
                if (frame.isOpening()) {
                    index = Optional.of(new IndexBuilder(frame.journalId(), frame.firstSequence()));
                } else if (index.isPresent()) {
                    index.get().add(frame);
                }
                if (frame.holdsEntry()) {
                    frame.entry();
                    first = first == 0 ? frame.firstSequence() : first;
                    last = frame.lastSequence();
                    entriesHere++;
                }
                if (salvage.isPresent()) {
                    salvage.get().take(frame);
                }
            } catch (JournalDamagedException e) {
                damage(new Damage(e.file(), e.position(), e.getMessage(), "it goes on behind it"));
            }
        }

        @Override
        public void segmentEnd(FrameCursor cursor) throws IOException {
            Path file = cursor.file();
            long size = Files.size(file);
            segments.add(new Segment(file.toString(), size, first, last, entriesHere));
            entries += entriesHere;
            bytes += size;
            boolean complete = closed || cursor.position() == size || cursor instanceof ArchiveReader;
            if (complete && damages.size() == damagesBefore && index.isPresent()) {
                compareIndex(file.getParent(), index.get().build());
            }
            progress.read(file.toString(), bytes, bytesInAll);
        }

        private void compareIndex(Path folder, SegmentIndex built) throws IOException {
            Path file = Segments.indexFile(folder);
            if (Files.exists(file) && !IndexFile.read(file).equals(Optional.of(built))) {
                damage(new Damage(
                        file.toString(), 0, "the index is not of this segment", "nothing is lost; it is made again"));
            }
        }

        @Override
        public void damage(Damage damage) {
            damages.add(damage);
        }
    }
}
