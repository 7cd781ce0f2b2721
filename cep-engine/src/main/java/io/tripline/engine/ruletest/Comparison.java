package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.KeyPlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.Expectation;
import io.tripline.dsl.plan.TestPlan.ExpectedAlert;
import io.tripline.dsl.plan.TestPlan.ExpectedEvent;
import io.tripline.dsl.plan.TestPlan.ExpectedKey;
import io.tripline.dsl.plan.TestPlan.ExpectedVerdict;
import io.tripline.dsl.plan.TestPlan.GivenValue;
import io.tripline.dsl.schema.FieldType;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome.Verdict;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.value.ValueText;
import io.tripline.engine.view.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what came with what is expected: each must be there, and nothing else, in any order. */
final class Comparison {

    private final TestPlan test;
    private final List<KeyPlan.Part> key;

    /**
     * A comparison for one test.
     *
     * @param key of the rule that is tested; empty for a decision
     */
    Comparison(TestPlan test, List<KeyPlan.Part> key) {
        this.test = test;
        this.key = key;
    }

    /**
     * A sentence for each that is missing or too many.
     *
     * @param came an {@link Alert}, an {@link Event}, a {@link Row} or a {@link Verdict} each
     */
    List<String> differences(List<Object> came) {
        List<Object> unexpected = new ArrayList<>(came);
        List<String> differences = new ArrayList<>();
        for (Expectation expectation : test.expectations()) {
            Optional<Object> found =
                    unexpected.stream().filter(one -> fits(one, expectation)).findFirst();
            if (found.isPresent()) {
                unexpected.remove(found.get());
            } else {
                differences.add("line " + expectation.span().startLine() + ": " + missing(expectation));
            }
        }
        unexpected.forEach(one -> differences.add("not expected: " + describe(one)));
        return differences;
    }

    private String missing(Expectation expectation) {
        if (expectation instanceof ExpectedEvent event) {
            return "no such " + (event.event().equals(test.subject()) ? "row" : event.event()) + " came";
        } else if (expectation instanceof ExpectedVerdict verdict) {
            return "no such verdict came: " + verdict.verdict();
        }
        return "no such alert came";
    }

    private boolean fits(Object one, Expectation expectation) {
        long atNanos = atNanos(one);
        if (expectation.at().isPresent() && !expectation.at().get().equals(Nanos.toInstant(atNanos))) {
            return false;
        }
        if (expectation instanceof ExpectedAlert expected) {
            return one instanceof Alert alert
                    && (expected.message().isEmpty() || expected.message().get().equals(alert.message()))
                    && expected.key().stream().allMatch(part -> fits(part, alert));
        } else if (expectation instanceof ExpectedEvent expected) {
            boolean named = one instanceof Row
                    || one instanceof Event event && event.layout().name().equals(expected.event());
            return named
                    && expected.values().stream()
                            .allMatch(value -> fits(value, eventOf(one).orElseThrow()));
        }
        return one instanceof Verdict verdict && verdict.verdict().equals(((ExpectedVerdict) expectation).verdict());
    }

    private static Optional<Event> eventOf(Object one) {
        if (one instanceof Row row) {
            return Optional.of(row.values());
        }
        return one instanceof Event event ? Optional.of(event) : Optional.empty();
    }

    private static long atNanos(Object one) {
        if (one instanceof Alert alert) {
            return alert.atNanos();
        } else if (one instanceof Verdict verdict) {
            return verdict.event().timeNanos();
        }
        return eventOf(one).orElseThrow().timeNanos();
    }

    /** Values are compared by their texts: equal ones have equal texts. */
    private boolean fits(ExpectedKey expected, Alert alert) {
        KeyPlan.Part part = key.get(expected.part());
        Object value = alert.key().get(part.name());
        return text(GivenValues.plain(expected.value(), part.type())).equals(text(value));
    }

    private static boolean fits(GivenValue expected, Event event) {
        FieldType type = event.layout().fieldType(expected.field());
        return text(GivenValues.plain(expected, type)).equals(text(event.valueAt(expected.field())));
    }

    private static String text(Object plain) {
        return ValueText.of(plain);
    }

    private static String describe(Object one) {
        String at = " at " + Nanos.toInstant(atNanos(one));
        if (one instanceof Alert alert) {
            return "alert { " + describe(alert.key()) + " }" + at + ": " + alert.message();
        } else if (one instanceof Row row) {
            return "row { " + describe(row.values().values()) + " }" + at;
        } else if (one instanceof Event event) {
            return event.layout().name() + " { " + describe(event.values()) + " }" + at;
        }
        Verdict verdict = (Verdict) one;
        return verdict.verdict() + at + ", with a score of " + verdict.score();
    }

    private static String describe(Map<String, Object> values) {
        StringBuilder described = new StringBuilder();
        values.forEach((name, value) -> described
                .append(described.isEmpty() ? "" : ", ")
                .append(name)
                .append(": ")
                .append(text(value)));
        return described.toString();
    }
}
