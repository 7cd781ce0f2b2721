package io.tripline.engine.host;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What a slot of the ring brings to the journal handler. */
sealed interface Input {

    /** Bytes of events it holds on to while it is on its way. */
    default int bytes() {
        return 0;
    }

    /** Who sends it; the node itself has no name. */
    default String source() {
        return "";
    }

    record Events(EventBatch batch, CompletableFuture<SubmitResult> answer) implements Input {
        @Override
        public String source() {
            return batch.source();
        }

        @Override
        public int bytes() {
            return batch.length();
        }
    }

    /**
     * The rules change.
     *
     * @param starts how new and changed rules begin
     * @param warm knows the past for those that do; it still has to read up to the place of the change
     */
    record RuleChange(
            List<SourceFile> files,
            RuleSetPlan plan,
            RuleStarts starts,
            Optional<WarmStart> warm,
            CompletableFuture<Done> answer)
            implements Input {

        /** The change is durable. */
        record Done(RuleSet rules, long sequence) {}

        /** The most that the files can take in the journal. */
        long bytesInJournal() {
            // A character takes at most three bytes of UTF-8, a length four.
            long names = Stream.concat(starts.warmed().stream(), starts.kept().stream())
                    .mapToLong(name -> 4 + 3L * name.length())
                    .sum();
            return 16
                    + names
                    + files.stream()
                            .mapToLong(file ->
                                    8 + 3L * (file.name().length() + file.text().length()))
                            .sum();
        }
    }

    /**
     * Lists and tables change.
     *
     * @param revision of the rule set that declares what changes
     * @param bytesInJournal what the changes take there
     * @param answer gets the position of the change
     */
    record ReferenceChanges(
            long revision, List<ReferenceChange> changes, int bytesInJournal, CompletableFuture<Long> answer)
            implements Input {}

    /** Event time has come there without an event. */
    record TimeAdvance(long timeNanos, CompletableFuture<Void> answer) implements Input {}

    /** Read from the journal at the start. */
    record JournaledEvents(JournalEntry.Events entry) implements Input {
        @Override
        public int bytes() {
            return entry.length();
        }
    }

    /** Read from the journal at the start, and compiled. */
    record JournaledRules(JournalEntry.Rules entry, RuleSetPlan plan, Optional<WarmStart> warm) implements Input {}

    /** Read from the journal at the start. */
    record JournaledReferences(JournalEntry.References entry) implements Input {}

    /** Read from the journal at the start. */
    record JournaledTick(JournalEntry.Tick entry) implements Input {}

    /** The engines say how their rules are doing. Nothing is journaled. */
    record ReadMeters() implements Input {}

    /** What is known here is written. */
    record Snapshot(SnapshotJob job) implements Input {}

    /** Nothing: gives the engines a moment in which they are asked. */
    record Nudge() implements Input {}

    /** The journal is read: new input gets sequences from here on. */
    record BeginAt(long nextSequence, CompletableFuture<Void> answer) implements Input {}
}
