package io.tripline.console.ingest;

import io.tripline.console.decode.EventError;
import java.util.ArrayList;
import java.util.List;

/** What has become of a body's events. For one thread. */
final class IntakeResult {

    private final int listedErrors;
    private final List<EventError> errors = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long rejected;

    IntakeResult(int listedErrors) {
        this.listedErrors = listedErrors;
    }

    void accept(int events, int seenBefore) {
        accepted += events;
        duplicates += seenBefore;
    }

    void reject(EventError error) {
        rejected++;
        if (errors.size() < listedErrors) {
            errors.add(error);
        }
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    long rejected() {
        return rejected;
    }

    List<EventError> errors() {
        return errors;
    }

    /** Whether the node has any of it. */
    boolean isTaken() {
        return accepted + duplicates > 0;
    }
}
