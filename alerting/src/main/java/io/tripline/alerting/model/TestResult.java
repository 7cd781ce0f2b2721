package io.tripline.alerting.model;

import java.util.Optional;

/**
 * How a test delivery went.
 *
 * @param status of the receiver's answer, if there was one
 * @param error what went wrong; empty when nothing did
 */
public record TestResult(boolean delivered, Optional<Integer> status, long durationMillis, Optional<String> error) {}
