package io.tripline.engine.oracle;

import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the alerts that stand by what the engine says, and objects when it says what cannot be. */
final class StandingAlerts {

    private final Map<String, Alert> byId = new LinkedHashMap<>();
    private final List<Long> late = new ArrayList<>();

    /** What an id was made of, and the id that was made of it: neither may ever change. */
    private final Map<String, String> identityById = new HashMap<>();

    private final Map<String, String> idByIdentity = new HashMap<>();

    private int byTimeAlone;
    private int amendments;
    private int retractions;

    List<StandingAlert> sorted() {
        List<StandingAlert> sorted = new ArrayList<>();
        byId.values().forEach(alert -> sorted.add(standing(alert)));
        Collections.sort(sorted);
        return sorted;
    }

    List<Long> late() {
        return late;
    }

    int amendments() {
        return amendments;
    }

    int retractions() {
        return retractions;
    }

    /** How many alerts were raised by a tick. */
    int byTimeAlone() {
        return byTimeAlone;
    }

    /** Time alone has passed, with these outcomes. */
    void tick(long sequence, Collection<Outcome> outcomes) {
        byTimeAlone += outcomes.size();
        take(sequence, outcomes);
    }

    /** Takes the outcomes of one input. */
    void take(long sequence, Collection<Outcome> outcomes) {
        Outcome previous = null;
        for (Outcome outcome : outcomes) {
            check(outcome.sequence() == sequence, "an outcome of another input: " + outcome);
            if (previous != null) {
                checkOrder(previous, outcome);
            }
            previous = outcome;
            if (outcome instanceof Outcome.Fired fired) {
                checkIdentity(fired.alert());
                check(byId.put(fired.alert().id(), fired.alert()) == null, "fired while it stands: " + fired);
            } else if (outcome instanceof Outcome.Amended amended) {
                checkIdentity(amended.alert());
                Alert before = byId.put(amended.alert().id(), amended.alert());
                check(before != null, "amended, but does not stand: " + amended);
                check(!standing(before).equals(standing(amended.alert())), "amended to what it was: " + amended);
                amendments++;
            } else if (outcome instanceof Outcome.Retracted retracted) {
                Alert before = byId.remove(retracted.alert().id());
                check(before != null, "retracted, but does not stand: " + retracted);
                check(
                        standing(before).equals(standing(retracted.alert())),
                        "retracted " + retracted.alert() + " instead of " + before);
                retractions++;
            } else {
                late.add(((Outcome.Late) outcome).event().sequence());
            }
        }
    }

    /** Of one rule, what no longer stands goes before what is new, each in the order of its time. */
    private static void checkOrder(Outcome previous, Outcome next) {
        if (!previous.rule().equals(next.rule())) {
            return;
        }
        check(
                !(next instanceof Outcome.Retracted) || previous instanceof Outcome.Retracted,
                "retracted after something else: " + next);
        if (previous instanceof Outcome.Retracted a && next instanceof Outcome.Retracted b) {
            check(a.alert().atNanos() <= b.alert().atNanos(), "retracted out of order: " + a + ", " + b);
        } else if (previous instanceof Outcome.Fired a && next instanceof Outcome.Fired b) {
            check(a.alert().atNanos() <= b.alert().atNanos(), "fired out of order: " + a + ", " + b);
        }
    }

    private void checkIdentity(Alert alert) {
        Map<String, List<String>> matched = new LinkedHashMap<>();
        for (MatchedStep step : alert.matched()) {
            matched.put(
                    step.step(),
                    step.events().stream().map(StandingAlerts::identity).toList());
        }
        String identity = alert.rule() + alert.version() + new TreeMap<>(alert.key()) + matched;
        String before = identityById.putIfAbsent(alert.id(), identity);
        check(before == null || before.equals(identity), "one id for " + before + " and " + identity);
        String idBefore = idByIdentity.putIfAbsent(identity, alert.id());
        check(idBefore == null || idBefore.equals(alert.id()), "two ids for " + identity);
    }

    private static String identity(Event event) {
        return event.layout().name() + ":" + event.identity();
    }

    private static StandingAlert standing(Alert alert) {
        Map<String, String> key = new TreeMap<>();
        alert.key().forEach((part, value) -> key.put(part, Rendering.text(value)));
        List<StandingAlert.Taken> matched = new ArrayList<>();
        for (MatchedStep step : alert.matched()) {
            matched.add(new StandingAlert.Taken(
                    step.step(), step.events().stream().map(Event::sequence).toList()));
        }
        return new StandingAlert(alert.rule(), key, alert.atNanos(), alert.message(), matched);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new ImpossibleOutcomeException(otherwise);
        }
    }
}
