package io.tripline.engine.core;

import io.tripline.dsl.plan.KeyPlan.Part;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Captures;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.match.Finding;
import io.tripline.engine.match.PartialMatch;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the alerts of one rule. */
final class AlertWriter {

    private final Program program;
    private final AlertId ids;

    AlertWriter(Program program, AlertId ids) {
        this.program = program;
        this.ids = ids;
    }

    /** The alert of a match; windows are as the scope shows them, or as they were when its last event came. */
    Alert write(Finding finding, Scope scope) {
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
                message(match, scope),
                matched);
    }

    private String message(PartialMatch match, Scope scope) {
        if (match.messageOrNull() != null) {
            return match.messageOrNull();
        }
        Event shown = scope.event();
        Event copyOrNull = scope.retainedOrNull();
        scope.showRetained(match.lastEvent());
        scope.showCaptures(match);
        String message = program.message().render(scope);
        scope.showCaptures(Captures.NONE);
        scope.showAgain(shown, copyOrNull);
        return message;
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
