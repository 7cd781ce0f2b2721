package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.port.JournalDamagedException;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges of the journal, read beside its writer and without one. */
class JournalReaderTest {

    private static final long SEED = 20_261_120;

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("journal");
    }

    /** Everything that is there, by the plain way of a start. */
    private List<JournalEntry> all() {
        List<JournalEntry> entries = new ArrayList<>();
        ChronicleJournal.open(folder(), JournalDriver.SMALL).replay(entries::add);
        return entries;
    }

    private static List<Long> sequences(JournalReader reader, long from, long through) {
        List<Long> sequences = new ArrayList<>();
        reader.read(from, through, entry -> {
            JournalDriver.requireAsWritten(entry);
            return sequences.add(entry.firstSequence());
        });
        return sequences;
    }

    @Test
    void anyRangeHasTheEntriesThatTouchIt() {
        JournalDriver.write(folder(), 2000, 7).close();
        List<JournalEntry> all = all();
        JournalReader reader = StoredJournal.in(data);
        long last = all.get(all.size() - 1).lastSequence();
        assertThat(reader.firstSequence()).isEqualTo(1);
        assertThat(reader.lastSequence()).isEqualTo(last);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 50; i++) {
            long from = random.nextLong(1, last + 1);
            long through = random.nextLong(from, last + 10);
            assertThat(sequences(reader, from, through))
                    .as("%d to %d", from, through)
                    .isEqualTo(all.stream()
                            .filter(entry -> entry.lastSequence() >= from && entry.firstSequence() <= through)
                            .map(JournalEntry::firstSequence)
                            .toList());
        }
        assertThat(sequences(reader, last + 1, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aVisitorThatHasHadEnoughEndsTheReading() {
        JournalDriver.write(folder(), 100, 7).close();
        List<Long> seen = new ArrayList<>();
        long through = StoredJournal.in(data).read(1, Long.MAX_VALUE, entry -> {
            seen.add(entry.lastSequence());
            return seen.size() < 5;
        });
        assertThat(seen).hasSize(5).endsWith(through);
    }

    @Test
    void anInterruptedThreadStopsReadingAndStaysInterrupted() {
        JournalDriver.write(folder(), 100, 7).close();
        List<Long> seen = new ArrayList<>();
        StoredJournal.in(data).read(1, Long.MAX_VALUE, entry -> {
            seen.add(entry.firstSequence());
            Thread.currentThread().interrupt();
            return true;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).hasSize(1);
    }

    @Test
    void onlyWhatWasForcedOrShownIsSeenBesideTheWriter() {
        ChronicleJournal journal = ChronicleJournal.open(folder(), JournalDriver.SMALL);
        JournalReader reader = journal.reader();
        journal.begin(journal.replay(entry -> {}) + 1);
        assertThat(reader.lastSequence()).isZero();
        long next = append(journal, 1);
        assertThat(reader.lastSequence()).isZero();
        assertThat(sequences(reader, 1, Long.MAX_VALUE)).isEmpty();
        journal.force();
        assertThat(sequences(reader, 1, Long.MAX_VALUE)).containsExactly(1L);
        append(journal, next);
        assertThat(sequences(reader, 1, Long.MAX_VALUE)).containsExactly(1L);
        journal.show();
        assertThat(sequences(reader, 1, Long.MAX_VALUE)).containsExactly(1L, next);
        journal.close();
    }

    @Test
    void readersFollowAWriterOverRolls() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (ChronicleJournal journal = ChronicleJournal.open(folder(), JournalDriver.SMALL)) {
            journal.begin(journal.replay(entry -> {}) + 1);
            List<Future<List<Long>>> readings = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readings.add(threads.submit(() -> follow(journal.reader(), 8_000)));
            }
            for (long next = 1; next <= 8_000; ) {
                next = append(journal, next);
                journal.force();
            }
            for (Future<List<Long>> reading : readings) {
                assertThat(reading.get())
                        .isEqualTo(all().stream()
                                .map(JournalEntry::firstSequence)
                                .limit(reading.get().size())
                                .toList());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Segments.list(folder())).hasSizeGreaterThan(3);
    }

    private static List<Long> follow(JournalReader reader, long through) {
        List<Long> sequences = new ArrayList<>();
        for (long next = 1; next <= through; ) {
            next = 1
                    + reader.read(next, Long.MAX_VALUE, entry -> {
                        JournalDriver.requireAsWritten(entry);
                        return sequences.add(entry.firstSequence());
                    });
        }
        return sequences;
    }

    @Test
    void theRulesInForceAndTheFirstEntrySinceAnInstantAreFound() {
        JournalDriver.write(folder(), 2000, 7).close();
        List<JournalEntry> all = all();
        JournalReader reader = StoredJournal.in(data);
        SplittableRandom random = new SplittableRandom(SEED);
        long last = all.get(all.size() - 1).lastSequence();
        for (int i = 0; i < 50; i++) {
            long sequence = random.nextLong(1, last + 1);
            Optional<JournalEntry> rules = all.stream()
                    .filter(entry -> entry instanceof JournalEntry.Rules && entry.firstSequence() <= sequence)
                    .reduce((earlier, later) -> later);
            assertThat(reader.rulesAt(sequence)).as("at %d", sequence).isEqualTo(rules);
            long instant = all.get(random.nextInt(all.size())).takenAtNanos();
            assertThat(reader.firstTakenAtOrAfter(instant))
                    .as("since %d", instant)
                    .hasValue(all.stream()
                            .filter(entry -> entry.takenAtNanos() >= instant)
                            .findFirst()
                            .orElseThrow()
                            .firstSequence());
        }
        long latest = all.stream().mapToLong(JournalEntry::takenAtNanos).max().orElseThrow();
        assertThat(reader.firstTakenAtOrAfter(latest + 1)).isEmpty();
    }

    @Test
    void damageInTheRangeIsNamedAndOutsideOfItDoesNotMatter() throws Exception {
        JournalDriver.write(folder(), 2000, 7).close();
        List<Path> folders = Segments.list(folder());
        Path file = Segments.file(folders.get(1));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        JournalReader reader = StoredJournal.in(data);
        assertThatThrownBy(() -> sequences(reader, 1, Long.MAX_VALUE))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(file.toString());
        long behind = new Openings().of(folders.get(2)).firstSequence();
        assertThat(sequences(reader, behind, Long.MAX_VALUE)).isNotEmpty();
        assertThat(sequences(reader, 1, 100)).isNotEmpty();
    }

    @Test
    void nothingIsChangedByReading() throws Exception {
        ChronicleJournal journal = JournalDriver.write(folder(), 100, 7);
        List<String> before = files();
        JournalReader reader = StoredJournal.in(data);
        assertThat(sequences(reader, 1, Long.MAX_VALUE)).hasSize(100);
        assertThat(files()).isEqualTo(before);
        journal.close();
    }

    private List<String> files() throws Exception {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    private static long append(ChronicleJournal journal, long sequence) {
        JournalEntry entry = JournalDriver.entry(sequence);
        journal.reserve(5_000);
        journal.append(entry);
        return entry.lastSequence() + 1;
    }
}
