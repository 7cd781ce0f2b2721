package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.value.ValueText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes the ids of alerts: the first 128 bits of the SHA-256 of the rule, its version, the key and, step by step, the
 * identities of the matched events, each behind its length; behind them the deadline of an absence.
 */
final class AlertId {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    AlertId() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String of(String rule, String version, List<Object> key, List<MatchedStep> matched, OptionalLong deadlineNanos) {
        digest.reset();
        add(rule);
        add(version);
        addNumber(key.size());
        key.forEach(part -> add(ValueText.of(part)));
        for (MatchedStep step : matched) {
            add(step.step());
            addNumber(step.events().size());
            step.events().stream().map(Event::identity).forEach(this::add);
        }
        deadlineNanos.ifPresent(this::addTime);
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        addNumber(bytes.length);
        digest.update(bytes);
    }

    private void addTime(long nanos) {
        addNumber((int) (nanos >>> 32));
        addNumber((int) nanos);
    }

    private void addNumber(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
    }
}
