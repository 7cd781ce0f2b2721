package io.tripline.console.replay;

import io.tripline.alerting.json.OutcomeJson;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.port.OutcomeSink;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Writes outcomes as they come, and counts them. */
final class OutcomeFile implements OutcomeSink {

    private final OutcomeJson json;
    private final AtomicLong count = new AtomicLong();

    OutcomeFile(OutputStream out) {
        this.json = new OutcomeJson(out);
    }

    /** Nothing was kept before: each replay begins anew. */
    @Override
    public long position() {
        return 0;
    }

    @Override
    public void accept(long throughSequence, List<Outcome> outcomes) {
        outcomes.forEach(json::write);
        count.addAndGet(outcomes.size());
    }

    long count() {
        return count.get();
    }

    /** To be called when nothing is accepted any more. */
    void flush() {
        json.flush();
    }
}
