package io.tripline.perf.journal;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.port.JournalEntry;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/** Payments with ids, cards and amounts that do not repeat more than real ones do, put into a journal without a node. */
final class RandomPayments {

    private static final int BATCH = 500;
    private static final int GROUP = 20;
    private static final int CARDS = 200_000;
    private static final long START_NANOS = 1_772_323_200_000_000_000L;
    private static final long APART_NANOS = 100_000;

    private static final SourceFile EVENTS = new SourceFile("payments.trip", """
            event Payment {
              id       string   @id
              card     string
              merchant string
              country  string
              amount   decimal
              at       timestamp @time
            }
            """);

    private final SplittableRandom random;
    private long digest;

    RandomPayments(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An entry with that first sequence was taken in at that instant. */
    static long takenAtNanos(long sequence) {
        return START_NANOS + sequence * APART_NANOS;
    }

    static long digest(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    /** The sum of the digests of all batches. */
    long digest() {
        return digest;
    }

    /** Fills a new journal; returns the last sequence. */
    long fill(ChronicleJournal journal, long bytes) {
        Compilation rules = RuleCompiler.compile(List.of(EVENTS));
        EventCatalog catalog = new EventCatalog(1, rules.plan().orElseThrow().events());
        journal.begin(journal.replay(entry -> {}) + 1);
        long next = 1;
        for (int batch = 1; journal.sizeBytes() < bytes; batch++) {
            EventWriter writer = batch(catalog.layoutOrNull("Payment"), next);
            byte[] events = writer.toByteArray();
            digest += digest(events, writer.length());
            journal.reserve(writer.length() + 1024L);
            journal.append(
                    new JournalEntry.Events(next, BATCH, takenAtNanos(next), 1, "payments", events, writer.length()));
            next += BATCH;
            if (batch % GROUP == 0) {
                journal.force();
            }
        }
        journal.force();
        return next - 1;
    }

    private EventWriter batch(EventLayout layout, long first) {
        EventWriter writer = new EventWriter(160 * BATCH);
        for (int i = 0; i < BATCH; i++) {
            writer.begin(layout);
            writer.putText(0, String.format(Locale.ROOT, "pay_%016x", random.nextLong()));
            writer.putText(1, String.format(Locale.ROOT, "card%08d", random.nextInt(CARDS) * 7919));
            writer.putText(2, "merchant-" + random.nextInt(3_000));
            writer.putText(3, Locale.getISOCountries()[random.nextInt(60)]);
            writer.putDecimal(4, Decimals.pack(random.nextInt(1, 50_000), 2));
            writer.putLong(5, takenAtNanos(first + i));
            writer.end();
        }
        return writer;
    }
}
