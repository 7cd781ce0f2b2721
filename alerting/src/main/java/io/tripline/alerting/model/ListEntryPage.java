package io.tripline.alerting.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** @param next where the next page begins, where there is one */
public record ListEntryPage(List<Entry> entries, Optional<String> next) {

    /**
     * An entry of a list.
     *
     * @param text the value as a message shows it
     * @param valueJson the value as JSON
     * @param until the last time at which it is there, in event time; for ever where it is empty
     * @param rule what has added it; empty where it was added from outside
     */
    public record Entry(String text, String valueJson, Optional<Instant> until, String rule) {}

    public ListEntryPage {
        entries = List.copyOf(entries);
    }
}
