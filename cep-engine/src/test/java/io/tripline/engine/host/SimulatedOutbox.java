package io.tripline.engine.host;

import io.tripline.engine.core.Outcome;
import io.tripline.engine.port.OutcomeSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Alerts and deliveries as the alert store keeps them, outcomes and position in one transaction, and a receiver that does
 * not answer, or whose answers get lost. The process may die before a transaction, behind it, before a request, and
 * between a request and its record.
 */
final class SimulatedOutbox implements OutcomeSink {

    /** The process has died; nothing catches this. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death() {
            super("the simulated process has died", null, false, false);
        }
    }

    private record Delivery(String id, String body) {}

    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();
    private final List<Delivery> pending = new ArrayList<>();
    private final Map<String, List<String>> received = new LinkedHashMap<>();
    private long position;
    private boolean trouble;
    private int requests;

    SimulatedOutbox(SplittableRandom random) {
        this.random = random;
    }

    /** From now on nothing goes wrong here, or things do. */
    void trouble(boolean there) {
        trouble = there;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void accept(long throughSequence, List<Outcome> outcomes) {
        int fate = trouble ? random.nextInt(80) : 80;
        if (fate == 0) {
            throw new Death();
        } else if (fate == 1) {
            throw new IllegalStateException("the simulated database is away");
        }
        if (throughSequence > position) {
            keep(throughSequence, outcomes);
        }
        if (fate == 2) {
            throw new Death();
        } else if (fate == 3) {
            throw new IllegalStateException("the simulated database has kept it and says it has not");
        }
    }

    private void keep(long throughSequence, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            String line = RecordingSink.line(outcome);
            lines.add(line);
            pending.add(new Delivery(idOf(line), line));
        }
        position = throughSequence;
    }

    /** As the webhook-id follows from what is reported: sequence, kind, rule and the alert's id. */
    static String idOf(String line) {
        return Arrays.stream(line.split(" ", 5)).limit(4).collect(Collectors.joining(" "));
    }

    /** Tries to deliver one; false when there is none. */
    boolean deliver() {
        if (pending.isEmpty()) {
            return false;
        }
        Delivery delivery = pending.get(random.nextInt(pending.size()));
        int fate = trouble ? random.nextInt(30) : 30;
        if (fate >= 3 && fate < 8) {
            return true; // the receiver is away
        }
        requests++;
        received.computeIfAbsent(delivery.id(), id -> new ArrayList<>()).add(delivery.body());
        if (fate == 0) {
            throw new Death();
        } else if (fate > 2) {
            pending.remove(delivery); // else the answer got lost
        }
        return true;
    }

    List<String> lines() {
        return lines;
    }

    /** The bodies that came, by id. */
    Map<String, List<String>> received() {
        return received;
    }

    int requests() {
        return requests;
    }
}
