package io.tripline.console.backtest;

import io.tripline.engine.backtest.BacktestResult;
import io.tripline.engine.backtest.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * A result as it is answered, but for its alerts.
 *
 * @param listed how many alerts can be listed
 * @param allListed whether these are all
 */
public record ResultView(
        RangeView range,
        String zone,
        boolean compared,
        DifferenceView alerts,
        List<RuleView> rules,
        List<DayView> days,
        List<KeyView> keys,
        Optional<LabelsView> labels,
        int listed,
        boolean allListed) {

    public record RangeView(
            long fromSequence,
            long throughSequence,
            long events,
            long leftOutEvents,
            Optional<String> firstEventAt,
            Optional<String> lastEventAt,
            long retracted) {}

    public record DifferenceView(long candidate, long compared, long both, long onlyCandidate, long onlyCompared) {

        static DifferenceView of(BacktestResult.Difference difference) {
            return new DifferenceView(
                    difference.candidate(),
                    difference.compared(),
                    difference.both(),
                    difference.onlyCandidate(),
                    difference.onlyCompared());
        }
    }

    public record RuleView(
            String rule, Optional<String> version, Optional<String> comparedVersion, DifferenceView alerts) {}

    public record DayView(String day, long candidate, long compared) {}

    public record KeyView(String key, long candidate, long compared) {}

    public record LabelsView(
            long labels, Optional<String> judgedThrough, QualityView candidate, Optional<QualityView> compared) {}

    public record QualityView(ProportionView precision, ProportionView recall) {

        static QualityView of(BacktestResult.Quality quality) {
            return new QualityView(ProportionView.of(quality.precision()), ProportionView.of(quality.recall()));
        }
    }

    /**
     * A share with its 95 % interval.
     *
     * @param value absent when there is nothing to take a share of
     */
    public record ProportionView(long hits, long of, Optional<Double> value, double low, double high) {

        static ProportionView of(Proportion proportion) {
            return new ProportionView(
                    proportion.hits(),
                    proportion.of(),
                    proportion.value().isPresent()
                            ? Optional.of(proportion.value().getAsDouble())
                            : Optional.empty(),
                    proportion.low(),
                    proportion.high());
        }
    }

    /** Without days and keys. */
    ResultView brief() {
        return new ResultView(range, zone, compared, alerts, rules, List.of(), List.of(), labels, listed, allListed);
    }

    public static ResultView of(BacktestResult result) {
        BacktestResult.Range range = result.range();
        return new ResultView(
                new RangeView(
                        range.fromSequence(),
                        range.throughSequence(),
                        range.events(),
                        range.leftOutEvents(),
                        range.firstEventAt().map(Object::toString),
                        range.lastEventAt().map(Object::toString),
                        range.retracted()),
                result.zone().getId(),
                result.compared(),
                DifferenceView.of(result.alerts()),
                result.rules().stream()
                        .map(rule -> new RuleView(
                                rule.rule(), rule.version(), rule.comparedVersion(), DifferenceView.of(rule.alerts())))
                        .toList(),
                result.days().stream()
                        .map(day -> new DayView(day.day().toString(), day.candidate(), day.compared()))
                        .toList(),
                result.keys().stream()
                        .map(key -> new KeyView(key.key(), key.candidate(), key.compared()))
                        .toList(),
                result.labels()
                        .map(labels -> new LabelsView(
                                labels.labels(),
                                labels.judgedThrough().map(Object::toString),
                                QualityView.of(labels.candidate()),
                                labels.compared().map(QualityView::of))),
                result.listed().size(),
                result.allListed());
    }
}
