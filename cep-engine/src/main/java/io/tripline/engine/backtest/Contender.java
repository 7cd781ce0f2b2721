package io.tripline.engine.backtest;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.backtest.BacktestSpec.Rules;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Partition;
import io.tripline.engine.core.RuleExcerpt;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.WarmStart;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.replay.JournalFeed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One of the rule sets that are run: an engine with its rules, and what it has said. */
final class Contender {

    private final Rules rules;
    private final Set<String> names;
    private final EngineLimits limits;
    private final JournalFeed feed;
    private final AlertTally tally;
    private final Map<String, String> versions = new TreeMap<>();

    Contender(Rules rules, BacktestSpec spec, BacktestLimits limits, Optional<LabelBook> labels) {
        this.rules = rules;
        this.names = spec.rules();
        this.limits = limits.engine();
        this.tally = new AlertTally(spec, limits, labels);
        this.feed = new JournalFeed(new Engine(Partition.ALL, limits.engine()), tally::hear);
        if (rules instanceof Rules.These these) {
            give(0, these.plan());
        }
    }

    /** The entries that follow were written under these rules, which the journal has had since before its beginning. */
    void writtenUnder(long sequence, RuleSetPlan plan, EventCatalog catalog) {
        feed.writtenUnder(plan, catalog);
        if (rules instanceof Rules.AsItWas) {
            feed.rules(sequence, excerpt(plan), catalog);
        }
    }

    /** The rules of the journal change to these. */
    void changed(JournalReader journal, JournalEntry.Rules change, RuleSetPlan plan, EventCatalog catalog) {
        feed.writtenUnder(plan, catalog);
        if (rules instanceof Rules.AsItWas) {
            RuleSetPlan excerpt = excerpt(plan);
            Optional<Engine> warmed = WarmStart.engineAgain(journal, change, excerpt, limits);
            feed.rules(change.firstSequence(), excerpt, catalog, change.starts(), warmed);
        }
    }

    private void give(long sequence, RuleSetPlan plan) {
        feed.rules(sequence, excerpt(plan), new EventCatalog(1, plan.events()));
    }

    private RuleSetPlan excerpt(RuleSetPlan plan) {
        versions.clear();
        for (RulePlan rule : plan.rules()) {
            versions.put(rule.name(), rule.version());
        }
        return names.isEmpty() ? plan : RuleExcerpt.of(plan, names);
    }

    void take(JournalEntry entry) {
        feed.take(entry);
    }

    AlertTally tally() {
        return tally;
    }

    /** Of the rule, as it was at the end. */
    Optional<String> version(String rule) {
        return Optional.ofNullable(versions.get(rule));
    }

    /** Events that the rules do not declare. */
    long leftOut() {
        return feed.leftOut();
    }
}
