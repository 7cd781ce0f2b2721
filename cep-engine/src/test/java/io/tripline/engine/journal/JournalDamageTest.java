package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.port.JournalDamagedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader makes of a journal that is not as it was written. */
class JournalDamageTest {

    private static final long SEED = 20_260_301;

    /** Kept, so that its level stays: a cut tail is worth a warning, thousands of them are not. */
    private static final Logger LOG = Logger.getLogger(JournalReading.class.getName());

    @TempDir
    Path folder;

    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @Test
    void everyFlippedByteOfAJournalClosedInOrderIsFoundOrChangesNothing() throws Exception {
        JournalDriver.write(folder, 12, 3).close();
        List<Long> written = JournalDriver.read(folder);
        Path file = Segments.file(Segments.list(folder).get(0));
        byte[] whole = Files.readAllBytes(file);
        int framesStart = firstFrame(whole);
        int found = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int at = 0; at < whole.length; at += at < framesStart ? 997 : 7) {
            flip(file, whole, at, random);
            List<Long> read = readOrDamaged(file, at, framesStart);
            if (read.isEmpty()) {
                found++;
            } else {
                assertThat(read).as("byte %d, seed %d", at, SEED).isEqualTo(written);
            }
            Files.createDirectories(file.getParent());
            Files.write(file, whole);
        }
        // What is not found lies in Chronicle's own bytes, in padding, or in the closing frame, which holds nothing.
        assertThat(found).isGreaterThan((whole.length - framesStart) / 7 * 9 / 10);
    }

    @Test
    void everyFlippedByteBeforeTheLastForceIsFoundAfterACrashToo() throws Exception {
        Path image = crashImage(12, 3);
        List<Long> written = JournalDriver.read(copy(image, folder.resolve("written")));
        int forcedAndWitnessed = 9;
        Path damaged = copy(image, folder.resolve("damaged"));
        Path file = Segments.file(Segments.list(damaged).get(0));
        byte[] whole = Files.readAllBytes(file);
        int framesStart = firstFrame(whole);
        int end = lastNonZero(whole);
        whole = Arrays.copyOf(whole, end + 4096);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int at = framesStart; at < end; at += 101) {
            flip(file, whole, at, random);
            List<Long> read = readOrDamaged(file, at, framesStart);
            if (!read.isEmpty()) {
                assertThat(read).as("byte %d, seed %d", at, SEED).isEqualTo(written.subList(0, read.size()));
                assertThat(read.size()).isGreaterThanOrEqualTo(forcedAndWitnessed);
            }
            Files.createDirectories(file.getParent());
            Files.write(file, whole);
        }
    }

    @Test
    void aTornTailIsCutAndTheJournalGoesOnBehindIt() throws Exception {
        Path image = crashImage(10, 100);
        List<Long> written = JournalDriver.read(copy(image, folder.resolve("written")));
        byte[] whole = Files.readAllBytes(Segments.file(Segments.list(image).get(0)));
        int end = lastNonZero(whole);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 10; round++) {
            Path torn = copy(image, folder.resolve("torn" + round));
            Path file = Segments.file(Segments.list(torn).get(0));
            int from = random.nextInt(firstFrame(whole), end);
            byte[] bytes = whole.clone();
            Arrays.fill(bytes, from, Math.min(end, from + random.nextInt(1, 9000)), (byte) 0);
            Files.write(file, bytes);

            List<Long> read = JournalDriver.read(torn);
            assertThat(read).as("round %d, seed %d", round, SEED).isEqualTo(written.subList(0, read.size()));
            JournalDriver.write(torn, 5, 2).close();
            List<Long> goneOn = JournalDriver.read(torn);
            assertThat(goneOn).as("round %d, seed %d", round, SEED).hasSize(read.size() + 5);
            assertThat(goneOn.subList(0, read.size())).isEqualTo(read);
        }
    }

    @Test
    void aFileThatWasNeverBegunIsDropped() throws Exception {
        JournalDriver.write(folder, 5, 1).close();
        Path begun = Segments.next(folder, Segments.list(folder));
        Files.createDirectory(begun);
        assertThat(JournalDriver.read(folder)).hasSize(5);
        assertThat(begun).doesNotExist();
        Files.createDirectory(begun);
        Files.write(Segments.file(begun), new byte[100_000]);
        assertThat(JournalDriver.read(folder)).hasSize(5);
        assertThat(begun).doesNotExist();
    }

    @Test
    void aMissingFileIsFound() throws Exception {
        for (int i = 0; i < 3; i++) {
            JournalDriver.write(folder, 5, 1).close();
        }
        List<Path> files = Segments.list(folder);
        Segments.delete(files.get(1));
        assertThatThrownBy(() -> JournalDriver.read(folder))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(files.get(0).toString())
                .hasMessageContaining("follows on sequence");
    }

    @Test
    void aFileOfAnotherJournalIsFound() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path own = Files.createDirectory(folder.resolve("own"));
        for (Path journal : List.of(own, other)) {
            JournalDriver.write(journal, 5, 1).close();
            JournalDriver.write(journal, 5, 1).close();
        }
        Files.copy(
                Segments.file(Segments.list(other).get(1)),
                Segments.file(Segments.list(own).get(1)),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> JournalDriver.read(own))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("another journal");
    }

    /** The sequences read; empty when damage was found, which must name the file. */
    private static List<Long> readOrDamaged(Path file, int flipped, int framesStart) {
        try {
            return JournalDriver.read(file.getParent().getParent());
        } catch (JournalDamagedException e) {
            assertThat(e.file()).as("byte %d", flipped).isEqualTo(file.toString());
            if (flipped >= framesStart) {
                assertThat(e.position()).as("byte %d", flipped).isBetween(flipped - 5_000L, (long) flipped);
            }
            return List.of();
        }
    }

    private static void flip(Path file, byte[] whole, int at, SplittableRandom random) throws IOException {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, flipped);
    }

    /** What a killed process leaves: a journal that was not closed. */
    private Path crashImage(int entries, int group) throws IOException {
        Path live = folder.resolve("live");
        try (ChronicleJournal journal = JournalDriver.write(live, entries, group)) {
            assertThat(journal.sizeBytes()).isPositive();
            return copy(live, folder.resolve("image"));
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(paths::add);
        }
        for (Path path : paths) {
            Path target = to.resolve(from.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
        return to;
    }

    private static int firstFrame(byte[] file) {
        return IntStream.range(0, file.length - 3)
                .filter(i -> Frame.intAt(file, i) == Frame.MAGIC)
                .findFirst()
                .orElseThrow();
    }

    private static int lastNonZero(byte[] file) {
        return IntStream.iterate(file.length - 1, i -> i - 1)
                .filter(i -> file[i] != 0)
                .findFirst()
                .orElseThrow();
    }
}
