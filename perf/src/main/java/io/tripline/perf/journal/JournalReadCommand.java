package io.tripline.perf.journal;

import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.journal.JournalLimits;
import io.tripline.engine.journal.RetentionLimits;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalNeeds;
import io.tripline.engine.port.JournalReader;
import io.tripline.perf.node.TemporaryFolder;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the journal alone is: written, read, found in, compressed, and read again. What is read is checked. */
@Command(name = "journal-read", description = "Reading, seeking and compressing a journal, without an engine.")
public final class JournalReadCommand implements Callable<Integer> {

    private static final int SEEKS = 200;

    @Option(names = "--megabytes", defaultValue = "1024", description = "of journal (default: ${DEFAULT-VALUE})")
    private int megabytes;

    @Option(names = "--seed", defaultValue = "1", description = "of the events (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("tripline-journal")) {
            Path journalFolder = folder.path().resolve("journal");
            RandomPayments payments = new RandomPayments(seed);
            long bytes;
            long last;
            try (ChronicleJournal journal = ChronicleJournal.open(journalFolder, JournalLimits.DEFAULT)) {
                long begin = System.nanoTime();
                last = payments.fill(journal, (long) megabytes << 20);
                bytes = journal.sizeBytes();
                System.out.printf("written   %,d events, %,d MB: %s%n", last, bytes >> 20, perGigabyte(begin, bytes));
            }
            RetentionLimits archiveAll = new RetentionLimits(0, 1, 0, 0);
            try (ChronicleJournal journal =
                    ChronicleJournal.open(journalFolder, JournalLimits.DEFAULT.withRetention(archiveAll))) {
                long begin = System.nanoTime();
                journal.replay(entry -> {});
                System.out.printf("start     %s%n", perGigabyte(begin, bytes));
                boolean right = readAll("read", journal.reader(), payments, bytes, last);
                seek(journal.reader(), last);

                begin = System.nanoTime();
                journal.tidy(JournalNeeds.EVERYTHING);
                long now = journal.sizeBytes();
                System.out.printf(
                        "archived  to %,d MB, %.2f of it (the newest file stays): %s%n",
                        now >> 20, (double) now / bytes, perGigabyte(begin, bytes));
                right &= readAll("read", journal.reader(), payments, bytes, last);
                seek(journal.reader(), last);
                return right ? 0 : 1;
            }
        }
    }

    private static boolean readAll(String what, JournalReader reader, RandomPayments payments, long bytes, long last) {
        long begin = System.nanoTime();
        long[] sum = new long[1];
        long through = reader.read(1, Long.MAX_VALUE, entry -> {
            JournalEntry.Events events = (JournalEntry.Events) entry;
            sum[0] += RandomPayments.digest(events.bytes(), events.length());
            return true;
        });
        System.out.printf("%-9s %s%n", what, perGigabyte(begin, bytes));
        if (through != last || sum[0] != payments.digest()) {
            System.out.println("it is not what was written");
            return false;
        }
        return true;
    }

    private static void seek(JournalReader reader, long last) {
        SplittableRandom random = new SplittableRandom(last);
        long begin = System.nanoTime();
        for (int i = 0; i < SEEKS; i++) {
            long sequence = random.nextLong(1, last + 1);
            reader.read(sequence, sequence, entry -> true);
        }
        double bySequence = (System.nanoTime() - begin) / 1e6 / SEEKS;
        begin = System.nanoTime();
        for (int i = 0; i < SEEKS; i++) {
            reader.firstTakenAtOrAfter(RandomPayments.takenAtNanos(random.nextLong(1, last + 1)));
        }
        System.out.printf(
                "seek      %.2f ms by sequence, %.2f ms by time%n",
                bySequence, (System.nanoTime() - begin) / 1e6 / SEEKS);
    }

    private static String perGigabyte(long beginNanos, long bytes) {
        double seconds = (System.nanoTime() - beginNanos) / 1e9;
        return String.format("%.2f s, %.2f s per GB", seconds, seconds / (bytes / 1e9));
    }
}
