package io.tripline.engine.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the names of sources, in the order in which they first stand in the journal: the same on every replay.
 * Used by one thread.
 */
final class SourceTable {

    private final int limit;
    private final Map<String, Integer> numbers = new HashMap<>();

    SourceTable(int limit) {
        this.limit = limit;
    }

    boolean hasRoomFor(String name) {
        return numbers.size() < limit || numbers.containsKey(name);
    }

    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(name, number);
        return number;
    }

    /** The names in the order of their numbers. */
    List<String> names() {
        List<String> names = new ArrayList<>(numbers.keySet());
        names.sort(Comparator.comparing(numbers::get));
        return names;
    }
}
