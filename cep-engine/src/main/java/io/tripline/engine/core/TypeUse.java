package io.tripline.engine.core;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.engine.program.Program;
import java.util.stream.IntStream;

/** What a rule does with the events of one type. Knows no catalogue, so it stays right when types get new numbers. */
final class TypeUse {

    private final EventSchema schema;
    private final KeyReader key;
    private final int[] steps;
    private final int[] features;

    TypeUse(EventSchema schema, Program program) {
        String event = schema.name();
        this.schema = schema;
        this.key = new KeyReader(program.rule().key(), schema, program.rule().name());
        this.steps = IntStream.range(0, program.steps().length)
                .filter(step -> program.steps()[step].event().equals(event))
                .toArray();
        this.features = IntStream.range(0, program.features().length)
                .filter(feature -> program.features()[feature].event().equals(event))
                .toArray();
    }

    EventSchema schema() {
        return schema;
    }

    KeyReader key() {
        return key;
    }

    /** Numbers of the steps that take events of the type. */
    int[] steps() {
        return steps;
    }

    /** Indices of the features that look at them. */
    int[] features() {
        return features;
    }

    boolean isUseful() {
        return steps.length > 0 || features.length > 0;
    }
}
