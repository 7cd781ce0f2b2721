package io.tripline.console.ingest;

import io.tripline.console.decode.ErrorCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What the node never gets to see. Safe for use by several threads. */
@Component
public final class IntakeCounters {

    private final Map<ErrorCode, LongAdder> rejected = new EnumMap<>(ErrorCode.class);

    IntakeCounters() {
        for (ErrorCode code : ErrorCode.values()) {
            rejected.put(code, new LongAdder());
        }
    }

    void add(IntakeResult result) {
        result.rejectedBy().forEach((code, count) -> rejected.get(code).add(count));
    }

    /** Events that were answered with an error since the process was started. */
    public long rejected() {
        return rejected.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Those of them that were answered with that error. */
    public long rejected(ErrorCode code) {
        return rejected.get(code).sum();
    }
}
