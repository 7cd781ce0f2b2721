package io.tripline.engine.host;

import java.util.List;

/**
 * A change of the rules that was made.
 *
 * @param rules that hold now
 * @param sequence the place of the change in the journal
 * @param warmFrom the first sequence that the rules have seen which began warm; 0 when none did
 * @param starts how each rule began, in the order of their names
 */
public record Publication(RuleSet rules, long sequence, long warmFrom, List<RuleStart> starts) {
    public Publication {
        starts = List.copyOf(starts);
    }
}
