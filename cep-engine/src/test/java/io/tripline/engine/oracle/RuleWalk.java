package io.tripline.engine.oracle;

import io.tripline.dsl.plan.ActionPlan.MessagePart;
import io.tripline.dsl.plan.FeaturePlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One rule and the events of one of its keys, in their order. */
final class RuleWalk {

    /**
     * A match.
     *
     * @param place of its last event among the key's events
     * @param taken what each step took
     * @param atNanos the time of its last event, or its deadline
     * @param dueNanos it stands once time is later than this
     */
    record Found(int place, Map<Integer, List<SeenEvent>> taken, long atNanos, long dueNanos) {}

    private final RulePlan rule;
    private final List<Object> key;
    private final List<SeenEvent> events;
    /** Those of all keys, in their order. */
    private final List<SeenEvent> all;

    RuleWalk(RulePlan rule, List<Object> key, List<SeenEvent> events, List<SeenEvent> all) {
        this.rule = rule;
        this.key = key;
        this.events = events;
        this.all = all;
    }

    List<SeenEvent> events() {
        return events;
    }

    /** What the rule says once that time has passed, silent for as long as it asks to be after each alert. */
    List<StandingAlert> alerts(long passedNanos) {
        List<Found> alerts = new ArrayList<>();
        for (Found match : matches(passedNanos)) {
            var oncePer = rule.oncePerNanos();
            boolean silent = oncePer.isPresent()
                    && !alerts.isEmpty()
                    && match.atNanos() <= alerts.get(alerts.size() - 1).atNanos() + oncePer.getAsLong();
            if (!silent) {
                alerts.add(match);
            }
        }
        return alerts.stream()
                .filter(match -> match.dueNanos() == Long.MIN_VALUE || match.dueNanos() < passedNanos)
                .map(match -> alert(match, match.atNanos()))
                .toList();
    }

    private List<Found> matches(long passedNanos) {
        if (rule.trigger() instanceof TriggerPlan.Match match) {
            // A match is known by its events: cut into rounds in another way they are the same match.
            Map<Map<Integer, List<SeenEvent>>, Found> different = new LinkedHashMap<>();
            new PatternWalk(this, match)
                    .matches(passedNanos)
                    .forEach(found -> different.putIfAbsent(found.taken(), found));
            return List.copyOf(different.values());
        }
        TriggerPlan.OnEvent on = (TriggerPlan.OnEvent) rule.trigger();
        List<Found> matches = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            Evaluation moment = moment(place, Map.of(0, List.of(events.get(place))));
            if (events.get(place).type().equals(on.step().event())
                    && on.step().condition().map(moment::isTrue).orElse(true)
                    && on.when().map(moment::isTrue).orElse(true)) {
                matches.add(new Found(place, moment.taken(), events.get(place).timeNanos(), Long.MIN_VALUE));
            }
        }
        return matches;
    }

    /** The walker stands at that event, having taken these. */
    Evaluation moment(int place, Map<Integer, List<SeenEvent>> taken) {
        return new Evaluation(
                events.get(place),
                taken,
                key,
                (feature, moment) -> feature(feature, place, moment),
                Evaluation.NO_STEP);
    }

    /** The events at places. */
    Map<Integer, List<SeenEvent>> seen(Map<Integer, List<Integer>> places) {
        Map<Integer, List<SeenEvent>> seen = new TreeMap<>();
        places.forEach(
                (step, taken) -> seen.put(step, taken.stream().map(events::get).toList()));
        return seen;
    }

    private Object feature(int index, int place, Evaluation moment) {
        FeaturePlan feature = rule.features().get(index);
        boolean own = feature.ownKey().isPresent();
        List<SeenEvent> seen = own ? all : events;
        int seenPlace = own ? all.indexOf(events.get(place)) : place;
        List<SeenEvent> counted = WindowMeaning.events(
                feature,
                seen,
                seenPlace,
                event -> event.type().equals(feature.source().event())
                        && feature.source()
                                .condition()
                                .map(alone(event)::isTrue)
                                .orElse(true)
                        && feature.ownKey()
                                .map(key -> hasOwnKey(event, key, moment))
                                .orElse(true));
        return Aggregation.of(
                feature.function(),
                feature.argument(),
                feature.parameter(),
                feature.type(),
                counted,
                moment(place, Map.of()));
    }

    /** Whether an event has what is asked for at that moment. */
    private static boolean hasOwnKey(SeenEvent event, FeaturePlan.OwnKey ownKey, Evaluation moment) {
        return ownKey.parts().stream().allMatch(part -> {
            Object wanted = moment.value(part.value());
            Object has = event.value(part.field());
            return wanted != null && has != null && Values.equal(has, wanted);
        });
    }

    /** A condition on an event alone. */
    private Evaluation alone(SeenEvent event) {
        return new Evaluation(
                event,
                Map.of(),
                key,
                (other, moment) -> {
                    throw new IllegalStateException("a feature within a feature");
                },
                Evaluation.NO_STEP);
    }

    private StandingAlert alert(Found match, long atNanos) {
        Evaluation moment = moment(match.place(), match.taken());
        StringBuilder message = new StringBuilder();
        for (MessagePart part : rule.message()) {
            message.append(
                    part instanceof MessagePart.Text text
                            ? text.text()
                            : Rendering.text(moment.value(((MessagePart.Value) part).expression())));
        }
        Map<String, String> keyText = new TreeMap<>();
        for (int i = 0; i < key.size(); i++) {
            keyText.put(rule.key().parts().get(i).name(), Rendering.text(key.get(i)));
        }
        List<StandingAlert.Taken> matched = new ArrayList<>();
        new TreeMap<>(match.taken()).forEach((step, taken) -> {
            if (!taken.isEmpty()) {
                matched.add(new StandingAlert.Taken(
                        stepName(step), taken.stream().map(SeenEvent::sequence).toList()));
            }
        });
        return new StandingAlert(rule.name(), keyText, atNanos, message.toString(), matched);
    }

    private String stepName(int step) {
        if (rule.trigger() instanceof TriggerPlan.Match match) {
            return RuleWords.stepNames(match.pattern()).get(step);
        }
        return ((TriggerPlan.OnEvent) rule.trigger()).step().name();
    }
}
