package io.tripline.engine.core;

import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.ProgramCompiler;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.table.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules and decisions at work, and which of them look at what. */
final class ActiveRules {

    private final Partition partition;
    private final EngineLimits limits;
    private final ReferenceData data;
    private final Coupling coupling = new Coupling();
    private final AlertId ids = new AlertId();

    private final Roster rules = new Roster();
    private final Roster decisions = new Roster();
    private List<ActiveRule> all = List.of();
    /** These by type of event. */
    private Watchers[] watchers = new Watchers[0];

    private boolean needStates;
    private List<List<Watch>> watchersOfLate = List.of();
    private List<List<Watch>> deciders = List.of();
    private List<List<ActiveRule>> ownKeyed = List.of();
    /** Those for which time alone does something, in the order of their names. */
    private ActiveRule[] delayed = new ActiveRule[0];

    private long droppedByRulesGone;

    /**
     * What new and changed rules know.
     *
     * @param warmed the rules of an engine that has seen it; empty where none has
     */
    record Past(RuleStarts starts, Optional<ActiveRules> warmed) {
        static final Past NONE = new Past(RuleStarts.EMPTY, Optional.empty());
    }

    ActiveRules(Partition partition, EngineLimits limits, ReferenceData data) {
        this.partition = partition;
        this.limits = limits;
        this.data = data;
    }

    /**
     * From now on this rule set holds. What has the same version, and runs in the same place, goes on with its state.
     *
     * @param plan its lists and tables are declared
     */
    void change(EventCatalog catalog, RuleSetPlan plan, Past past) {
        boolean coupledAsBefore = coupling.declare(plan);
        List<RulePlan> rulePlans = plan.rules();
        retire(rules.change(rulePlans.stream().map(RulePlan::name).toList(), (place, known) -> {
            RulePlan rule = rulePlans.get(place);
            boolean same = known != null && known.told().version().equals(rule.version());
            if (same && coupledAsBefore) {
                return known;
            }
            RuleTies ties = same ? known.ties() : RuleTies.of(rule);
            boolean coupled = coupling.couples(ties);
            if (same && known.isCoupled() == coupled) {
                return known;
            }
            Supplier<ActiveRule> empty = () -> start(ProgramCompiler.compile(rule, data), ties, catalog, coupled);
            return coupled
                    ? empty.get()
                    : kept(known, rule, past).or(() -> warmed(rule, past)).orElseGet(empty);
        }));
        List<DecisionPlan> decisionPlans = plan.decisions();
        retire(decisions.change(decisionPlans.stream().map(DecisionPlan::name).toList(), (place, known) -> {
            DecisionPlan decision = decisionPlans.get(place);
            if (known != null && known.program().rule().version().equals(decision.version())) {
                return known;
            }
            Program program = ProgramCompiler.compile(decision, data);
            return start(program, RuleTies.of(program.rule()), catalog, true);
        }));
        all = Stream.concat(rules.all().stream(), decisions.all().stream()).toList();
        watch(catalog);
    }

    private void retire(List<ActiveRule> gone) {
        for (ActiveRule rule : gone) {
            droppedByRulesGone += rule.droppedPartialMatches();
            rule.watches().forEach(watch -> watch.setPlace(Watch.GONE));
        }
    }

    /** The version before, with the words of this one. */
    private Optional<ActiveRule> kept(ActiveRule knownOrNull, RulePlan rule, Past past) {
        if (knownOrNull == null
                || knownOrNull.isCoupled()
                || !past.starts().kept().contains(rule.name())
                || !RuleContinuity.keepsState(knownOrNull.told(), rule)) {
            return Optional.empty();
        }
        knownOrNull.tellAs(ProgramCompiler.compile(rule, data));
        return Optional.of(knownOrNull);
    }

    /** The rule as it has been made to know the past. */
    private static Optional<ActiveRule> warmed(RulePlan rule, Past past) {
        if (!past.starts().warmed().contains(rule.name())) {
            return Optional.empty();
        }
        ActiveRules others = past.warmed()
                .orElseThrow(() -> new IllegalStateException("rule " + rule.name() + " is said to be warm and is not"));
        Optional<ActiveRule> warm = Optional.ofNullable(others.rules.findOrNull(rule.name()))
                .filter(known -> known.told().version().equals(rule.version()) && !known.isCoupled());
        warm.ifPresent(ActiveRule::takeOver);
        return warm;
    }

    private ActiveRule start(Program program, RuleTies ties, EventCatalog catalog, boolean coupled) {
        Placement placement = new Placement(partition, coupled);
        return new ActiveRule(program, ties, catalog, placement, coupling::isDerived, limits, ids);
    }

    private void watch(EventCatalog catalog) {
        Map<String, Watchers> before = new TreeMap<>();
        for (Watchers each : watchers) {
            before.put(each.type(), each);
        }
        // Every look at ten thousand rules costs, so all is found in one.
        Map<String, List<Watch>> inTime = new TreeMap<>();
        Map<String, List<Watch>> late = new TreeMap<>();
        List<ActiveRule> waiting = new ArrayList<>();
        List<ActiveRule> withOwnKeys = new ArrayList<>();
        for (ActiveRule rule : rules.all()) {
            addWatches(rule, rule.looksAtLate() ? late : inTime);
            if (rule.program().isDelayed()) {
                waiting.add(rule);
            }
            if (rule.ties().hasOwnKeys()) {
                withOwnKeys.add(rule);
            }
        }
        Map<String, List<Watch>> deciding = new TreeMap<>();
        for (ActiveRule decision : decisions.all()) {
            addWatches(decision, deciding);
            withOwnKeys.add(decision);
        }
        delayed = waiting.toArray(ActiveRule[]::new);
        List<String> types = catalog.layouts().stream().map(EventLayout::name).toList();
        watchers = types.stream()
                .map(type ->
                        Watchers.of(type, inTime.getOrDefault(type, List.of()), Optional.ofNullable(before.get(type))))
                .toArray(Watchers[]::new);
        needStates = Arrays.stream(watchers).anyMatch(each -> each.needingStates().length > 0);
        watchersOfLate =
                types.stream().map(type -> late.getOrDefault(type, List.of())).toList();
        deciders = types.stream()
                .map(type -> deciding.getOrDefault(type, List.of()))
                .toList();
        ownKeyed = types.stream()
                .map(type -> withOwnKeys.stream()
                        .filter(rule -> rule.hasOwnKeysOver(type))
                        .toList())
                .toList();
    }

    /** By type of event. */
    private static void addWatches(ActiveRule rule, Map<String, List<Watch>> into) {
        for (Watch watch : rule.watches()) {
            into.computeIfAbsent(watch.use().schema().name(), type -> new ArrayList<>())
                    .add(watch);
        }
    }

    /** Whether rules make events of that type, or they are rows of a view. */
    boolean isDerived(String event) {
        return coupling.isDerived(event);
    }

    /** Who looks at events of the type that are in time. */
    Watchers watchers(int type) {
        return watchers[type];
    }

    /** Whether events of some type need a state of some rule each. */
    boolean needStates() {
        return needStates;
    }

    /** Who looks at events of the type that are late. */
    List<Watch> watchersOfLate(int type) {
        return watchersOfLate.get(type);
    }

    /** The decisions that see events of the type: they decide on them, or count them. */
    List<Watch> deciders(int type) {
        return deciders.get(type);
    }

    /** Those with windows over events of the type that have keys of their own. */
    List<ActiveRule> ownKeyed(int type) {
        return ownKeyed.get(type);
    }

    /** Those for which time alone does something, in the order of their names. */
    ActiveRule[] delayed() {
        return delayed;
    }

    /** All rules and decisions, in the order of their names; decisions behind rules. */
    List<ActiveRule> all() {
        return all;
    }

    /** The counts of the rule or decision of that name. */
    RuleCounts counts(String name) {
        ActiveRule rule = rules.findOrNull(name);
        return rule == null ? decisions.findOrNull(name).counts() : rule.counts();
    }

    /** How many partial matches the rules that are gone have dropped. */
    long droppedByRulesGone() {
        return droppedByRulesGone;
    }

    /** Writes what belongs to no rule at work. */
    void writeState(StateWriter out) {
        coupling.writeState(out);
        out.number(droppedByRulesGone);
    }

    /** Before the first {@link #change}. */
    void readState(StateReader in) {
        coupling.readState(in);
        droppedByRulesGone = in.number();
    }
}
