package io.tripline.engine.backtest;

import io.tripline.engine.backtest.BacktestResult.DayResult;
import io.tripline.engine.backtest.BacktestResult.Difference;
import io.tripline.engine.backtest.BacktestResult.KeyResult;
import io.tripline.engine.backtest.BacktestResult.ListedAlert;
import io.tripline.engine.backtest.BacktestResult.Quality;
import io.tripline.engine.backtest.BacktestResult.RuleResult;
import io.tripline.engine.backtest.BacktestResult.Whose;
import io.tripline.engine.core.Alert;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Puts what both sides have counted beside each other. */
final class ResultWriter {

    private final BacktestSpec spec;
    private final BacktestLimits limits;
    private final Contender candidate;
    private final Optional<Contender> compared;
    private final AlertTally ours;
    private final AlertTally theirs;

    ResultWriter(BacktestSpec spec, BacktestLimits limits, Contender candidate, Optional<Contender> compared) {
        this.spec = spec;
        this.limits = limits;
        this.candidate = candidate;
        this.compared = compared;
        this.ours = candidate.tally();
        this.theirs = compared.map(Contender::tally).orElseGet(() -> new AlertTally(spec, limits, Optional.empty()));
    }

    BacktestResult result(BacktestResult.Range range, Optional<BacktestResult.LabelResult> labels) {
        TreeSet<String> names = new TreeSet<>(spec.rules());
        names.addAll(ours.rules());
        names.addAll(theirs.rules());
        List<RuleResult> rules = names.stream().map(this::ofRule).toList();
        long both = rules.stream().mapToLong(rule -> rule.alerts().both()).sum();
        List<ListedAlert> listed = listed();
        return new BacktestResult(
                range,
                spec.zone(),
                compared.isPresent(),
                new Difference(ours.total(), theirs.total(), both),
                rules,
                days(),
                keys(),
                labels,
                listed,
                listed.size() == ours.total() + theirs.total() - both);
    }

    static Quality quality(Contender side, LongCounts expected) {
        return new Quality(side.tally().precision(), side.tally().recall(expected));
    }

    private RuleResult ofRule(String rule) {
        LongCounts one = ours.likenesses(rule);
        LongCounts other = theirs.likenesses(rule);
        long[] both = new long[1];
        one.forEach(likeness -> both[0] += Math.min(one.count(likeness), other.count(likeness)));
        return new RuleResult(
                rule,
                candidate.version(rule),
                compared.flatMap(side -> side.version(rule)),
                new Difference(ours.ofRule(rule), theirs.ofRule(rule), both[0]));
    }

    private List<DayResult> days() {
        TreeSet<LocalDate> days = new TreeSet<>(ours.days());
        days.addAll(theirs.days());
        return days.stream()
                .map(day -> new DayResult(day, ours.ofDay(day), theirs.ofDay(day)))
                .filter(day -> day.candidate() + day.compared() > 0)
                .toList();
    }

    private List<KeyResult> keys() {
        TreeSet<String> keys = new TreeSet<>(ours.keys());
        keys.addAll(theirs.keys());
        return keys.stream()
                .map(key -> new KeyResult(key, ours.ofKey(key), theirs.ofKey(key)))
                .filter(key -> key.candidate() + key.compared() > 0)
                .sorted(Comparator.comparingLong((KeyResult key) -> Math.max(key.candidate(), key.compared()))
                        .reversed()
                        .thenComparing(KeyResult::key))
                .limit(limits.shownKeys())
                .toList();
    }

    private List<ListedAlert> listed() {
        List<ListedAlert> listed = new ArrayList<>();
        LongCounts before = new LongCounts();
        for (Alert alert : ours.listed()) {
            boolean both = isAmong(theirs, alert, before);
            listed.add(new ListedAlert(both ? Whose.BOTH : Whose.CANDIDATE, alert));
        }
        LongCounts beforeOfTheirs = new LongCounts();
        for (Alert alert : theirs.listed()) {
            if (!isAmong(ours, alert, beforeOfTheirs)) {
                listed.add(new ListedAlert(Whose.COMPARED, alert));
            }
        }
        return listed;
    }

    /** Whether the other side has so many of the same. */
    private static boolean isAmong(AlertTally others, Alert alert, LongCounts before) {
        long likeness = AlertHash.likeness(alert);
        return before.add(likeness) <= others.likenesses(alert.rule()).count(likeness);
    }
}
