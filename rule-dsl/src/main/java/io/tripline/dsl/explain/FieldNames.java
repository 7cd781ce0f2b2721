package io.tripline.dsl.explain;

import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What fields, steps and parts of the key are called where plans name them by number. */
final class FieldNames {

    private final Map<String, List<FieldSchema>> fields = new HashMap<>();
    private final Map<Integer, PatternPlan.Step> steps = new HashMap<>();
    private final KeyPlan key;

    FieldNames(RuleSetPlan rules, List<PatternPlan.Step> steps, KeyPlan key) {
        for (EventSchema event : rules.events()) {
            fields.put(event.name(), event.fields());
        }
        rules.views().forEach(view -> fields.put(view.name(), view.row().fields()));
        rules.tables().forEach(table -> fields.put(table.name(), table.fields()));
        steps.forEach(step -> this.steps.put(step.number(), step));
        this.key = key;
    }

    /** A field of an event type, of a view's rows or of a table. */
    String field(String type, int index) {
        return fields.get(type).get(index).name();
    }

    String step(int number) {
        return steps.get(number).name();
    }

    String stepField(int step, int index) {
        return field(steps.get(step).event(), index);
    }

    /** The type of the events a step takes. */
    String eventOf(int step) {
        return steps.get(step).event();
    }

    String keyPart(int part) {
        return key.parts().get(part).name();
    }
}
