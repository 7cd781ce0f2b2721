package io.tripline.console.ingest;

import io.tripline.console.decode.ErrorCode;
import io.tripline.console.decode.EventError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has become of a body's events. For one thread. */
final class IntakeResult {

    private final int listedErrors;
    private final List<EventError> errors = new ArrayList<>();
    private final Map<ErrorCode, Long> rejectedBy = new EnumMap<>(ErrorCode.class);
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
        rejectedBy.merge(error.code(), 1L, Long::sum);
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

    /** How many were rejected with each error. */
    Map<ErrorCode, Long> rejectedBy() {
        return rejectedBy;
    }

    List<EventError> errors() {
        return errors;
    }

    /** Whether the node has any of it. */
    boolean isTaken() {
        return accepted + duplicates > 0;
    }
}
