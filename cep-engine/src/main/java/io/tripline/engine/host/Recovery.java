package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalEntry;

/** Sends what the journal holds through the ring. */
final class Recovery {

    private static final long REPORT_EVERY = 100_000;

    private final Pipeline pipeline;
    private final RecoveryListener listener;
    private long reported;

    Recovery(Pipeline pipeline, RecoveryListener listener) {
        this.pipeline = pipeline;
        this.listener = listener;
    }

    /** Returns the last sequence when all of it is worked off. */
    long run(Journal journal) {
        long last = journal.replay(this::replay);
        pipeline.drain();
        listener.replayed(last);
        return last;
    }

    private void replay(JournalEntry entry) {
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
        if (entry.lastSequence() - reported >= REPORT_EVERY) {
            reported = entry.lastSequence();
            listener.replayed(reported);
        }
    }
}
