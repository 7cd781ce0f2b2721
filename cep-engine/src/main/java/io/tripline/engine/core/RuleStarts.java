package io.tripline.engine.core;

import java.util.List;

/**
 * How rules begin that a change of the rules brings or changes; a rule that is not named begins with nothing known.
 *
 * @param warmFrom the warmed rules have seen all inputs from this sequence up to the change; 0 when none is
 * @param warmed names of rules that know the past
 * @param kept names of rules that go on with what their version before knew
 */
public record RuleStarts(long warmFrom, List<String> warmed, List<String> kept) {

    /** All rules begin with nothing known. */
    public static final RuleStarts EMPTY = new RuleStarts(0, List.of(), List.of());

    public RuleStarts {
        warmed = List.copyOf(warmed);
        kept = List.copyOf(kept);
        if (warmed.isEmpty() != (warmFrom == 0)) {
            throw new IllegalArgumentException("warmed rules have seen inputs from some sequence on, others have none");
        }
    }
}
