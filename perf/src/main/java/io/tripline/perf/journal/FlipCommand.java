package io.tripline.perf.journal;

import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.journal.JournalLimits;
import io.tripline.engine.journal.JournalVerifier;
import io.tripline.engine.journal.RetentionLimits;
import io.tripline.engine.journal.StoredJournal;
import io.tripline.engine.journal.VerifyReport;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * P5: a bit flipped anywhere in a journal, its archives and its indexes is found and named, or every entry is still read
 * as it was written: then the bit lay in Chronicle's own bytes, which nobody reads.
 */
@Command(name = "flip", description = "Flips single bits all over a journal and looks whether that is found.")
public final class FlipCommand implements Callable<Integer> {

    private static final long SEGMENT_BYTES = 2 << 20;
    private static final long BYTES = 12 << 20;

    @Option(names = "--flips", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
    private int flips;

    @Option(names = "--seed", description = "of the flips (default: the clock)")
    private Long seed;

    /** What became of the flips in one kind of file. */
    private static final class Count {
        private int flips;
        private int named;
        private int harmless;
        private int undetected;
    }

    @Override
    public Integer call() throws Exception {
        long chosen = seed == null ? System.nanoTime() : seed;
        System.out.println("seed " + chosen);
        SplittableRandom random = new SplittableRandom(chosen);
        Map<String, Count> counts = new LinkedHashMap<>();
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-flip")) {
            Path data = folder.path();
            write(data.resolve("journal"));
            long digest = digest(data);
            List<Path> files = files(data);
            for (int i = 0; i < flips; i++) {
                // Small files get as many flips as large ones.
                Path file = files.get(random.nextInt(files.size()));
                long at = random.nextLong(Files.size(file));
                int bit = 1 << random.nextInt(8);
                flip(file, at, bit);
                Count count = counts.computeIfAbsent(file.getFileName().toString(), name -> new Count());
                judge(data, file, at, digest, count);
                flip(file, at, bit);
            }
        }
        counts.forEach((name, count) -> System.out.printf(
                "%-16s %,d flips: %,d found and named, %,d changed nothing, undetected %d%n",
                name, count.flips, count.named, count.harmless, count.undetected));
        return counts.values().stream().allMatch(count -> count.undetected == 0) ? 0 : 1;
    }

    /** Some segments of payments, the older ones archived. */
    private static void write(Path folder) {
        JournalLimits limits = JournalLimits.DEFAULT
                .withSegments(SEGMENT_BYTES, Long.MAX_VALUE)
                .withRetention(new RetentionLimits(0, 2 * SEGMENT_BYTES, 0, 0));
        try (ChronicleJournal journal = ChronicleJournal.open(folder, limits)) {
            new RandomPayments(1).fill(journal, BYTES);
            journal.tidy(JournalNeeds.EVERYTHING);
        }
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("metadata.cq4t"))
                    .sorted()
                    .toList();
        }
    }

    private static void judge(Path data, Path file, long at, long digest, Count count) {
        count.flips++;
        VerifyReport report = JournalVerifier.verify(data, (name, read, all) -> {});
        if (report.damages().stream().anyMatch(damage -> damage.file().equals(file.toString()))) {
            count.named++;
        } else if (report.isWhole() && digest(data) == digest) {
            count.harmless++;
        } else {
            count.undetected++;
            System.out.printf("undetected: %s at byte %d; %s%n", file, at, report.damages());
        }
    }

    private static long digest(Path data) {
        long[] sum = new long[1];
        StoredJournal.in(data).read(1, Long.MAX_VALUE, entry -> {
            JournalEntry.Events events = (JournalEntry.Events) entry;
            sum[0] = 31 * sum[0]
                    + RandomPayments.digest(events.bytes(), events.length())
                    + 7 * events.firstSequence()
                    + events.takenAtNanos();
            return true;
        });
        return sum[0];
    }

    private static void flip(Path file, long at, int bit) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ bit);
        }
    }
}
