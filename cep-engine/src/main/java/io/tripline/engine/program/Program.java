package io.tripline.engine.program;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.TriggerPlan.AfterMatch;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.window.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A rule ready to run. Arrays are not to be written: they are what the matcher's loops run over. */
public final class Program {

    /** Stands for "no bound" among durations. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private final RulePlan rule;
    private final MatchTerms terms;
    private final Step[] steps;
    private final Loop[] loops;
    private final Group[] groups;
    private final Filter[] filters;
    private final Without[] withouts;
    private final Ban[] leading;
    private final Way[] starts;
    private final Way[][] ways;
    private final Way[][] ends;
    private final Loop[][] closable;
    /** By step, then by repetition around it. */
    private final List<Map<Integer, List<List<Move>>>> roundEndings = new ArrayList<>();

    private final Feature[] features;
    private final Actions actions;
    private final int accumulators;
    private final boolean closesWays;
    private final boolean closesLoops;
    private final boolean givesUpRounds;
    private final boolean seesEveryNamedEvent;
    private final boolean delayed;
    private final boolean matchesSingleEvents;
    private final boolean startsAfresh;
    private final boolean sharesMatches;
    private final TreeSet<String> namedEvents = new TreeSet<>();

    Program(
            RulePlan rule,
            MatchTerms terms,
            List<Step> steps,
            Outline outline,
            List<Filter> filters,
            List<Feature> features,
            Actions actions,
            int accumulators) {
        this.rule = rule;
        this.terms = terms;
        this.steps = steps.toArray(new Step[0]);
        this.loops = outline.loops().toArray(new Loop[0]);
        this.groups = outline.groups().toArray(new Group[0]);
        this.filters = filters.toArray(new Filter[0]);
        this.withouts = terms.withouts().toArray(new Without[0]);
        this.leading = terms.leading().toArray(new Ban[0]);
        PatternWays pattern = new PatternWays(outline);
        this.starts = pattern.starts().toArray(new Way[0]);
        this.ways = new Way[this.steps.length][];
        this.ends = new Way[this.steps.length][];
        this.closable = new Loop[this.steps.length][];
        for (PatternPlan.Step step : outline.steps()) {
            List<Way> all = pattern.from(step);
            ways[step.number()] =
                    all.stream().filter(way -> way.step() != Way.END).toArray(Way[]::new);
            ends[step.number()] =
                    all.stream().filter(way -> way.step() == Way.END).toArray(Way[]::new);
            closable[step.number()] = outline.closable(step).toArray(new Loop[0]);
            roundEndings.add(pattern.endings(step));
        }
        this.features = features.toArray(new Feature[0]);
        this.actions = actions;
        this.accumulators = accumulators;
        boolean plain = Arrays.stream(ways).flatMap(Arrays::stream).allMatch(Way::isPlain);
        this.closesLoops = Arrays.stream(loops).anyMatch(loop -> !loop.until().isEmpty());
        this.closesWays = !plain || withouts.length > 0 || terms.deadline().isPresent() || closesLoops;
        this.givesUpRounds = Arrays.stream(this.steps)
                .anyMatch(step -> Arrays.stream(loops).anyMatch(loop -> mayStandUnfinished(step.number(), loop)));
        this.seesEveryNamedEvent =
                Arrays.stream(ways).flatMap(Arrays::stream).anyMatch(way -> way.contiguity() == Contiguity.IMMEDIATE);
        this.delayed = terms.waits() || terms.deadline().isPresent();
        this.matchesSingleEvents = this.steps.length == 1
                && ends[0].length > 0
                && ends[0][0].isAlwaysOpen()
                && leading.length == 0
                && !delayed;
        this.startsAfresh = !delayed && !terms.any() && terms.afterMatch() instanceof AfterMatch.PastLastEvent;
        this.sharesMatches = sharesMatches(terms.afterMatch());
        steps.forEach(step -> namedEvents.add(step.event()));
        filters.forEach(filter -> namedEvents.add(filter.event()));
    }

    /** Whether a further round of the repetition may be in its middle when the step has taken an event. */
    boolean mayStandUnfinished(int step, Loop loop) {
        List<List<Move>> endings = roundEndings.get(step).get(loop.number());
        return endings != null && loop.min() < loop.max() && endings.stream().noneMatch(List::isEmpty);
    }

    public RulePlan rule() {
        return rule;
    }

    public MatchTerms terms() {
        return terms;
    }

    /** By number. */
    public Step[] steps() {
        return steps;
    }

    /** By number. */
    public Loop[] loops() {
        return loops;
    }

    /** By number. */
    public Group[] groups() {
        return groups;
    }

    /** By number. */
    public Filter[] filters() {
        return filters;
    }

    /** By number. */
    public Without[] withouts() {
        return withouts;
    }

    /** What must not have come before a start. */
    public Ban[] leading() {
        return leading;
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

    /** The repetitions around a step that an event may close. */
    public Loop[] closable(int step) {
        return closable[step];
    }

    /** How the round that a step stands in can end once the step has taken an event. */
    public List<List<Move>> roundEndings(int step, Loop loop) {
        return roundEndings.get(step).get(loop.number());
    }

    /** By index, as the plan's expressions name them. */
    public Feature[] features() {
        return features;
    }

    /** What it does when it fires. */
    public Actions actions() {
        return actions;
    }

    /** How many accumulators its expressions use. */
    public int accumulators() {
        return accumulators;
    }

    /** Longest time from the first event of a match to its last, or {@link #UNBOUNDED}. */
    public long withinNanos() {
        return terms.withinNanos();
    }

    /** Whether every match is one event. */
    public boolean matchesSingleEvents() {
        return matchesSingleEvents;
    }

    /** Whether its matches are reported when time has passed, and not with their last event. */
    public boolean isDelayed() {
        return delayed;
    }

    /** Whether of the matches that are complete on one event one is reported and everything else dropped. */
    public boolean startsAfresh() {
        return startsAfresh;
    }

    /** Whether a match has to look at events that it does not take. */
    public boolean closesWays() {
        return closesWays;
    }

    /** Whether a repetition may be closed by an event. */
    public boolean closesLoops() {
        return closesLoops;
    }

    /**
     * Whether nothing tells partial matches apart that have taken the same number of events: steps that follow each other by
     * {@code any}, each of which looks at its own event only.
     */
    public boolean sharesMatches() {
        return sharesMatches;
    }

    private boolean sharesMatches(AfterMatch afterMatch) {
        int last = steps.length - 1;
        boolean plain = last > 0
                && loops.length == 0
                && groups.length == 0
                && filters.length == 0
                && !delayed
                && !(afterMatch instanceof AfterMatch.SkipTo)
                && starts.length == 1
                && starts[0].step() == 0
                && ways[last].length == 0;
        for (int step = 0; plain && step < last; step++) {
            plain = ends[step].length == 0
                    && ways[step].length == 1
                    && ways[step][0].step() == step + 1
                    && ways[step][0].contiguity() == Contiguity.ANY
                    && ways[step][0].gapNanos() == UNBOUNDED
                    && ways[step][0].isAlwaysOpen();
        }
        return plain && Arrays.stream(steps).allMatch(step -> step.joined() == Condition.ALWAYS);
    }

    /** Of what is told for each step, whether it is so for one that is not the last. */
    public boolean fitsBeforeTheLast(boolean[] fits) {
        for (int step = 0; step < steps.length - 1; step++) {
            if (fits[step]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a round may be given up in its middle. */
    public boolean givesUpRounds() {
        return givesUpRounds;
    }

    /** Whether events of the types it names matter even when they fit nothing. */
    public boolean seesEveryNamedEvent() {
        return seesEveryNamedEvent;
    }

    /** Whether the pattern names the type: in a step, or among what must not come. */
    public boolean names(String event) {
        return namedEvents.contains(event);
    }
}
