package io.tripline.engine.journal;

import io.tripline.engine.journal.SegmentIndex.Mark;
import io.tripline.engine.journal.SegmentIndex.RuleMark;
import io.tripline.engine.port.JournalDamagedException;
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
    private final Indexes indexes;
    private final Openings openings = new Openings();

    FolderReader(Path journal, LongSupplier durableThrough, Holds holds, Indexes indexes) {
        this.journal = journal;
        this.durableThrough = durableThrough;
        this.holds = holds;
        this.indexes = indexes;
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
            long first = folders.isEmpty() ? 1 : openings.of(folders.get(0)).firstSequence();
            // What was to be removed may still be there.
            return Math.max(first, Beginning.removedThrough(journal) + 1);
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
        int last = folders.size() - 1;
        long[] found = {openings.of(folders.get(last)).previousSequence()};
        new RangeReading(folders, Long.MAX_VALUE).run(last, Optional.empty(), Long.MAX_VALUE, entry -> {
            found[0] = entry.lastSequence();
            return true;
        });
        return found[0];
    }

    @Override
    public OptionalLong firstTakenAtOrAfter(long takenAtNanos) {
        long durable = durableThrough.getAsLong();
        return looking(() -> {
            List<Path> folders = openings.begun(journal);
            OptionalLong found = OptionalLong.empty();
            for (int i = 0; i < folders.size() && found.isEmpty(); i++) {
                SegmentIndex index = indexOf(folders, i);
                if (i == folders.size() - 1 || index.latestTakenAtNanos() >= takenAtNanos) {
                    found = firstTaken(
                            folders.subList(0, i + 1), index.markForInstant(takenAtNanos), takenAtNanos, durable);
                }
            }
            return found;
        });
    }

    /** Looks into the last of the folders. */
    private static OptionalLong firstTaken(List<Path> folders, Optional<Mark> mark, long takenAtNanos, long durable)
            throws IOException {
        OptionalLong[] found = {OptionalLong.empty()};
        new RangeReading(folders, Long.MAX_VALUE).run(folders.size() - 1, mark, durable, entry -> {
            if (entry.takenAtNanos() >= takenAtNanos) {
                found[0] = OptionalLong.of(entry.firstSequence());
            }
            return found[0].isEmpty();
        });
        return found[0];
    }

    private SegmentIndex indexOf(List<Path> folders, int i) throws IOException {
        Path folder = folders.get(i);
        return i < folders.size() - 1 ? indexes.of(folder) : indexes.ofGrowing(folder);
    }

    @Override
    public Optional<JournalEntry.Rules> rulesAt(long sequence) {
        long last = Math.min(sequence, durableThrough.getAsLong());
        return looking(() -> {
            List<Path> folders = openings.begun(journal);
            int start = openings.indexOf(folders, last);
            if (start < 0) {
                requireKept(folders, last);
            }
            for (int i = start; i >= 0; i--) {
                Optional<RuleMark> mark = indexOf(folders, i).rulesFor(last);
                if (mark.isPresent()) {
                    Path folder = folders.get(i);
                    Optional<JournalEntry.Rules> rules = rulesOf(folder, mark.get(), last);
                    return rules.isPresent() ? rules : Optional.of(rulesByReading(folder, last));
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<JournalEntry.Rules> rulesOf(Path folder, RuleMark mark, long last) throws IOException {
        try (FrameCursor cursor = Segments.open(folder)) {
            cursor.seek(mark.position());
            while (cursor.next() && cursor.firstSequence() <= last) {
                Optional<JournalEntry.Rules> rules = cursor.rules();
                if (rules.isPresent() && rules.get().firstSequence() == mark.sequence()) {
                    return rules;
                }
            }
        }
        return Optional.empty();
    }

    /** For when the index was not of this file; the file itself is believed. */
    private JournalEntry.Rules rulesByReading(Path folder, long last) throws IOException {
        SegmentIndex index = indexes.anew(folder);
        Optional<RuleMark> mark = index.rulesFor(last);
        Optional<JournalEntry.Rules> rules = mark.isEmpty() ? Optional.empty() : rulesOf(folder, mark.get(), last);
        return rules.orElseThrow(() -> new JournalDamagedException(
                folder.toString(), 0, "the rules in force at sequence " + last + " cannot be found"));
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
        List<Path> folders = openings.begun(journal);
        int start = openings.indexOf(folders, from);
        if (start < 0) {
            requireKept(folders, from);
            start = 0;
        }
        long[] visited = {from - 1};
        try {
            new RangeReading(folders, durable).run(start, markFor(folders, start, from), through, frame -> {
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

    private Optional<Mark> markFor(List<Path> folders, int start, long from) throws IOException {
        if (folders.isEmpty() || openings.of(folders.get(start)).firstSequence() >= from) {
            return Optional.empty();
        }
        return indexOf(folders, start).markFor(from);
    }

    private void requireKept(List<Path> folders, long sequence) throws IOException {
        if (!folders.isEmpty() && openings.of(folders.get(0)).previousSequence() >= sequence) {
            throw new JournalRemovedException(
                    sequence, openings.of(folders.get(0)).firstSequence());
        }
    }

    @Override
    public Hold hold(long fromSequence) {
        return holds.hold(fromSequence);
    }
}
