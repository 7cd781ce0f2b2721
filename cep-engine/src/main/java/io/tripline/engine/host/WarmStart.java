package io.tripline.engine.host;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Partition;
import io.tripline.engine.core.RuleExcerpt;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;
import io.tripline.engine.replay.JournalFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Engines, one for each partition, that make rules know the past: they read the journal from its beginning, so that they
 * know what time it is for every source, and have the rules from where these look back to. Then the node's engines take the
 * rules over. Reading is done by the thread that asks for it, one at a time; what stands in the journal decides what comes
 * of it, and nothing else.
 */
public final class WarmStart {

    private static final long NOT_BEGUN = 0;

    private final JournalReader journal;
    private final RuleSetPlan warmedPlan;
    private final EventCatalog catalog;
    private final List<Engine> engines = new ArrayList<>();
    private final List<JournalFeed> feeds = new ArrayList<>();
    private final RulesOfJournal rules;
    private final long beginNanos;
    private final long beginSequence;
    private BooleanSupplier goesOn = () -> true;
    private long warmFrom = NOT_BEGUN;
    private volatile long through;

    private WarmStart(
            JournalReader journal,
            RuleSetPlan plan,
            Set<String> names,
            int partitions,
            EngineLimits limits,
            long beginNanos,
            long beginSequence) {
        this.journal = journal;
        this.warmedPlan = RuleExcerpt.of(plan, names);
        this.catalog = new EventCatalog(1, plan.events());
        this.beginNanos = beginNanos;
        this.beginSequence = beginSequence;
        long first = journal.firstSequence();
        this.rules = RulesOfJournal.before(journal, first);
        this.through = first - 1;
        for (int i = 0; i < partitions; i++) {
            engines.add(new Engine(new Partition(i, partitions), limits));
            feeds.add(new JournalFeed(engines.get(i), outcome -> {}));
        }
        feeds.forEach(feed -> feed.rules(through, warmedPlan.withRules(List.of()), catalog));
        writtenUnder();
    }

    /** The rules begin with the first events that are not before that event time. */
    static WarmStart since(
            JournalReader journal,
            RuleSetPlan plan,
            Set<String> names,
            int partitions,
            EngineLimits limits,
            long timeNanos) {
        return new WarmStart(journal, plan, names, partitions, limits, timeNanos, Long.MAX_VALUE);
    }

    /** As the node did it that wrote this change into the journal; all that is before it is read. */
    static WarmStart again(
            JournalReader journal, JournalEntry.Rules change, RuleSetPlan plan, int partitions, EngineLimits limits) {
        WarmStart warm = new WarmStart(
                journal,
                plan,
                new TreeSet<>(change.starts().warmed()),
                partitions,
                limits,
                Long.MAX_VALUE,
                change.starts().warmFrom());
        warm.readThrough(change.firstSequence() - 1);
        return warm;
    }

    /**
     * The engine, of all keys, that such a change needs which the journal holds; empty where no rule of the plan began warm
     * with it.
     */
    public static Optional<Engine> engineAgain(
            JournalReader journal, JournalEntry.Rules change, RuleSetPlan plan, EngineLimits limits) {
        boolean any =
                plan.rules().stream().anyMatch(rule -> change.starts().warmed().contains(rule.name()));
        return any ? Optional.of(again(journal, change, plan, 1, limits).engine(0)) : Optional.empty();
    }

    /** Asked now and then while it reads; false ends the reading early. */
    void goOnWhile(BooleanSupplier asked) {
        goesOn = asked;
    }

    private void writtenUnder() {
        feeds.forEach(feed -> feed.writtenUnder(rules.plan(), rules.catalog()));
    }

    /** Reads on up to a sequence, if it has not been read before. Any thread may call it. */
    synchronized void readThrough(long sequence) {
        if (through < sequence) {
            journal.read(through + 1, sequence, this::take);
        }
    }

    private boolean take(JournalEntry entry) {
        if (warmFrom == NOT_BEGUN && begins(entry)) {
            warmFrom = entry.firstSequence();
            feeds.forEach(feed -> feed.rules(entry.firstSequence() - 1, warmedPlan, catalog));
        }
        if (entry instanceof JournalEntry.Rules change) {
            rules.change(change);
            writtenUnder();
        } else {
            feeds.forEach(feed -> feed.take(entry));
        }
        through = entry.lastSequence();
        return goesOn.getAsBoolean();
    }

    private boolean begins(JournalEntry entry) {
        if (entry.firstSequence() >= beginSequence) {
            return true;
        }
        if (beginNanos == Long.MAX_VALUE || !(entry instanceof JournalEntry.Events batch)) {
            return false;
        }
        byte[] bytes = batch.bytes();
        for (int position = 0; position < batch.length(); position += Event.lengthAt(bytes, position)) {
            if (Event.timeAt(bytes, position) >= beginNanos) {
                return true;
            }
        }
        return false;
    }

    /** The first sequence that the rules have seen; 0 when they have seen nothing yet. */
    synchronized long warmFrom() {
        return warmFrom;
    }

    /** The last sequence that has been read. */
    long through() {
        return through;
    }

    /** The engine of a partition, when all is read; it is handed over with its rules. */
    synchronized Engine engine(int partition) {
        return engines.get(partition);
    }
}
