package io.tripline.console.ingest;

import io.tripline.console.decode.ErrorCode;
import io.tripline.console.decode.EventError;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.BatchProblem;
import io.tripline.engine.host.EventBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A batch on its way to the node, and where its events stood in the body.
 *
 * @param lines of each event of the batch
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor copied
record Outgoing(EventBatch batch, long[] lines) {

    /** The events that fit a newer catalogue, if any do; those that do not are rejected. */
    Optional<Outgoing> encodedFor(EventCatalog newer, IntakeResult result) {
        EventBatch.Translation translation = batch.encodedFor(newer);
        translation.problems().forEach(problem -> result.reject(error(problem)));
        Set<Integer> lost =
                translation.problems().stream().map(BatchProblem::index).collect(Collectors.toSet());
        long[] kept = IntStream.range(0, lines.length)
                .filter(i -> !lost.contains(i))
                .mapToLong(i -> lines[i])
                .toArray();
        return translation.batch().map(fitting -> new Outgoing(fitting, kept));
    }

    private EventError error(BatchProblem problem) {
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.wireName().equals(problem.code()))
                .findFirst()
                .orElse(ErrorCode.WRONG_TYPE);
        String pointer = problem.field().isEmpty() ? "" : "/" + problem.field();
        return new EventError(lines[problem.index()], pointer, code, problem.detail());
    }

    /** All of its events, with one error. */
    List<EventError> errors(ErrorCode code, String detail) {
        return Arrays.stream(lines)
                .mapToObj(line -> new EventError(line, "", code, detail))
                .toList();
    }
}
