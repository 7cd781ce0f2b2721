package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Sends what the journal holds through the ring. One thread runs it, any may ask how far it is. */
final class Recovery {

    /** The node is closed before all is read. */
    static final class BrokenOffException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOffException() {
            super("the node was stopped while it was starting");
        }
    }

    private static final long REPORT_EVERY = 100_000;

    private final Pipeline pipeline;
    private final NodeOptions options;
    private final JournalReader past;
    private final RecoveryListener listener;
    private final BooleanSupplier closing;
    private long knownThrough;
    private long reported;
    private volatile long through;

    /** @param past the journal as it is on the disk, which rules that began warm read again */
    Recovery(Pipeline pipeline, NodeOptions options, JournalReader past, BooleanSupplier closing) {
        this.pipeline = pipeline;
        this.options = options;
        this.past = past;
        this.listener = options.recoveryListener();
        this.closing = closing;
    }

    /** The last sequence that has been read. */
    long through() {
        return through;
    }

    /**
     * Returns the last sequence when all of it is worked off.
     *
     * @param known sequence through which all is known already, from a snapshot
     * @throws BrokenOffException when the node is being closed
     */
    long run(Journal journal, long known) {
        knownThrough = known;
        through = known;
        long last = journal.replay(knownThrough + 1, this::replay);
        if (closing.getAsBoolean()) {
            throw new BrokenOffException();
        }
        if (last < knownThrough) {
            throw new IllegalStateException("the snapshot knows of sequence " + knownThrough
                    + ", but the journal ends at " + last + ": they do not belong together");
        }
        pipeline.drain();
        listener.replayed(last);
        return last;
    }

    private void replay(JournalEntry entry) {
        if (closing.getAsBoolean()) {
            throw new BrokenOffException();
        }
        if (entry.lastSequence() <= knownThrough) {
            return;
        }
        if (entry instanceof JournalEntry.Events events) {
            pipeline.put(new Input.JournaledEvents(events));
        } else if (entry instanceof JournalEntry.Tick tick) {
            pipeline.put(new Input.JournaledTick(tick));
        } else if (entry instanceof JournalEntry.References references) {
            pipeline.put(new Input.JournaledReferences(references));
        } else if (entry instanceof JournalEntry.Rules rules) {
            Compilation compilation = RunnableRules.compile(rules.files());
            RuleSetPlan plan = compilation
                    .plan()
                    .orElseThrow(() -> new IllegalStateException("the rules of revision " + rules.revision()
                            + " do not compile any more: " + compilation.diagnostics()));
            Optional<WarmStart> warm = rules.starts().warmed().isEmpty()
                    ? Optional.empty()
                    : Optional.of(WarmStart.again(
                            past,
                            rules,
                            plan,
                            options.partitions(),
                            options.limits().engine()));
            pipeline.put(new Input.JournaledRules(rules, plan, warm));
        }
        through = entry.lastSequence();
        if (entry.lastSequence() - reported >= REPORT_EVERY) {
            reported = entry.lastSequence();
            listener.replayed(reported);
        }
    }
}
