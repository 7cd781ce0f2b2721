package io.tripline.engine.explain;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.backtest.Pace;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Partition;
import io.tripline.engine.core.RuleExcerpt;
import io.tripline.engine.host.RulesOfJournal;
import io.tripline.engine.host.WarmStart;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.replay.JournalFeed;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Looks for an alert by running the journal's rules over it, from its beginning to its end: a late event may have changed
 * the alert long after it was raised. For one search.
 */
public final class ProofSearch {

    private final JournalReader journal;
    private final String id;
    private final Optional<String> rule;
    private final JournalFeed feed;
    private final Pace pace;
    private final EngineLimits limits;
    private RulesOfJournal rules;
    private boolean interrupted;

    private Optional<Alert> found = Optional.empty();
    private long raisedBy;
    private int amended;
    private OptionalLong retractedBy = OptionalLong.empty();
    private long revision;

    /**
     * A search that has not begun.
     *
     * @param id of the alert
     * @param rule whose alert it is, which makes the search faster; any where nothing is said
     * @param limits those of the node
     */
    public ProofSearch(JournalReader journal, String id, Optional<String> rule, EngineLimits limits, Pace pace) {
        this.journal = journal;
        this.id = id;
        this.rule = rule;
        this.pace = pace;
        this.limits = limits;
        this.feed = new JournalFeed(new Engine(Partition.ALL, limits), this::hear);
        this.rules = new RulesOfJournal();
    }

    /** The alert; empty when the journal does not give it. */
    public Optional<AlertProof> run() throws InterruptedException {
        long first = journal.firstSequence();
        rules = RulesOfJournal.before(journal, first);
        if (rules.catalog().generation() > 0) {
            give(first - 1);
        }
        if (journal.lastSequence() >= first) {
            journal.read(first, Long.MAX_VALUE, this::take);
        }
        if (interrupted || Thread.interrupted()) {
            throw new InterruptedException("the search was interrupted");
        }
        return found.map(alert -> new AlertProof(alert, raisedBy, amended, retractedBy, revision, feed.events()));
    }

    private boolean take(JournalEntry entry) {
        if (entry instanceof JournalEntry.Rules change) {
            rules.change(change);
            feed.writtenUnder(rules.plan(), rules.catalog());
            feed.rules(
                    change.firstSequence(),
                    excerpt(),
                    rules.catalog(),
                    change.starts(),
                    WarmStart.engineAgain(journal, change, excerpt(), limits));
        } else {
            feed.take(entry);
        }
        try {
            pace.step();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        return !interrupted;
    }

    private RuleSetPlan excerpt() {
        return rule.map(name -> RuleExcerpt.of(rules.plan(), Set.of(name))).orElse(rules.plan());
    }

    private void give(long sequence) {
        feed.writtenUnder(rules.plan(), rules.catalog());
        feed.rules(sequence, excerpt(), rules.catalog());
    }

    private void hear(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired && fired.alert().id().equals(id)) {
            found = Optional.of(fired.alert());
            raisedBy = fired.sequence();
            retractedBy = OptionalLong.empty();
            revision = rules.catalog().generation();
        } else if (outcome instanceof Outcome.Amended changed
                && changed.alert().id().equals(id)) {
            found = Optional.of(changed.alert());
            amended++;
        } else if (outcome instanceof Outcome.Retracted gone
                && gone.alert().id().equals(id)) {
            retractedBy = OptionalLong.of(gone.sequence());
        }
    }
}
