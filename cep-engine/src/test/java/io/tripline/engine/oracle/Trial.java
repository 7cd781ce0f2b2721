package io.tripline.engine.oracle;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs rules over a stream with the engine and with the oracle, and says where they differ. */
final class Trial {

    /** Beside one partition: small, and odd enough that keys do not fall into place by chance. */
    private static final int PARTITIONS = 3;

    /**
     * What a trial gave.
     *
     * @param difference what the two answers are, where they are not the same
     * @param alerts the oracle's answer to the whole stream
     * @param skipped whether it was too much for the oracle
     */
    record Verdict(
            Optional<String> difference,
            List<StandingAlert> alerts,
            int late,
            int amendments,
            int retractions,
            int byTimeAlone,
            boolean skipped) {

        static Verdict differs(String difference) {
            return new Verdict(Optional.of(difference), List.of(), 0, 0, 0, 0, false);
        }
    }

    private Trial() {}

    static Compilation compile(String rules) {
        return RuleCompiler.compile(List.of(new SourceFile("random.trip", rules)));
    }

    static String errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::message)
                .collect(Collectors.joining("; "));
    }

    static RuleSetPlan plan(String rules) {
        Compilation compilation = compile(rules);
        return compilation.plan().orElseThrow(() -> new IllegalArgumentException(errors(compilation) + "\n" + rules));
    }

    /** @param everyPrefix whether the answers are compared after each event, and not only after the last */
    static Verdict run(RuleSetPlan plan, String lines, boolean everyPrefix) {
        List<SeenEvent> events = EventLines.parse(plan.events(), lines);
        try {
            return compare(plan, events, EventLines.idleInputs(lines), everyPrefix);
        } catch (TooManyMatchesException e) {
            return new Verdict(Optional.empty(), List.of(), 0, 0, 0, 0, true);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            StackTraceElement where = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
            return Verdict.differs(e + " at " + where);
        }
    }

    private static Verdict compare(RuleSetPlan plan, List<SeenEvent> events, long idleInputs, boolean everyPrefix) {
        // First of all, so that what is too much for the oracle is not given to the engine.
        List<StandingAlert> expected = Oracle.standing(plan, events, idleInputs);
        EngineRun whole = new EngineRun(plan, 1, idleInputs);
        EngineRun parts = new EngineRun(plan, PARTITIONS, idleInputs);
        StandingAlerts standing = new StandingAlerts();
        List<SeenEvent> arrived = new ArrayList<>();
        for (SeenEvent event : events) {
            List<Outcome> outcomes = whole.arrive(event);
            String asText = outcomes.toString();
            String ofParts = parts.arrive(event).toString();
            if (!asText.equals(ofParts)) {
                return Verdict.differs("1 partition:  " + asText + "\n" + PARTITIONS + " partitions: " + ofParts);
            }
            if (event.isTick()) {
                standing.tick(event.sequence(), outcomes);
            } else {
                standing.take(event.sequence(), outcomes);
            }
            arrived.add(event);
            boolean all = arrived.size() == events.size();
            if (everyPrefix || all) {
                List<StandingAlert> now = all ? expected : Oracle.standing(plan, arrived, idleInputs);
                List<StandingAlert> actual = standing.sorted();
                if (!now.equals(actual)) {
                    return Verdict.differs("after event #" + event.sequence() + "\noracle:\n" + lines(now) + "engine:\n"
                            + lines(actual));
                }
            }
        }
        List<Long> late = Oracle.late(arrived, idleInputs).stream()
                .map(SeenEvent::sequence)
                .toList();
        if (!Objects.equals(late, standing.late())) {
            return Verdict.differs("late by the oracle " + late + ", by the engine " + standing.late());
        }
        return new Verdict(
                Optional.empty(),
                expected,
                late.size(),
                standing.amendments(),
                standing.retractions(),
                standing.byTimeAlone(),
                false);
    }

    private static String lines(List<StandingAlert> alerts) {
        return alerts.stream().map(alert -> "  " + alert + "\n").collect(Collectors.joining());
    }
}
