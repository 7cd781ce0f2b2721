package io.tripline.console.ingest;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What the node never gets to see. Safe for use by several threads. */
@Component
public final class IntakeCounters {

    private final LongAdder rejected = new LongAdder();

    void add(IntakeResult result) {
        rejected.add(result.rejected());
    }

    /** Events that were answered with an error since the process was started. */
    public long rejected() {
        return rejected.sum();
    }
}
