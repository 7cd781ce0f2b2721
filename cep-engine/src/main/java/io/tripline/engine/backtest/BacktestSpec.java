package io.tripline.engine.backtest;

import io.tripline.dsl.plan.RuleSetPlan;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be run.
 *
 * @param candidate the rules in question
 * @param compared the rules they are compared with
 * @param rules names of the rules whose alerts count; all where none is named
 * @param fromSequence alerts count that an input from here on has caused
 * @param throughSequence and up to here
 * @param zone where the days are counted
 */
public record BacktestSpec(
        Rules candidate,
        Optional<Rules> compared,
        Set<String> rules,
        long fromSequence,
        long throughSequence,
        ZoneId zone,
        Optional<LabelSource> labels) {

    /** Which rules an engine has. */
    public sealed interface Rules {

        /** Those that the journal has at each place, as they changed. */
        record AsItWas() implements Rules {}

        /** These, from the beginning of the journal on. */
        record These(RuleSetPlan plan) implements Rules {}
    }

    public BacktestSpec {
        rules = Set.copyOf(rules);
    }

    boolean covers(long sequence) {
        return sequence >= fromSequence && sequence <= throughSequence;
    }

    boolean isAbout(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }
}
