package io.tripline.engine.journal;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.port.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Writes and reads journals; each entry is a function of its sequence, so what is read can be checked. */
final class JournalDriver {

    /** The instants of the entries are any, so they end no file. */
    static final JournalLimits SMALL = new JournalLimits(1 << 20, 1 << 20, 0).withSegments(1 << 20, Long.MAX_VALUE);

    private JournalDriver() {}

    /** Opens, replays, appends {@code entries} entries and forces every {@code group} of them; leaves it open. */
    static ChronicleJournal write(Path folder, int entries, int group) {
        ChronicleJournal journal = ChronicleJournal.open(folder, SMALL);
        long next = journal.replay(entry -> {}) + 1;
        journal.begin(next);
        for (int i = 0; i < entries; i++) {
            JournalEntry entry = entry(next);
            journal.reserve(5_000);
            journal.append(entry);
            if (i % group == group - 1) {
                journal.force();
            }
            next = entry.lastSequence() + 1;
        }
        return journal;
    }

    static JournalEntry entry(long sequence) {
        SplittableRandom random = new SplittableRandom(sequence);
        int kind = random.nextInt(10);
        if (kind == 1) {
            return new JournalEntry.Tick(sequence, random.nextLong(), random.nextLong());
        }
        if (kind == 0) {
            SourceFile file = new SourceFile("rüle-" + sequence + ".trip", "event A { id: string @id }\n".repeat(3));
            return new JournalEntry.Rules(sequence, random.nextLong(), sequence, List.of(file, file));
        }
        byte[] bytes = new byte[8 * random.nextInt(500)];
        random.nextBytes(bytes);
        int count = 1 + random.nextInt(5);
        return new JournalEntry.Events(
                sequence, count, random.nextLong(), 7, "source " + sequence % 3, bytes, bytes.length);
    }

    /** Sequence of every entry, each compared with what was written. */
    static List<Long> read(Path folder) {
        List<Long> sequences = new ArrayList<>();
        ChronicleJournal journal = ChronicleJournal.open(folder, SMALL);
        journal.replay(entry -> {
            requireAsWritten(entry);
            sequences.add(entry.firstSequence());
        });
        return sequences;
    }

    static void requireAsWritten(JournalEntry entry) {
        JournalEntry written = entry(entry.firstSequence());
        boolean same = written instanceof JournalEntry.Events events && entry instanceof JournalEntry.Events read
                ? sameEvents(events, read)
                : written.equals(entry);
        if (!same) {
            throw new AssertionError("entry " + entry.firstSequence() + " is not what was written");
        }
    }

    private static boolean sameEvents(JournalEntry.Events left, JournalEntry.Events right) {
        return left.firstSequence() == right.firstSequence()
                && left.count() == right.count()
                && left.takenAtNanos() == right.takenAtNanos()
                && left.generation() == right.generation()
                && left.source().equals(right.source())
                && Arrays.equals(left.bytes(), 0, left.length(), right.bytes(), 0, right.length());
    }
}
