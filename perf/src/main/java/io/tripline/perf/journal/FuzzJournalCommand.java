package io.tripline.perf.journal;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.journal.JournalLimits;
import io.tripline.engine.journal.RetentionLimits;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.table.ReferenceChange.AddToList;
import io.tripline.perf.node.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** P9, of the journal's reader: no bytes make it hang, ask for much memory, or end in any way but the declared one. */
@Command(name = "fuzz-journal", description = "Changes bytes of a journal at random and reads it in every way.")
public final class FuzzJournalCommand implements Callable<Integer> {

    private static final int ENTRIES = 300;

    /** Kept, so that its level stays: every cut tail is worth a warning, but not here. */
    private static final Logger LOG = Logger.getLogger("io.tripline.engine.journal");

    @Option(names = "--executions", defaultValue = "20000", description = "default: ${DEFAULT-VALUE}")
    private int executions;

    @Option(names = "--seed", description = "of the changes (default: the clock)")
    private Long seed;

    @Override
    public Integer call() throws Exception {
        LOG.setLevel(Level.OFF);
        long chosen = seed == null ? System.nanoTime() : seed;
        System.out.println("seed " + chosen);
        System.out.println(run(executions, chosen));
        return 0;
    }

    /**
     * Reads so many changed journals.
     *
     * @return what was done
     * @throws AssertionError for the first that is read otherwise than it may
     */
    static String run(int executions, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long longestMillis = 0;
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-fuzz")) {
            Path data = folder.path();
            write(data.resolve("journal"));
            JournalFuzz fuzz = new JournalFuzz(data, random);
            List<Path> files = files(data);
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files) {
                contents.add(Files.readAllBytes(file));
            }
            for (int i = 0; i < executions; i++) {
                int which = random.nextInt(files.size());
                long begin = System.nanoTime();
                fuzz.run(files.get(which), contents.get(which));
                longestMillis = Math.max(longestMillis, (System.nanoTime() - begin) / 1_000_000);
                restore(files, contents);
            }
            return String.format(
                    "%,d executions, %,d times told as damage, anything else 0; the longest took %d ms",
                    executions, fuzz.damaged(), longestMillis);
        }
    }

    /** A start may have dropped or cut what it took for a torn tail. */
    private static void restore(List<Path> files, List<byte[]> contents) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            if (!Files.exists(files.get(i)) || Files.size(files.get(i)) != contents.get(i).length) {
                Files.createDirectories(files.get(i).getParent());
                Files.write(files.get(i), contents.get(i));
            }
        }
    }

    /** All kinds of entries, in an archive, a closed segment and one that was not closed. */
    private static void write(Path folder) throws IOException {
        JournalLimits limits = JournalLimits.DEFAULT
                .withSegments(100_000, Long.MAX_VALUE)
                .withRetention(new RetentionLimits(0, 150_000, 0, 0));
        try (ChronicleJournal journal = ChronicleJournal.open(folder, limits)) {
            journal.begin(1 + journal.replay(entry -> {}));
            for (int i = 1; i <= ENTRIES; i++) {
                journal.reserve(2_000);
                journal.append(entry(i));
                if (i % 7 == 0) {
                    journal.force();
                }
            }
            journal.tidy(JournalNeeds.EVERYTHING);
        }
    }

    private static JournalEntry entry(int i) {
        return switch (i % 5) {
            case 1 -> new JournalEntry.Rules(i, i, i, List.of(new SourceFile("r.trip", "event A { id: string @id }")));
            case 2 ->
                new JournalEntry.References(
                        i, i, List.of(new AddToList("blocked", List.of("a", 1L), OptionalLong.empty(), i)));
            case 3 -> new JournalEntry.Tick(i, i, i);
            default -> new JournalEntry.Events(i, 1, i, i, "source", new byte[512], 512);
        };
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("metadata.cq4t"))
                    .sorted()
                    .toList();
        }
    }
}
