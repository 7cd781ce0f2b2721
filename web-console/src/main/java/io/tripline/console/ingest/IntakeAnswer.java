package io.tripline.console.ingest;

import io.tripline.console.decode.EventError;
import java.util.Comparator;
import java.util.List;

/** The body of an answer to {@code POST /v1/events}. */
record IntakeAnswer(long accepted, long duplicates, long rejected, List<Line> errors) {

    /** An {@link EventError} as answers print it. */
    record Line(long line, String pointer, String code, String detail) {}

    static IntakeAnswer of(IntakeResult result) {
        return new IntakeAnswer(result.accepted(), result.duplicates(), result.rejected(), lines(result));
    }

    static List<Line> lines(IntakeResult result) {
        return result.errors().stream()
                .sorted(Comparator.comparingLong(EventError::line))
                .map(e -> new Line(e.line(), e.pointer(), e.code().wireName(), e.detail()))
                .toList();
    }
}
