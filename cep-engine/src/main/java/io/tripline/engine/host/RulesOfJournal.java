package io.tripline.engine.host;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.port.JournalEntry;
import io.tripline.engine.port.JournalReader;

/** The rules that a journal has at the place where somebody reads it. */
public final class RulesOfJournal {

    private RuleSetPlan plan = RuleSetPlan.EMPTY;
    private EventCatalog catalog = EventCatalog.EMPTY;

    /** Those at the first entry that is still there, if they were changed before it. */
    public static RulesOfJournal before(JournalReader journal, long firstSequence) {
        RulesOfJournal rules = new RulesOfJournal();
        if (firstSequence > 1) {
            journal.rulesAt(firstSequence)
                    .filter(entry -> entry.firstSequence() < firstSequence)
                    .ifPresent(rules::change);
        }
        return rules;
    }

    public void change(JournalEntry.Rules entry) {
        Compilation compilation = RunnableRules.compile(entry.files());
        plan = compilation
                .plan()
                .orElseThrow(() -> new IllegalStateException("the rules of revision " + entry.revision()
                        + " in the journal do not compile any more: " + compilation.diagnostics()));
        catalog = new EventCatalog(entry.revision(), plan.events());
    }

    public RuleSetPlan plan() {
        return plan;
    }

    public EventCatalog catalog() {
        return catalog;
    }
}
