package io.tripline.engine.ruletest;

import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TestPlan;
import io.tripline.dsl.plan.TestPlan.Expectation;
import io.tripline.dsl.plan.TestPlan.ExpectedAlert;
import io.tripline.dsl.plan.TestPlan.ExpectedKey;
import io.tripline.engine.core.Alert;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.value.ValueText;
import java.util.ArrayList;
import java.util.List;

/** Compares alerts with those that are expected: each must be there, and no other, in any order. */
final class AlertComparison {

    private final RulePlan rule;

    AlertComparison(RulePlan rule) {
        this.rule = rule;
    }

    /** A sentence for each alert that is missing or too many. */
    List<String> differences(TestPlan test, List<Alert> alerts) {
        List<Alert> unexpected = new ArrayList<>(alerts);
        List<String> differences = new ArrayList<>();
        for (Expectation expectation : test.expectations()) {
            if (!(expectation instanceof ExpectedAlert expected)) {
                differences.add(line(expectation) + "a rule gives alerts; what else is expected never comes");
            } else if (!removeFirst(unexpected, expected)) {
                differences.add(line(expectation) + "no such alert came");
            }
        }
        unexpected.forEach(alert -> differences.add("not expected: " + describe(alert)));
        return differences;
    }

    private static String line(Expectation expectation) {
        return "line " + expectation.span().startLine() + ": ";
    }

    private boolean removeFirst(List<Alert> alerts, ExpectedAlert expected) {
        for (int i = 0; i < alerts.size(); i++) {
            if (fits(alerts.get(i), expected)) {
                alerts.remove(i);
                return true;
            }
        }
        return false;
    }

    private boolean fits(Alert alert, ExpectedAlert expected) {
        boolean atFits = expected.at().isEmpty() || expected.at().get().equals(Nanos.toInstant(alert.atNanos()));
        boolean messageFits =
                expected.message().isEmpty() || expected.message().get().equals(alert.message());
        return atFits && messageFits && expected.key().stream().allMatch(key -> key(key).equals(keyOf(alert, key)));
    }

    /** Keys are compared by their texts: equal values have equal ones. */
    private String keyOf(Alert alert, ExpectedKey expected) {
        String part = rule.key().parts().get(expected.part()).name();
        return ValueText.of(alert.key().get(part));
    }

    private static String key(ExpectedKey expected) {
        Literal literal = expected.value();
        boolean address = literal.type() == io.tripline.dsl.schema.FieldType.Scalar.IP;
        if (address) {
            byte[] bytes = IpAddresses.parse((String) literal.value());
            return IpAddresses.format(bytes, 0, bytes.length);
        }
        return ValueText.of(literal.value());
    }

    private static String describe(Alert alert) {
        StringBuilder key = new StringBuilder();
        alert.key().forEach((part, value) -> key.append(key.isEmpty() ? "" : ", ")
                .append(part)
                .append(": ")
                .append(ValueText.of(value)));
        return "alert { " + key + " } at " + Nanos.toInstant(alert.atNanos()) + ": " + alert.message();
    }
}
