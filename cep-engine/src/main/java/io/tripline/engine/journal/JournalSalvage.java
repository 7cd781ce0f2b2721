package io.tripline.engine.journal;

import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalEntry.Events;
import io.tripline.engine.port.JournalEntry.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes what can be saved of a damaged journal into a new one. Entries keep their sequences, and what is lost between
 * them stays a gap. Events can only be read with the rules they were written for: where the change of the rules is lost,
 * the copy that the next segment carries takes its place, and events before that are left out.
 */
public final class JournalSalvage {

    /**
     * What was done.
     *
     * @param verified what is wrong with the original
     * @param entries that were saved
     * @param lastSequence the last one of those
     * @param leftOut whole entries that nobody could use any more
     * @param leftOutEvents events in them
     */
    public record Result(VerifyReport verified, long entries, long lastSequence, long leftOut, long leftOutEvents) {}

    private final ChronicleJournal target;
    private Optional<Rules> carried = Optional.empty();
    private long revision;
    private long lastSequence;
    private long entries;
    private long leftOut;
    private long leftOutEvents;

    private JournalSalvage(ChronicleJournal target) {
        this.target = target;
    }

    /**
     * Reads a journal and writes another.
     *
     * @param toDirectory must not have a journal yet
     * @throws UncheckedIOException when a disk refuses
     */
    public static Result salvage(Path dataDirectory, Path toDirectory, JournalVerifier.Progress progress) {
        Path folder = toDirectory.resolve("journal");
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " is there already");
        }
        try (ChronicleJournal target = ChronicleJournal.open(folder, JournalLimits.DEFAULT)) {
            target.begin(target.replay(entry -> {}) + 1);
            JournalSalvage salvage = new JournalSalvage(target);
            VerifyReport report = JournalVerifier.verify(dataDirectory, progress, salvage);
            target.force();
            return new Result(report, salvage.entries, salvage.lastSequence, salvage.leftOut, salvage.leftOutEvents);
        }
    }

    void take(FrameCursor frame) throws IOException {
        if (frame.kind() == Frame.KIND_CARRIED_RULES) {
            carried = frame.rules();
        } else if (frame.holdsEntry()) {
            take(frame.entry());
        }
    }

    private void take(JournalEntry entry) throws IOException {
        if (entry instanceof Events events && events.generation() != revision) {
            useCarriedRules(events.generation());
        }
        boolean usable = !(entry instanceof Events events) || events.generation() == revision;
        if (!usable || entry.firstSequence() <= lastSequence) {
            leftOut++;
            leftOutEvents += entry instanceof Events ? entry.count() : 0;
            return;
        }
        write(entry);
    }

    /** The change itself is lost, but its place is free. */
    private void useCarriedRules(long wanted) throws IOException {
        if (carried.isPresent()
                && carried.get().revision() == wanted
                && carried.get().firstSequence() > lastSequence) {
            write(carried.get());
        }
    }

    private void write(JournalEntry entry) throws IOException {
        if (entry.firstSequence() != lastSequence + 1) {
            target.leaveGap(entry.firstSequence());
        }
        target.reserve(JournalLimits.FRAME_BYTES - 4096);
        target.append(entry);
        lastSequence = entry.lastSequence();
        revision = entry instanceof Rules rules ? rules.revision() : revision;
        entries++;
    }
}
