package io.tripline.engine.host;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.replay.EventTranslator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a batch again for another catalogue. Rare: it happens to batches that a rule change overtakes. */
final class BatchTranslator {

    private final EventBatch batch;
    private final EventCatalog newer;

    BatchTranslator(EventBatch batch, EventCatalog newer) {
        this.batch = batch;
        this.newer = newer;
    }

    EventBatch.Translation translate() {
        EventWriter writer = new EventWriter(batch.length() + 64);
        EventTranslator translator = EventTranslator.exact(newer, writer);
        List<BatchProblem> problems = new ArrayList<>();
        Event event = new Event();
        int position = 0;
        for (int i = 0; i < batch.count(); i++) {
            event.wrap(batch.catalog(), batch.events(), position, 0, 0);
            int index = i;
            translator
                    .translate(event)
                    .ifPresent(misfit ->
                            problems.add(new BatchProblem(index, misfit.code(), misfit.field(), misfit.detail())));
            position += event.length();
        }
        return new EventBatch.Translation(
                writer.count() == 0
                        ? Optional.empty()
                        : Optional.of(new EventBatch(
                                newer, writer.toByteArray(), writer.length(), writer.count(), batch.source())),
                problems);
    }
}
