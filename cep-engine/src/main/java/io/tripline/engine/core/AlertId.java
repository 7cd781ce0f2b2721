package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.event.IdDigest;
import io.tripline.engine.value.ValueText;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes the ids of alerts: the first 128 bits of the SHA-256 of the rule, its version, the key and, step by step, the
 * identities of the matched events, each behind its length; behind them the deadline of an absence.
 */
final class AlertId {

    private final IdDigest digest = new IdDigest();

    String of(String rule, String version, List<Object> key, List<MatchedStep> matched, OptionalLong deadlineNanos) {
        digest.add(rule).add(version).addNumber(key.size());
        key.forEach(part -> digest.add(ValueText.of(part)));
        for (MatchedStep step : matched) {
            digest.add(step.step()).addNumber(step.events().size());
            step.events().stream().map(Event::identity).forEach(digest::add);
        }
        deadlineNanos.ifPresent(digest::addTime);
        return digest.take();
    }
}
