package io.tripline.engine.host;

import io.tripline.dsl.SourceFile;
import io.tripline.dsl.plan.RuleSetPlan;
import java.time.Instant;
import java.util.List;

/**
 * The rules a node runs.
 *
 * @param revision number of rule changes so far; the generation of the catalogue
 * @param files what they were compiled from
 * @param changedAt when the last change was taken in; the epoch when there was none
 */
public record RuleSet(long revision, List<SourceFile> files, RuleSetPlan plan, Instant changedAt) {

    /** The rules of a node that nobody has given any. */
    public static final RuleSet EMPTY = new RuleSet(0, List.of(), RuleSetPlan.EMPTY, Instant.EPOCH);

    public RuleSet {
        files = List.copyOf(files);
    }
}
