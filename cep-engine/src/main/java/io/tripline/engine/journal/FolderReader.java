package io.tripline.engine.journal;

import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.port.JournalRemovedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Reads the files of a journal's folder. With a writer in the same process it reads what the writer shows; without one,
 * all whole frames that are there.
 */
final class FolderReader implements JournalReader {

    /** There is nobody to say what is durable: all that is there is. */
    static final LongSupplier WHATEVER_IS_THERE = () -> Long.MAX_VALUE;

    private final Path journal;
    private final LongSupplier durableThrough;
    private final Holds holds;
    private final Openings openings = new Openings();

    FolderReader(Path journal, LongSupplier durableThrough, Holds holds) {
        this.journal = journal;
        this.durableThrough = durableThrough;
        this.holds = holds;
    }

    @FunctionalInterface
    private interface Look<T> {
        T look() throws IOException;
    }

    private <T> T looking(Look<T> look) {
        try {
            return look.look();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal in " + journal, e);
        }
    }

    @Override
    public long firstSequence() {
        return looking(() -> {
            List<Path> folders = openings.begun(journal);
            return folders.isEmpty() ? 1 : openings.of(folders.get(0)).firstSequence();
        });
    }

    @Override
    public long lastSequence() {
        long durable = durableThrough.getAsLong();
        return durable < Long.MAX_VALUE ? durable : looking(this::lastThere);
    }

    private long lastThere() throws IOException {
        List<Path> folders = openings.begun(journal);
        if (folders.isEmpty()) {
            return 0;
        }
        Path last = folders.get(folders.size() - 1);
        RangeReading reading = new RangeReading(folders, Long.MAX_VALUE);
        reading.run(folders.size() - 1, Long.MAX_VALUE, entry -> true);
        return Math.max(reading.expected() - 1, openings.of(last).previousSequence());
    }

    @Override
    public OptionalLong firstTakenAtOrAfter(long takenAtNanos) {
        long last = durableThrough.getAsLong();
        return looking(() -> {
            OptionalLong[] found = {OptionalLong.empty()};
            new RangeReading(openings.begun(journal), last).run(0, last, entry -> {
                if (entry.takenAtNanos() >= takenAtNanos) {
                    found[0] = OptionalLong.of(entry.firstSequence());
                }
                return found[0].isEmpty();
            });
            return found[0];
        });
    }

    @Override
    public Optional<JournalEntry.Rules> rulesAt(long sequence) {
        long last = Math.min(sequence, durableThrough.getAsLong());
        return looking(() -> {
            List<Path> folders = openings.begun(journal);
            for (int i = openings.indexOf(folders, last); i >= 0; i--) {
                JournalEntry[] found = new JournalEntry[1];
                new RangeReading(folders.subList(0, i + 1), Long.MAX_VALUE).run(i, last, entry -> {
                    if (entry.kind() == Frame.KIND_RULES) {
                        found[0] = entry.entry();
                    }
                    return true;
                });
                if (found[0] instanceof JournalEntry.Rules rules) {
                    return Optional.of(rules);
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public long read(long fromSequence, long throughSequence, Visitor visitor) {
        // What is durable now is in the files that are listed after this.
        long durable = durableThrough.getAsLong();
        Hold hold = hold(fromSequence);
        try {
            return looking(() -> read(fromSequence, throughSequence, durable, visitor));
        } finally {
            hold.close();
        }
    }

    private long read(long from, long through, long durable, Visitor visitor) throws IOException {
        long[] visited = {from - 1};
        List<Path> folders = openings.begun(journal);
        int start = openings.indexOf(folders, from);
        if (start < 0) {
            if (folders.isEmpty()) {
                return visited[0];
            }
            if (openings.of(folders.get(0)).previousSequence() >= from) {
                throw new JournalRemovedException(
                        from, openings.of(folders.get(0)).firstSequence());
            }
            start = 0;
        }
        try {
            new RangeReading(folders, durable).run(start, through, frame -> {
                if (frame.lastSequence() < from) {
                    return true;
                }
                JournalEntry entry = frame.entry();
                boolean goOn = visitor.visit(entry);
                visited[0] = entry.lastSequence();
                return goOn && !Thread.currentThread().isInterrupted();
            });
        } catch (ClosedByInterruptException e) {
            // The thread was asked to stop while it read, and stays so for its caller.
            return visited[0];
        }
        return visited[0];
    }

    @Override
    public Hold hold(long fromSequence) {
        return holds.hold(fromSequence);
    }
}
