package io.tripline.engine.oracle;

import java.util.List;
import java.util.Map;

/**
 * An alert that stands, without its id, which only the engine can make.
 *
 * @param key as text by part
 * @param matched for each step that took something, its name and the sequences of its events
 */
record StandingAlert(String rule, Map<String, String> key, long atNanos, String message, List<Taken> matched)
        implements Comparable<StandingAlert> {

    record Taken(String step, List<Long> sequences) {

        @Override
        public String toString() {
            return step + "=" + sequences;
        }
    }

    @Override
    public int compareTo(StandingAlert other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return rule + key + " at " + Seconds.text(atNanos) + " " + matched + " \"" + message + "\"";
    }
}
