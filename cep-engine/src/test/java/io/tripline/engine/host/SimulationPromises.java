package io.tripline.engine.host;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.SubmitResult.Accepted;
import io.tripline.engine.port.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be so when a simulation has ended.
 *
 * @param durable the journal
 * @param acknowledged what clients were told, by the number of the batch
 */
record SimulationPromises(
        List<JournalEntry> durable, Map<Integer, Accepted> acknowledged, SimulatedOutbox outbox, NodeOptions options) {

    void check() {
        sequencesFollow();
        nothingLostAndNothingTwice();
        alertsAreThoseOfTheJournal();
        everyAlertIsDelivered();
    }

    private void sequencesFollow() {
        long last = 0;
        for (JournalEntry entry : durable) {
            require(entry.firstSequence() > last, "sequence " + entry.firstSequence() + " behind " + last);
            last = entry.lastSequence();
        }
    }

    private void nothingLostAndNothingTwice() {
        Set<String> ids = new HashSet<>();
        for (JournalEntry entry : durable) {
            if (entry instanceof JournalEntry.Events events) {
                idsOf(events).forEach(id -> require(ids.add(id), "event " + id + " is in the journal twice"));
            }
        }
        acknowledged.forEach((number, accepted) -> {
            for (long id = 4L * number; id < 4L * number + 4; id++) {
                require(ids.contains("r" + id), "event r" + id + " was acknowledged and is lost");
            }
        });
    }

    private List<String> idsOf(JournalEntry.Events events) {
        List<String> ids = new ArrayList<>();
        Event event = new Event();
        int position = 0;
        for (int i = 0; i < events.count(); i++) {
            event.wrap(catalogOf(events), events.bytes(), position, events.firstSequence() + i, 0);
            ids.add(event.textAt(0));
            position += event.length();
        }
        return ids;
    }

    private EventCatalog catalogOf(JournalEntry.Events events) {
        for (JournalEntry entry : durable) {
            if (entry instanceof JournalEntry.Rules rules && rules.revision() == events.generation()) {
                return new EventCatalog(
                        rules.revision(),
                        RunnableRules.compile(rules.files())
                                .plan()
                                .orElseThrow()
                                .events());
            }
        }
        throw new AssertionError("sequence " + events.firstSequence() + " has no rules");
    }

    /** A node that reads the journal once and never dies says the same, in the same order. */
    private void alertsAreThoseOfTheJournal() {
        FaultyJournal journal = FaultyJournal.of(durable);
        RecordingSink sink = new RecordingSink();
        Node.open(
                        options.withPartitions(1).withLimits(NodeLimits.DEFAULT.withRememberedIds(100_000)),
                        sink,
                        journal,
                        () -> {})
                .close();
        require(
                outbox.lines().equals(sink.lines()),
                "alerts differ: " + outbox.lines().size() + " kept, "
                        + sink.lines().size() + " expected");
    }

    private void everyAlertIsDelivered() {
        Map<String, List<String>> received = new HashMap<>(outbox.received());
        for (String line : outbox.lines()) {
            List<String> bodies = received.remove(SimulatedOutbox.idOf(line));
            require(bodies != null, "never delivered: " + line);
            require(new HashSet<>(bodies).size() == 1, "two bodies: " + bodies);
        }
        require(received.isEmpty(), "delivered and not there: " + received.keySet());
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }
}
