package io.tripline.engine.core;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.program.ProgramCompiler;
import io.tripline.engine.time.SourceClocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds the matches and the rows of a rule set in a stream of events.
 *
 * <p>What it gives out depends on its inputs and their order alone. The outcomes of one input are in the order of {@link
 * OutcomeOrder}. An engine is used by one thread at a time; several engines, each a {@link Partition} of the keys, share
 * nothing and together give what one would give.
 */
public final class Engine {

    private final Partition partition;
    private final EngineLimits limits;
    private final SourceClocks clocks;
    private final Scope scope = new Scope();
    private final AlertId ids = new AlertId();
    private final List<Outcome> outcomes = new ArrayList<>();

    private final ActiveViews views;
    private Map<String, ActiveRule> rules = new TreeMap<>();
    /** By type of event. */
    private Watchers[] watchers = new Watchers[0];

    /** Those for which time alone does something, in the order of their names. */
    private ActiveRule[] delayed = new ActiveRule[0];

    private DueRules due = new DueRules(0);

    private long passedNanos = Long.MIN_VALUE;
    private long[] lateAfterNanos = new long[0];
    private long lateEvents;
    private long droppedByRulesGone;
    private long missingKeyEvents;

    /** An engine without rules. */
    public Engine(Partition partition, EngineLimits limits) {
        this.partition = partition;
        this.limits = limits;
        this.clocks = new SourceClocks(limits.idleSourceInputs());
        this.views = new ActiveViews(partition, limits);
    }

    /**
     * From now on this rule set holds. A rule or view whose version is the same goes on with its state; a new or changed one
     * starts empty; one that is gone is forgotten, and its alerts and rows stand.
     *
     * @param sequence position of the change in the journal
     * @param catalog the events that follow are written with it
     * @param plan has the schemas of the catalogue
     * @param out gets what the change causes
     */
    public void rulesChanged(long sequence, EventCatalog catalog, RuleSetPlan plan, Consumer<Outcome> out) {
        Map<String, ActiveRule> next = new TreeMap<>();
        for (RulePlan rule : plan.rules()) {
            ActiveRule known = rules.remove(rule.name());
            if (known != null && known.program().rule().version().equals(rule.version())) {
                next.put(rule.name(), known);
            } else {
                forget(known);
                next.put(rule.name(), new ActiveRule(ProgramCompiler.compile(rule), catalog, partition, limits, ids));
            }
        }
        rules.values().forEach(this::forget);
        rules = next;
        delayed = next.values().stream()
                .filter(rule -> rule.program().isDelayed())
                .toArray(ActiveRule[]::new);
        due = new DueRules(delayed.length);
        for (int i = 0; i < delayed.length; i++) {
            delayed[i].setNumberAmongDelayed(i);
            due.set(i, delayed[i].nextWakeNanos());
        }
        views.change(catalog, plan.views());
        List<EventLayout> layouts = catalog.layouts();
        Map<String, Watchers> known = new TreeMap<>();
        for (Watchers before : watchers) {
            known.put(before.type(), before);
        }
        Map<String, List<Watch>> watches = watches();
        watchers = layouts.stream()
                .map(EventLayout::name)
                .map(type ->
                        Watchers.of(type, watches.getOrDefault(type, List.of()), Optional.ofNullable(known.get(type))))
                .toArray(Watchers[]::new);
        lateAfterNanos = layouts.stream()
                .mapToLong(layout -> layout.schema().lateAfterNanos())
                .toArray();
    }

    private void forget(ActiveRule ruleOrNull) {
        if (ruleOrNull != null) {
            droppedByRulesGone += ruleOrNull.droppedPartialMatches();
        }
    }

    /** By type of event, in the order of the rules' names. */
    private Map<String, List<Watch>> watches() {
        Map<String, List<Watch>> watches = new TreeMap<>();
        for (ActiveRule rule : rules.values()) {
            for (TypeUse use : rule.uses()) {
                watches.computeIfAbsent(use.schema().name(), type -> new ArrayList<>())
                        .add(new Watch(rule, use));
            }
        }
        return watches;
    }

    /**
     * An event of the current catalogue has arrived.
     *
     * @param event may be moved on after the call; what is kept of it is a copy
     * @param out gets what it causes
     */
    public void eventArrived(Event event, Consumer<Outcome> out) {
        int type = event.typeIndex();
        if (!clocks.arrive(event.source(), event.sequence(), event.timeNanos(), lateAfterNanos[type])) {
            late(event, out);
            return;
        }
        scope.showMoving(event);
        Watchers concerned = watchers[type];
        int count = concerned.find(scope);
        for (int i = 0; i < count; i++) {
            Watch watch = concerned.found(i);
            ActiveRule rule = watch.rule();
            rule.eventArrived(watch.use(), scope, clocks, outcomes);
            if (rule.program().isDelayed()) {
                due.set(rule.numberAmongDelayed(), rule.nextWakeNanos());
            }
        }
        if (partition.isFirst()) {
            missingKeyEvents += concerned.missingKeys(event);
        }
        views.eventArrived(scope, clocks, outcomes);
        timePassed(event.sequence());
        handOver(out);
    }

    /**
     * Time has come to an event time without an event: deadlines before it pass. No event is late because of it; one that
     * comes with an earlier time is put in its place, and what it disproves is retracted.
     *
     * @param sequence position of the clock tick in the journal
     * @param timeNanos nanoseconds since 1970; {@link Long#MAX_VALUE} when no event will come any more
     * @param out gets what it causes
     */
    public void timeAdvanced(long sequence, long timeNanos, Consumer<Outcome> out) {
        clocks.advance(timeNanos);
        timePassed(sequence);
        handOver(out);
    }

    private void timePassed(long sequence) {
        views.timePassed(clocks, sequence, outcomes);
        if (delayed.length == 0 || clocks.passedNanos() <= passedNanos) {
            return;
        }
        passedNanos = clocks.passedNanos();
        for (int number = due.next(0, passedNanos);
                number != DueRules.NONE;
                number = due.next(number + 1, passedNanos)) {
            delayed[number].timePassed(clocks, sequence, scope, outcomes);
            due.set(number, delayed[number].nextWakeNanos());
        }
    }

    private void handOver(Consumer<Outcome> out) {
        if (!outcomes.isEmpty()) {
            outcomes.sort(OutcomeOrder.INSTANCE);
            outcomes.forEach(out);
            outcomes.clear();
        }
    }

    private void late(Event event, Consumer<Outcome> out) {
        if (partition.isFirst()) {
            lateEvents++;
            out.accept(new Outcome.Late(event.sequence(), event.retained()));
        }
    }

    public EngineStatistics statistics() {
        long keys = 0;
        long partialMatches = 0;
        long dropped = droppedByRulesGone;
        for (ActiveRule rule : rules.values()) {
            keys += rule.keyCount();
            partialMatches += rule.partialMatches();
            dropped += rule.droppedPartialMatches();
        }
        return new EngineStatistics(
                keys,
                partialMatches,
                dropped,
                lateEvents,
                missingKeyEvents,
                clocks.watermarkNanos(),
                views.windows(),
                views.leftOutEvents());
    }
}
