package io.tripline.engine.core;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.predicate.Interest;
import io.tripline.engine.predicate.PredicateIndex;
import io.tripline.engine.program.Program;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a rule does with the events of one type. Knows no catalogue, so it stays right when types get new numbers. */
final class TypeUse {

    /** To ask each of so many steps takes longer than to look up those that an event fits. */
    private static final int MANY_STEPS = 6;

    private final Program program;
    private final EventSchema schema;
    private final KeyReader key;
    private final int[] steps;
    private final PredicateIndex stepIndexOrNull;
    private final int[] filters;
    private final int[] features;
    private final boolean named;
    private final boolean concernsEveryEvent;

    TypeUse(EventSchema schema, Program program) {
        String event = schema.name();
        this.program = program;
        this.schema = schema;
        this.key = new KeyReader(program.rule().key(), schema, program.rule().name());
        this.steps = IntStream.range(0, program.steps().length)
                .filter(step -> program.steps()[step].event().equals(event))
                .toArray();
        this.stepIndexOrNull = steps.length < MANY_STEPS ? null : indexOfSteps();
        this.filters = IntStream.range(0, program.filters().length)
                .filter(filter -> program.filters()[filter].event().equals(event))
                .toArray();
        this.named = program.names(event);
        this.features = IntStream.range(0, program.features().length)
                .filter(feature -> looksAt(program.features()[feature], event))
                .toArray();
        this.concernsEveryEvent = Arrays.stream(steps).anyMatch(step -> program.steps()[step].own() == Condition.ALWAYS)
                || Arrays.stream(features)
                        .anyMatch(feature ->
                                program.features()[feature].condition().isEmpty());
    }

    /** Whether a rule looks at events of that type at all. */
    static boolean exists(String event, Program program) {
        return program.names(event) || Arrays.stream(program.features()).anyMatch(feature -> looksAt(feature, event));
    }

    /** What has a key of its own does not go by the rule's. */
    private static boolean looksAt(Feature feature, String event) {
        return !feature.hasOwnKey() && feature.event().equals(event);
    }

    EventSchema schema() {
        return schema;
    }

    KeyReader key() {
        return key;
    }

    /** Which events of the type can change anything; numbered as the caller likes. */
    List<Interest> interests(int subscriber) {
        List<Optional<ExpressionPlan>> conditions = new ArrayList<>();
        if (named && program.seesEveryNamedEvent()) {
            conditions.add(Optional.empty());
        }
        for (int step : steps) {
            conditions.add(program.steps()[step].condition());
        }
        for (int filter : filters) {
            conditions.add(program.filters()[filter].condition());
        }
        for (int feature : features) {
            conditions.add(program.features()[feature].condition());
        }
        return conditions.stream()
                .map(condition ->
                        new Interest(subscriber, condition, program.rule().key()))
                .toList();
    }

    /** Finds which of {@link #steps}, by place there, an event fits, if they are many; null where each is asked. */
    PredicateIndex stepIndexOrNull() {
        return stepIndexOrNull;
    }

    private PredicateIndex indexOfSteps() {
        List<Interest> interests = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            interests.add(new Interest(
                    i, program.steps()[steps[i]].condition(), program.rule().key()));
        }
        return PredicateIndex.of(interests);
    }

    /** Whether every event of the type is looked at for its key, whatever is in it. */
    boolean concernsEveryEvent() {
        return concernsEveryEvent;
    }

    /** Numbers of the steps that take events of the type. */
    int[] steps() {
        return steps;
    }

    /** Numbers of the filters that look at them. */
    int[] filters() {
        return filters;
    }

    /** Whether the pattern names the type. */
    boolean isNamed() {
        return named;
    }

    /** Indices of the features that look at them. */
    int[] features() {
        return features;
    }
}
