package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.Expectation;
import io.tripline.dsl.plan.TestPlan.ExpectedEvent;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.value.ValueText;
import java.util.ArrayList;
import java.util.List;

/** Compares events, or rows of a view, with those that are expected: each must be there, and no other, in any order. */
final class EventComparison {

    /** How an event is called in what is said of it. */
    private final String noun;

    EventComparison(String noun) {
        this.noun = noun;
    }

    /** A sentence for each event that is missing or too many. */
    List<String> differences(TestPlan test, List<Event> events) {
        List<Event> unexpected = new ArrayList<>(events);
        List<String> differences = new ArrayList<>();
        for (Expectation expectation : test.expectations()) {
            if (!(expectation instanceof ExpectedEvent expected) || !removeFirst(unexpected, expected)) {
                differences.add("line " + expectation.span().startLine() + ": no such " + noun + " came");
            }
        }
        unexpected.forEach(event -> differences.add("not expected: " + describe(event)));
        return differences;
    }

    private static boolean removeFirst(List<Event> events, ExpectedEvent expected) {
        for (int i = 0; i < events.size(); i++) {
            if (fits(events.get(i), expected)) {
                events.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean fits(Event event, ExpectedEvent expected) {
        boolean atFits = expected.at().isEmpty() || expected.at().get().equals(Nanos.toInstant(event.timeNanos()));
        return atFits
                && expected.values().stream()
                        .allMatch(value -> text(value, event.layout().fieldType(value.field()))
                                .equals(ValueText.of(event.valueAt(value.field()))));
    }

    /** Values are compared by their texts: equal values have equal ones. */
    private static String text(GivenValue value, FieldType type) {
        List<Literal> literals = value.values();
        if (type == Scalar.GEO) {
            return ValueText.of(new GeoPoint(
                    ((Number) literals.get(0).value()).doubleValue(),
                    ((Number) literals.get(1).value()).doubleValue()));
        }
        List<Object> plain = literals.stream().map(EventComparison::plain).toList();
        return ValueText.of(type instanceof FieldType.ListType ? plain : plain.get(0));
    }

    private static Object plain(Literal literal) {
        if (literal.type() == Scalar.IP) {
            byte[] bytes = IpAddresses.parse((String) literal.value());
            return IpAddresses.format(bytes, 0, bytes.length);
        }
        return literal.value();
    }

    private String describe(Event event) {
        StringBuilder fields = new StringBuilder();
        event.values().forEach((field, value) -> fields.append(fields.isEmpty() ? "" : ", ")
                .append(field)
                .append(": ")
                .append(ValueText.of(value)));
        return noun + " { " + fields + " } at " + Nanos.toInstant(event.timeNanos());
    }
}
