package io.tripline.engine.core;

import io.tripline.dsl.plan.KeyPlan.Part;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.match.Finding;
import io.tripline.engine.match.PartialMatch;
import io.tripline.engine.program.Consequence;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Step;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what comes of the matches of one rule. */
final class FiringWriter {

    private final Program program;
    private final AlertId ids;

    FiringWriter(Program program, AlertId ids) {
        this.program = program;
        this.ids = ids;
    }

    /** What comes of a match; windows are as the scope shows them, or as they were when its last event came. */
    Firing write(Finding finding, Scope scope) {
        Consequence consequence = consequence(finding.match(), scope);
        long effectNanos = Math.max(finding.atNanos(), finding.dueNanos());
        return firing(
                matched(finding.match()),
                finding.match().lastEvent(),
                finding.atNanos(),
                effectNanos,
                consequence,
                finding.silent());
    }

    /** What another version has told, as this one would, but that nothing is told of it. */
    Firing silently(Firing other) {
        return firing(
                other.alert().matched(),
                other.lastEvent(),
                other.alert().atNanos(),
                other.effectNanos(),
                other.consequence(),
                true);
    }

    private Firing firing(
            List<MatchedStep> matched,
            Event last,
            long atNanos,
            long effectNanos,
            Consequence consequence,
            boolean isSilent) {
        Alert alert = alert(matched, last, atNanos, consequence.message());
        return new Firing(
                alert, consequence, last, effectNanos, isSilent, program.rule().raisesAlerts());
    }

    private List<MatchedStep> matched(PartialMatch match) {
        List<MatchedStep> matched = new ArrayList<>();
        for (Step step : program.steps()) {
            List<Event> events = match.taken(step.number());
            if (!events.isEmpty()) {
                matched.add(new MatchedStep(step.name(), events));
            }
        }
        return matched;
    }

    private Alert alert(List<MatchedStep> matched, Event last, long atNanos, String message) {
        RulePlan rule = program.rule();
        List<Object> keyValues = keyValues(rule, last);
        SortedMap<String, Object> key = new TreeMap<>();
        for (int i = 0; i < keyValues.size(); i++) {
            key.put(rule.key().parts().get(i).name(), keyValues.get(i));
        }
        boolean absence = program.terms().deadline().isPresent();
        OptionalLong deadlineNanos = absence ? OptionalLong.of(atNanos) : OptionalLong.empty();
        return new Alert(
                ids.of(rule.name(), rule.version(), keyValues, matched, deadlineNanos),
                rule.name(),
                rule.title(),
                rule.version(),
                rule.severity(),
                Collections.unmodifiableSortedMap(key),
                atNanos,
                message,
                matched);
    }

    private Consequence consequence(PartialMatch match, Scope scope) {
        if (match.consequenceOrNull() != null) {
            return match.consequenceOrNull();
        }
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        scope.showRetained(match.lastEvent());
        scope.showCaptures(match);
        Consequence consequence = program.actions().consequence(scope);
        scope.showCaptures(Captures.NONE);
        scope.showAgain(shown, copyOrNull);
        return consequence;
    }

    private static List<Object> keyValues(RulePlan rule, Event event) {
        List<Part> parts = rule.key().parts();
        List<Object> values = new ArrayList<>(parts.size());
        if (!parts.isEmpty()) {
            List<Integer> fields = rule.key().fieldsByEvent().get(event.layout().name());
            fields.forEach(field -> values.add(event.valueAt(field)));
        }
        return values;
    }

    /** Writes what came of a match; the id and the key follow from the rest. */
    void writeState(Firing firing, StateWriter out) {
        out.signed(firing.alert().atNanos()).signed(firing.effectNanos()).flag(firing.isSilent());
        firing.consequence().writeState(out);
        out.event(firing.lastEvent());
        List<MatchedStep> matched = firing.alert().matched();
        int place = 0;
        for (Step step : program.steps()) {
            boolean took = place < matched.size() && matched.get(place).step().equals(step.name());
            out.events(took ? matched.get(place).events() : List.of());
            place += took ? 1 : 0;
        }
    }

    Firing read(StateReader in) {
        long atNanos = in.signed();
        long effectNanos = in.signed();
        boolean isSilent = in.flag();
        Consequence consequence = Consequence.read(in);
        Event last = in.eventOrNull();
        List<MatchedStep> matched = new ArrayList<>();
        for (Step step : program.steps()) {
            List<Event> events = in.events();
            if (!events.isEmpty()) {
                matched.add(new MatchedStep(step.name(), events));
            }
        }
        return firing(matched, last, atNanos, effectNanos, consequence, isSilent);
    }
}
