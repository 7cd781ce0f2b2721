package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.journal.VerifyReport.Damage;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is found wherever it is, named with file and position, and what is behind it is saved. */
class JournalVerifierTest {

    private static final long SEED = 20_261_121;

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("journal");
    }

    /** Three segments with small batches; two of them archived. */
    private void write() {
        JournalLimits limits = JournalDriver.SMALL.withSegments(100_000, Long.MAX_VALUE);
        for (int start = 0; start < 2; start++) {
            ChronicleJournal journal = ChronicleJournal.open(
                    folder(), start == 0 ? limits : limits.withRetention(new RetentionLimits(0, 1, 0, 0)));
            long next = journal.replay(entry -> {}) + 1;
            journal.begin(next);
            for (int i = 0; i < 20; i++) {
                JournalEntry entry = JournalDriver.entry(next);
                journal.reserve(5_000);
                journal.append(entry);
                next = entry.lastSequence() + 1;
            }
            journal.force();
            if (start == 1) {
                journal.tidy(JournalNeeds.EVERYTHING);
            }
            journal.close();
        }
    }

    private VerifyReport verify() {
        return JournalVerifier.verify(data, (file, read, all) -> {});
    }

    @Test
    void aJournalAsItWasWrittenIsWholeInAllItsForms() throws Exception {
        write();
        VerifyReport report = verify();
        assertThat(report.damages()).isEmpty();
        assertThat(report.entries()).isEqualTo(40);
        List<Path> folders = Segments.list(folder());
        assertThat(folders.stream().filter(Segments::isArchived)).isNotEmpty();
        assertThat(report.segments()).hasSameSizeAs(folders);
    }

    @Test
    void everyFlippedByteIsFoundOrChangesNothing() throws Exception {
        write();
        SplittableRandom random = new SplittableRandom(SEED);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder())) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("metadata.cq4t"))
                    .forEach(files::add);
        }
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            boolean chronicle = file.toString().endsWith(".cq4");
            int step = Math.max(1, whole.length / 150);
            for (int at = 0; at < whole.length; at += random.nextInt(1, 2 * step)) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                List<Damage> damages = verify().damages();
                if (damages.isEmpty()) {
                    // In Chronicle's own bytes, or in padding: every entry is as it was.
                    assertThat(chronicle)
                            .as("%s at %d, seed %d", file, at, SEED)
                            .isTrue();
                    assertThat(JournalDriver.read(folder())).hasSize(40);
                } else {
                    assertThat(damages.get(0).file())
                            .as("at %d, seed %d", at, SEED)
                            .isEqualTo(file.toString());
                }
            }
            Files.write(file, whole);
        }
    }

    @Test
    void whatIsBehindDamageIsNamedAndSaved() throws Exception {
        write();
        List<Path> folders = Segments.list(folder());
        Path raw = folders.stream()
                .filter(folder -> !Segments.isArchived(folder))
                .findFirst()
                .orElseThrow();
        int hit = damage(Segments.file(raw));
        Path archive = Segments.archive(folders.get(0));
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);

        VerifyReport report = verify();
        assertThat(report.damages())
                .extracting(Damage::file)
                .contains(
                        archive.toString(),
                        raw.resolve(ChronicleSetup.FILE_NAME).toString());
        assertThat(report.damages().get(report.damages().size() - 1).behind()).startsWith("from byte ");
        assertThat(report.damages().get(report.damages().size() - 1).position()).isBetween(hit - 5_000L, (long) hit);

        Path saved = data.resolve("saved");
        JournalSalvage.Result result = JournalSalvage.salvage(data, saved, (file, read, all) -> {});
        assertThat(result.verified().damages()).isEqualTo(report.damages());
        assertThat(JournalVerifier.verify(saved, (file, read, all) -> {}).isWhole())
                .isTrue();
        assertThat(result.entries() + result.leftOut()).isBetween(10L, 39L);
        assertThatThrownBy(() -> JournalSalvage.salvage(data, saved, (file, read, all) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJournalThatGrowsMeanwhileIsNotDamaged() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ChronicleJournal journal = JournalDriver.write(folder(), 10, 1)) {
            Future<?> writing = thread.submit(() -> {
                for (long next = journal.reader().lastSequence() + 1; !done.get(); ) {
                    JournalEntry entry = JournalDriver.entry(next);
                    journal.reserve(5_000);
                    journal.append(entry);
                    journal.force();
                    next = entry.lastSequence() + 1;
                }
            });
            for (int i = 0; i < 50; i++) {
                assertThat(verify().damages()).isEmpty();
                StoredJournal.in(data).read(1, Long.MAX_VALUE, entry -> true);
            }
            done.set(true);
            writing.get();
        } finally {
            thread.shutdownNow();
        }
    }

    /** Flips a bit in the third frame of a file. */
    private static int damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int found = 0;
        int at = 0;
        while (found < 4) {
            at++;
            found += Frame.intAt(bytes, at) == Frame.MAGIC ? 1 : 0;
        }
        bytes[at + Frame.TAKEN_OFFSET] ^= 4;
        Files.write(file, bytes);
        return at + Frame.TAKEN_OFFSET;
    }
}
