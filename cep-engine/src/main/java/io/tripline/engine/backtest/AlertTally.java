package io.tripline.engine.backtest;

import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.value.ValueText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The alerts of one side that stand: counted in every way that a result shows. */
final class AlertTally {

    private final BacktestSpec spec;
    private final BacktestLimits limits;
    private final Optional<LabelBook> labels;
    private final ZoneId zone;

    private final LongCounts ids = new LongCounts();
    /** By rule: what its alerts say, whatever version says it. */
    private final Map<String, LongCounts> likenesses = new TreeMap<>();

    private final Map<String, long[]> byRule = new TreeMap<>();
    private final Map<LocalDate, long[]> byDay = new TreeMap<>();
    private final Map<String, long[]> byKey = new HashMap<>();
    private final Map<String, Alert> listed = new LinkedHashMap<>();
    private final LongCounts found = new LongCounts();
    private long total;
    private long retracted;
    private long judged;
    private long right;

    AlertTally(BacktestSpec spec, BacktestLimits limits, Optional<LabelBook> labels) {
        this.spec = spec;
        this.limits = limits;
        this.labels = labels;
        this.zone = spec.zone();
    }

    /** Takes in what an engine says. Alerts of outside the range do not count, nor does what becomes of them. */
    void hear(Outcome outcome) {
        if (!spec.isAbout(outcome.rule()) || !spec.covers(outcome.sequence())) {
            return;
        }
        if (outcome instanceof Outcome.Fired fired) {
            if (ids.size() >= limits.alerts()) {
                throw new BacktestException(String.format(
                        "the rules raise more than %,d alerts in the range; take a shorter one, or fewer rules",
                        limits.alerts()));
            }
            ids.add(AlertHash.of(fired.alert().id()));
            count(fired.alert(), 1);
            if (listed.size() < limits.listedAlerts()) {
                listed.put(fired.alert().id(), fired.alert());
            }
        } else if (outcome instanceof Outcome.Amended amended) {
            listed.replace(amended.alert().id(), amended.alert());
        } else if (outcome instanceof Outcome.Retracted gone
                && ids.remove(AlertHash.of(gone.alert().id()))) {
            count(gone.alert(), -1);
            retracted++;
            listed.remove(gone.alert().id());
        }
    }

    private void count(Alert alert, int by) {
        total += by;
        byRule.computeIfAbsent(alert.rule(), rule -> new long[1])[0] += by;
        byDay.computeIfAbsent(Nanos.toInstant(alert.atNanos()).atZone(zone).toLocalDate(), day -> new long[1])[0] += by;
        countKey(alert, by);
        change(likenesses.computeIfAbsent(alert.rule(), rule -> new LongCounts()), AlertHash.likeness(alert), by);
        if (labels.isPresent() && labels.get().judges(alert)) {
            judged += by;
            List<Long> hits = labels.get().foundBy(alert);
            right += hits.isEmpty() ? 0 : by;
            hits.forEach(hit -> change(found, hit, by));
        }
    }

    private static void change(LongCounts counts, long number, int by) {
        if (by > 0) {
            counts.add(number);
        } else {
            counts.remove(number);
        }
    }

    private void countKey(Alert alert, int by) {
        String key = String.join(
                " · ", alert.key().values().stream().map(ValueText::of).toList());
        long[] count = byKey.get(key);
        if (count != null) {
            count[0] += by;
        } else if (byKey.size() < limits.keys()) {
            byKey.put(key, new long[] {by});
        }
    }

    long total() {
        return total;
    }

    long retracted() {
        return retracted;
    }

    long ofRule(String rule) {
        return byRule.getOrDefault(rule, new long[1])[0];
    }

    long ofDay(LocalDate day) {
        return byDay.getOrDefault(day, new long[1])[0];
    }

    long ofKey(String key) {
        return byKey.getOrDefault(key, new long[1])[0];
    }

    List<String> rules() {
        return List.copyOf(byRule.keySet());
    }

    List<LocalDate> days() {
        return List.copyOf(byDay.keySet());
    }

    List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    LongCounts likenesses(String rule) {
        return likenesses.getOrDefault(rule, new LongCounts());
    }

    /** In the order in which they were raised. */
    List<Alert> listed() {
        return new ArrayList<>(listed.values());
    }

    /** Of the alerts that are old enough to be judged, those that are about something labelled. */
    Proportion precision() {
        return new Proportion(right, judged);
    }

    /** Of what should be found, what was. */
    Proportion recall(LongCounts expected) {
        long[] hits = new long[1];
        expected.forEach(hash -> hits[0] += found.has(hash) ? 1 : 0);
        return new Proportion(hits[0], expected.size());
    }
}
