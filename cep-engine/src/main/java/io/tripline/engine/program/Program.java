package io.tripline.engine.program;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.engine.window.Feature;
import java.util.List;

/** A rule ready to run. Arrays are not to be written: they are what the matcher's loops run over. */
public final class Program {

    /** Stands for "no bound" among durations. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private final RulePlan rule;
    private final Step[] steps;
    private final Loop[] loops;
    private final Way[] starts;
    private final Way[][] ways;
    private final Way[][] ends;
    private final Feature[] features;
    private final Message message;
    private final int accumulators;
    private final long withinNanos;

    Program(
            RulePlan rule,
            List<Step> steps,
            PatternWays pattern,
            List<Feature> features,
            Message message,
            int accumulators,
            long withinNanos) {
        this.rule = rule;
        this.steps = steps.toArray(new Step[0]);
        this.loops = pattern.loops().toArray(new Loop[0]);
        this.starts = pattern.starts().toArray(new Way[0]);
        this.ways = new Way[this.steps.length][];
        this.ends = new Way[this.steps.length][];
        pattern.steps().forEach(step -> {
            List<Way> all = pattern.from(step);
            ways[step.number()] =
                    all.stream().filter(way -> way.step() != Way.END).toArray(Way[]::new);
            ends[step.number()] =
                    all.stream().filter(way -> way.step() == Way.END).toArray(Way[]::new);
        });
        this.features = features.toArray(new Feature[0]);
        this.message = message;
        this.accumulators = accumulators;
        this.withinNanos = withinNanos;
    }

    public RulePlan rule() {
        return rule;
    }

    /** By number. */
    public Step[] steps() {
        return steps;
    }

    /** By number. */
    public Loop[] loops() {
        return loops;
    }

    /** To the steps that can come first. */
    public Way[] starts() {
        return starts;
    }

    /** On from a step that has taken an event, to other steps. */
    public Way[] ways(int step) {
        return ways[step];
    }

    /** From a step that has taken an event to the end of the pattern. */
    public Way[] ends(int step) {
        return ends[step];
    }

    /** By index, as the plan's expressions name them. */
    public Feature[] features() {
        return features;
    }

    public Message message() {
        return message;
    }

    /** How many accumulators its expressions use. */
    public int accumulators() {
        return accumulators;
    }

    /** Longest time from the first event of a match to its last, or {@link #UNBOUNDED}. */
    public long withinNanos() {
        return withinNanos;
    }

    /** Whether every match is one event. */
    public boolean matchesSingleEvents() {
        return steps.length == 1 && ends[0].length > 0 && ends[0][0].isAlwaysOpen();
    }
}
