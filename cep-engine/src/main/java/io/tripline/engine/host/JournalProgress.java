package io.tripline.engine.host;

import io.tripline.engine.event.EventCatalog;

/**
 * What is durable, as other threads may see it.
 *
 * @param events in the journal
 * @param duplicates found since the start of the process
 */
record JournalProgress(long sequence, long events, long duplicates, RuleSet rules, EventCatalog catalog) {

    static final JournalProgress START = new JournalProgress(0, 0, 0, RuleSet.EMPTY, EventCatalog.EMPTY);
}
