package io.tripline.engine.backtest;

import io.tripline.engine.core.Alert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a backtest has found. Alerts are those that stand at the end of the range. Two alerts of the candidate and of what
 * it is compared with are the same when rule, key, time and the last matched event are; ids differ where the versions do.
 *
 * @param range what was run over
 * @param zone of the days
 * @param alerts of all rules
 * @param rules in the order of their names
 * @param days those with alerts, in order; by the time of the alert
 * @param keys those with the most alerts, falling
 * @param labels what the labels say of it
 * @param listed alerts of the candidate, then those of the other rules only, each in the order in which they were raised
 * @param allListed whether these are all
 */
public record BacktestResult(
        Range range,
        ZoneId zone,
        boolean compared,
        Difference alerts,
        List<RuleResult> rules,
        List<DayResult> days,
        List<KeyResult> keys,
        Optional<LabelResult> labels,
        List<ListedAlert> listed,
        boolean allListed) {

    /**
     * @param events in the range
     * @param leftOutEvents of all events, those that the candidate's rule set does not declare as they are
     * @param firstEventAt earliest event time in the range; none without events
     * @param retracted alerts of the candidate that were taken back again
     */
    public record Range(
            long fromSequence,
            long throughSequence,
            long events,
            long leftOutEvents,
            Optional<Instant> firstEventAt,
            Optional<Instant> lastEventAt,
            long retracted) {}

    /** Numbers of alerts; where nothing was compared all are the candidate's. */
    public record Difference(long candidate, long compared, long both) {

        public long onlyCandidate() {
            return candidate - both;
        }

        public long onlyCompared() {
            return compared - both;
        }
    }

    public record RuleResult(
            String rule, Optional<String> version, Optional<String> comparedVersion, Difference alerts) {}

    public record DayResult(LocalDate day, long candidate, long compared) {}

    /** @param key the values of its parts, as text */
    public record KeyResult(String key, long candidate, long compared) {}

    /**
     * @param labels that were read
     * @param judgedThrough what is later is too young to be judged
     */
    public record LabelResult(
            long labels, Optional<Instant> judgedThrough, Quality candidate, Optional<Quality> compared) {}

    /**
     * @param precision of the alerts, those about something labelled
     * @param recall of what is labelled, what an alert is about
     */
    public record Quality(Proportion precision, Proportion recall) {}

    /** Whose alert it is. */
    public enum Whose {
        BOTH,
        CANDIDATE,
        COMPARED
    }

    public record ListedAlert(Whose whose, Alert alert) {}

    public BacktestResult {
        rules = List.copyOf(rules);
        days = List.copyOf(days);
        keys = List.copyOf(keys);
        listed = List.copyOf(listed);
    }
}
