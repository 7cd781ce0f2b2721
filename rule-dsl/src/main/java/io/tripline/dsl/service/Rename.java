package io.tripline.dsl.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What it takes to call something else.
 *
 * @param edits by the name of the file; empty when it cannot be done
 * @param refusal why it cannot be done, and what to do about it
 */
public record Rename(Map<String, List<TextEdit>> edits, Optional<String> refusal) {

    public Rename {
        edits = new TreeMap<>(edits);
    }

    static Rename refused(String why) {
        return new Rename(Map.of(), Optional.of(why));
    }
}
