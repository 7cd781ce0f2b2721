package io.tripline.console.backtest;

import io.tripline.console.backtest.ResultView.DifferenceView;
import io.tripline.console.backtest.ResultView.ProportionView;
import io.tripline.console.backtest.ResultView.QualityView;
import java.util.Locale;

/** A result for the terminal. */
public final class BacktestText {

    private static final int SHOWN_DAYS = 62;
    private static final int SHOWN_KEYS = 10;

    private final ResultView result;
    private final StringBuilder text = new StringBuilder();

    private BacktestText(ResultView result) {
        this.result = result;
    }

    public static String of(ResultView result) {
        return new BacktestText(result).write();
    }

    private String write() {
        line(
                "%,d events, sequence %,d to %,d%s",
                result.range().events(),
                result.range().fromSequence(),
                result.range().throughSequence(),
                result.range()
                        .firstEventAt()
                        .map(first -> ", " + first + " to "
                                + result.range().lastEventAt().orElse(first))
                        .orElse(""));
        if (result.range().leftOutEvents() > 0) {
            line(
                    "%,d events are not declared by these rules and were left out",
                    result.range().leftOutEvents());
        }
        text.append('\n');
        rules();
        days();
        keys();
        result.labels().ifPresent(this::labels);
        if (!result.allListed()) {
            line("%nthere are more alerts than are listed: %,d are", result.listed());
        }
        return text.toString();
    }

    private void rules() {
        line(
                result.compared() ? "%-32s %10s %10s %10s %10s %10s" : "%-32s %10s",
                "alerts",
                "candidate",
                "compared",
                "in both",
                "appear",
                "go");
        result.rules().forEach(rule -> row(rule.rule(), rule.alerts()));
        if (result.rules().size() != 1) {
            row("in all", result.alerts());
        }
    }

    private void row(String name, DifferenceView alerts) {
        line(
                result.compared() ? "%-32s %,10d %,10d %,10d %,10d %,10d" : "%-32s %,10d",
                name,
                alerts.candidate(),
                alerts.compared(),
                alerts.both(),
                alerts.onlyCandidate(),
                alerts.onlyCompared());
    }

    private void days() {
        if (result.days().isEmpty()) {
            return;
        }
        line("%n%-32s %10s%s", "days in " + result.zone(), "candidate", result.compared() ? "   compared" : "");
        result.days().stream().limit(SHOWN_DAYS).forEach(day -> counts(day.day(), day.candidate(), day.compared()));
        more(result.days().size() - SHOWN_DAYS, "days");
    }

    private void keys() {
        if (result.keys().isEmpty()) {
            return;
        }
        line("%n%-32s %10s%s", "keys with the most alerts", "candidate", result.compared() ? "   compared" : "");
        result.keys().stream().limit(SHOWN_KEYS).forEach(key -> counts(key.key(), key.candidate(), key.compared()));
        more(result.keys().size() - SHOWN_KEYS, "keys");
    }

    private void counts(String name, long candidate, long compared) {
        line(result.compared() ? "%-32s %,10d %,10d" : "%-32s %,10d", name, candidate, compared);
    }

    private void more(int count, String what) {
        if (count > 0) {
            line("… and %,d more %s", count, what);
        }
    }

    private void labels(ResultView.LabelsView labels) {
        line(
                "%n%,d labels%s",
                labels.labels(),
                labels.judgedThrough()
                        .map(at -> "; alerts and events through " + at + " are judged")
                        .orElse(""));
        quality("candidate", labels.candidate());
        labels.compared().ifPresent(other -> quality("compared", other));
    }

    private void quality(String whose, QualityView quality) {
        line("%-10s precision %s, recall %s", whose, share(quality.precision()), share(quality.recall()));
    }

    private static String share(ProportionView share) {
        return share.value().isEmpty()
                ? "– (0 of 0)"
                : String.format(
                        Locale.ROOT,
                        "%.1f %% (%,d of %,d; 95 %%: %.1f to %.1f)",
                        100 * share.value().get(),
                        share.hits(),
                        share.of(),
                        100 * share.low(),
                        100 * share.high());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
