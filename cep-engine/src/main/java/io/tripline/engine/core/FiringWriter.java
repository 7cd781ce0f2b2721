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
        Alert alert = alert(finding, consequence.message());
        return new Firing(
                alert,
                consequence,
                finding.match().lastEvent(),
                effectNanos,
                finding,
                program.rule().raisesAlerts());
    }

    private Alert alert(Finding finding, String message) {
        RulePlan rule = program.rule();
        PartialMatch match = finding.match();
        Event last = match.lastEvent();
        List<Object> keyValues = keyValues(rule, last);
        SortedMap<String, Object> key = new TreeMap<>();
        for (int i = 0; i < keyValues.size(); i++) {
            key.put(rule.key().parts().get(i).name(), keyValues.get(i));
        }
        List<MatchedStep> matched = new ArrayList<>();
        for (Step step : program.steps()) {
            List<Event> events = match.taken(step.number());
            if (!events.isEmpty()) {
                matched.add(new MatchedStep(step.name(), events));
            }
        }
        boolean absence = program.terms().deadline().isPresent();
        OptionalLong deadlineNanos = absence ? OptionalLong.of(finding.atNanos()) : OptionalLong.empty();
        return new Alert(
                ids.of(rule.name(), rule.version(), keyValues, matched, deadlineNanos),
                rule.name(),
                rule.title(),
                rule.version(),
                rule.severity(),
                Collections.unmodifiableSortedMap(key),
                finding.atNanos(),
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
}
