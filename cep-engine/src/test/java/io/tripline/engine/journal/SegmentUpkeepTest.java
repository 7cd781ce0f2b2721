package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.JournalRemovedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments by time, archives, removal; an entry of this test is taken in at minute {@code sequence}. */
class SegmentUpkeepTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final JournalNeeds NOTHING = () -> Long.MAX_VALUE;

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("journal");
    }

    /** Segments of an hour. */
    private static JournalLimits limits(long archiveAfterMinutes, long keepMinutes) {
        return new JournalLimits(1 << 20, 1 << 20, 0)
                .withSegments(1 << 20, 60 * MINUTE)
                .withRetention(new RetentionLimits(archiveAfterMinutes * MINUTE, 0, keepMinutes * MINUTE, 0));
    }

    /** Rules at every hundredth sequence, from the first on; events else. */
    private static JournalEntry entry(long sequence) {
        if (sequence % 100 == 1) {
            SourceFile file = new SourceFile("r.trip", "event A { id: string @id } # " + sequence);
            return new JournalEntry.Rules(sequence, sequence * MINUTE, sequence, List.of(file));
        }
        byte[] bytes = new byte[800];
        bytes[(int) (sequence % 800)] = (byte) sequence;
        return new JournalEntry.Events(sequence, 1, sequence * MINUTE, 1, "s", bytes, bytes.length);
    }

    private ChronicleJournal open(JournalLimits limits) {
        ChronicleJournal journal = ChronicleJournal.open(folder(), limits);
        journal.begin(journal.replay(firstSequence(), entry -> {}) + 1);
        return journal;
    }

    private long firstSequence() {
        return StoredJournal.in(data).firstSequence();
    }

    private static void append(ChronicleJournal journal, long from, long through) {
        for (long sequence = from; sequence <= through; sequence++) {
            journal.reserve(2_000);
            journal.append(entry(sequence));
        }
        journal.force();
    }

    private static List<Long> read(JournalReader reader, long from) {
        List<Long> sequences = new ArrayList<>();
        reader.read(from, Long.MAX_VALUE, entry -> {
            assertThat(entry).usingRecursiveComparison().isEqualTo(entry(entry.firstSequence()));
            return sequences.add(entry.firstSequence());
        });
        return sequences;
    }

    @Test
    void aSegmentSpansItsTimeByTheInstantsOfItsEntries() throws Exception {
        try (ChronicleJournal journal = open(limits(0, 0))) {
            append(journal, 1, 600);
        }
        assertThat(Segments.list(folder())).hasSize(10);
        assertThat(read(StoredJournal.in(data), 1)).hasSize(600);
    }

    @Test
    void oldSegmentsAreArchivedAndReadLikeAnyOther() throws Exception {
        try (ChronicleJournal journal = open(limits(120, 0))) {
            append(journal, 1, 600);
            long before = journal.sizeBytes();
            journal.tidy(JournalNeeds.EVERYTHING);
            assertThat(journal.sizeBytes()).isLessThan(before / 2);
            List<Path> folders = Segments.list(folder());
            assertThat(folders.stream().filter(Segments::isArchived)).hasSize(7);
            append(journal, 601, 610);
            for (long from : new long[] {1, 2, 59, 60, 61, 62, 300, 599, 610}) {
                assertThat(read(journal.reader(), from)).hasSize(611 - (int) from);
            }
            assertThat(journal.reader().rulesAt(250)).contains((JournalEntry.Rules) entry(201));
            assertThat(journal.reader().firstTakenAtOrAfter(77 * MINUTE)).hasValue(77);
        }
        JournalReader stored = StoredJournal.in(data);
        assertThat(read(stored, 1)).hasSize(610);
        assertThat(stored.rulesAt(100)).contains((JournalEntry.Rules) entry(1));
        assertThat(stored.firstTakenAtOrAfter(3 * MINUTE)).hasValue(3);
        List<Long> replayed = new ArrayList<>();
        ChronicleJournal.open(folder(), limits(0, 0)).replay(entry -> replayed.add(entry.firstSequence()));
        assertThat(replayed).hasSize(610);
    }

    @Test
    void whatIsOldAndNotNeededIsRemovedAndTheRulesStayKnown() throws Exception {
        try (ChronicleJournal journal = open(limits(60, 300))) {
            append(journal, 1, 600);
            journal.tidy(JournalNeeds.EVERYTHING);
            assertThat(journal.reader().firstSequence()).isEqualTo(1);
            journal.tidy(() -> 130);
            assertThat(journal.reader().firstSequence()).isEqualTo(123);
            JournalReader.Hold hold = journal.reader().hold(200);
            journal.tidy(NOTHING);
            assertThat(journal.reader().firstSequence()).isEqualTo(184);
            hold.close();
            journal.tidy(NOTHING);
            long first = journal.reader().firstSequence();
            assertThat(first).isEqualTo(245);
            assertThat(read(journal.reader(), first)).hasSize(601 - (int) first);
            assertThat(journal.reader().rulesAt(first)).contains((JournalEntry.Rules) entry(201));
            assertThatThrownBy(() -> read(journal.reader(), first - 1))
                    .isInstanceOf(JournalRemovedException.class)
                    .hasMessageContaining("first that is kept is 245");
            assertThatThrownBy(() -> journal.reader().rulesAt(first - 1)).isInstanceOf(JournalRemovedException.class);
        }
        try (ChronicleJournal journal = open(limits(60, 300))) {
            append(journal, 601, 700);
            assertThat(read(journal.reader(), 245)).hasSize(456);
        }
        ChronicleJournal again = ChronicleJournal.open(folder(), limits(0, 0));
        assertThatThrownBy(() -> again.replay(entry -> {})).isInstanceOf(JournalRemovedException.class);
    }

    @Test
    void aSegmentThatIsMissingForAnotherReasonIsFound() throws Exception {
        try (ChronicleJournal journal = open(limits(0, 300))) {
            append(journal, 1, 600);
            journal.tidy(NOTHING);
        }
        Segments.delete(Segments.list(folder()).get(0));
        long first = Beginning.removedThrough(folder()) + 1;
        ChronicleJournal again = ChronicleJournal.open(folder(), limits(0, 0));
        assertThatThrownBy(() -> again.replay(first, entry -> {})).hasMessageContaining("follows on sequence");
    }

    @Test
    void aRoundThatWasCutOffIsFinishedByTheNext() throws Exception {
        try (ChronicleJournal journal = open(limits(0, 0))) {
            append(journal, 1, 600);
        }
        List<Path> folders = Segments.list(folder());
        // A half-made archive; an archive whose original is still there; a removal that was written down only.
        Files.writeString(folders.get(4).resolve("archive.tra.tmp"), "half");
        ArchiveWriter.write(Segments.archive(folders.get(5)), new SegmentReader(Segments.file(folders.get(5))));
        Beginning.write(folder(), new Openings().of(folders.get(2)).previousSequence());
        Files.move(folders.get(0), folders.get(0).resolveSibling("00000001.removed"));
        Files.delete(folders.get(7).resolve("index"));
        Files.writeString(folders.get(8).resolve("index"), "nonsense");

        try (ChronicleJournal journal = open(limits(0, 0))) {
            journal.tidy(JournalNeeds.EVERYTHING);
            assertThat(Segments.list(folder())).isEqualTo(folders.subList(2, 10));
            assertThat(folders.get(4).resolve("archive.tra.tmp")).doesNotExist();
            assertThat(Segments.isArchived(folders.get(5))).isTrue();
            assertThat(IndexFile.read(Segments.indexFile(folders.get(7)))).isPresent();
            assertThat(IndexFile.read(Segments.indexFile(folders.get(8)))).isPresent();
            assertThat(read(journal.reader(), 123)).hasSize(478);
        }
    }

    @Test
    void anIndexThatIsOfSomethingElseIsNotBelieved() throws Exception {
        try (ChronicleJournal journal = open(limits(0, 0))) {
            append(journal, 1, 300);
        }
        List<Path> folders = Segments.list(folder());
        Files.copy(
                Segments.indexFile(folders.get(1)),
                Segments.indexFile(folders.get(2)),
                StandardCopyOption.REPLACE_EXISTING);
        JournalReader reader = StoredJournal.in(data);
        assertThat(read(reader, 150)).hasSize(151);
        assertThat(reader.rulesAt(150)).isEqualTo(Optional.of(entry(101)));
        assertThat(reader.rulesAt(250)).isEqualTo(Optional.of(entry(201)));
        assertThat(reader.firstTakenAtOrAfter(150 * MINUTE)).hasValue(150);
    }
}
