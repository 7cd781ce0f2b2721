package io.tripline.dsl.check;

import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.TestPlan.GivenEvent;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.plan.TestPlan.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One line of a test that stands for many events. */
final class TestEvents {

    private TestEvents() {}

    /** The event and those after it, which differ from it in their time only. */
    static List<Input> repeated(GivenEvent first, int timeField, int count, long everyNanos) {
        List<Input> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long laterNanos = Math.multiplyExact(everyNanos, i);
            List<GivenValue> values = first.values().stream()
                    .map(value -> value.field() == timeField ? later(value, laterNanos) : value)
                    .toList();
            events.add(new GivenEvent(first.event(), values, first.span()));
        }
        return events;
    }

    private static GivenValue later(GivenValue time, long nanos) {
        Literal literal = time.values().get(0);
        Instant moved = ((Instant) literal.value()).plusNanos(nanos);
        return new GivenValue(time.field(), List.of(new Literal(moved, literal.type())));
    }
}
