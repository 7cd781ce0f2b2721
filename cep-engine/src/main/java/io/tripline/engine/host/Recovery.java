package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;
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
    private final RecoveryListener listener;
    private final BooleanSupplier closing;
    private long reported;
    private volatile long through;

    Recovery(Pipeline pipeline, RecoveryListener listener, BooleanSupplier closing) {
        this.pipeline = pipeline;
        this.listener = listener;
        this.closing = closing;
    }

    /** The last sequence that has been read. */
    long through() {
        return through;
    }

    /**
     * Returns the last sequence when all of it is worked off.
     *
     * @throws BrokenOffException when the node is being closed
     */
    long run(Journal journal) {
        long last = journal.replay(this::replay);
        pipeline.drain();
        listener.replayed(last);
        return last;
    }

    private void replay(JournalEntry entry) {
        if (closing.getAsBoolean()) {
            throw new BrokenOffException();
        }
        if (entry instanceof JournalEntry.Events events) {
            pipeline.put(new Input.JournaledEvents(events));
        } else if (entry instanceof JournalEntry.Tick tick) {
            pipeline.put(new Input.JournaledTick(tick));
        } else if (entry instanceof JournalEntry.References references) {
            pipeline.put(new Input.JournaledReferences(references));
        } else if (entry instanceof JournalEntry.Rules rules) {
            Compilation compilation = RunnableRules.compile(rules.files());
            pipeline.put(new Input.JournaledRules(
                    rules,
                    compilation
                            .plan()
                            .orElseThrow(() -> new IllegalStateException("the rules of revision " + rules.revision()
                                    + " do not compile any more: " + compilation.diagnostics()))));
        }
        through = entry.lastSequence();
        if (entry.lastSequence() - reported >= REPORT_EVERY) {
            reported = entry.lastSequence();
            listener.replayed(reported);
        }
    }
}
