package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a rule was there. A change of the rules ends the life of one that is gone or has another version, and begins one
 * that knows nothing of what was before; the alerts of the life that has ended stand as they were.
 */
final class RuleLives {

    /** All rules hold in this version until something else is said. */
    private static final String FIRST_VERSION = "1";

    private RuleLives() {}

    /** For each life of a rule, the inputs up to its end. */
    static List<List<SeenEvent>> of(String rule, List<SeenEvent> inputs) {
        List<List<SeenEvent>> lives = new ArrayList<>();
        Optional<String> version = Optional.of(FIRST_VERSION);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).isChange()) {
                Optional<String> next = version(rule, inputs.get(i));
                if (version.isPresent() && !next.equals(version)) {
                    lives.add(inputs.subList(0, i));
                }
                version = next;
            }
        }
        if (version.isPresent()) {
            lives.add(inputs);
        }
        return lives;
    }

    /** The first sequence that is seen in the last life. */
    static long beginOf(String rule, List<SeenEvent> inputs) {
        Optional<String> version = Optional.of(FIRST_VERSION);
        long begin = Long.MIN_VALUE;
        for (SeenEvent input : inputs) {
            if (input.isChange()) {
                Optional<String> next = version(rule, input);
                begin = next.equals(version) ? begin : input.sequence();
                version = next;
            }
        }
        return begin;
    }

    private static Optional<String> version(String rule, SeenEvent change) {
        return Optional.ofNullable(change.versions().get(rule));
    }
}
