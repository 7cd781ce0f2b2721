package io.tripline.engine.driver;

import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Event;
import io.tripline.engine.view.Row;
import java.util.List;
import java.util.stream.Collectors;

/** Outcomes as short lines: {@code + r a=A1 b=B2}, with {@code -} for retracted, {@code ~} for amended. */
public final class OutcomeText {

    private OutcomeText() {}

    /** Which rule matched what. */
    public static String matched(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            return "+ " + matched(fired.alert());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            return "- " + matched(retracted.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            return "~ " + matched(amended.alert());
        }
        if (outcome instanceof Outcome.RowPublished published) {
            return "row " + row(published.row());
        } else if (outcome instanceof Outcome.RowWithdrawn withdrawn) {
            return "withdrawn " + row(withdrawn.row());
        }
        return outcome instanceof Outcome.Late late ? "late " + late.event().identity() : effect(outcome);
    }

    /** What a rule did beside its alert, or a decision said. */
    private static String effect(Outcome outcome) {
        if (outcome instanceof Outcome.ListChanged change) {
            return change.rule()
                    + (change.added() ? " adds " : " removes ")
                    + change.value()
                    + (change.added() ? " to " : " from ")
                    + change.list();
        } else if (outcome instanceof Outcome.Emitted emitted) {
            return emitted.rule() + " emits " + emitted.event().layout().name() + " "
                    + emitted.event().values();
        } else if (outcome instanceof Outcome.ListForgotten forgotten) {
            return forgotten.list() + " is forgotten";
        } else if (outcome instanceof Outcome.EffectRefused refused) {
            return refused.rule() + " refused: " + refused.reason();
        }
        Outcome.Verdict verdict = (Outcome.Verdict) outcome;
        return verdict.decision() + " of " + verdict.event().identity() + ": " + verdict.verdict() + ", score "
                + verdict.score();
    }

    private static String row(Row row) {
        return row.view() + " " + row.values().values();
    }

    private static String matched(Alert alert) {
        return alert.rule() + " "
                + alert.matched().stream()
                        .map(step -> step.step() + "="
                                + step.events().stream().map(Event::identity).collect(Collectors.joining("+")))
                        .collect(Collectors.joining(" "));
    }

    /** What the alert says; of a late event, as {@link #matched}. */
    public static String message(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            return "+ " + fired.alert().message();
        } else if (outcome instanceof Outcome.Retracted retracted) {
            return "- " + retracted.alert().message();
        } else if (outcome instanceof Outcome.Amended amended) {
            return "~ " + amended.alert().message();
        }
        return matched(outcome);
    }

    /** Everything there is to an outcome. */
    public static String full(Outcome outcome) {
        return outcome.sequence() + " " + outcome;
    }

    public static List<String> matched(List<Outcome> outcomes) {
        return outcomes.stream().map(OutcomeText::matched).toList();
    }

    public static List<String> messages(List<Outcome> outcomes) {
        return outcomes.stream().map(OutcomeText::message).toList();
    }
}
