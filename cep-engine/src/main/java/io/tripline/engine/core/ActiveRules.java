package io.tripline.engine.core;

import io.tripline.dsl.plan.DecisionPlan;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan.OnEvent;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.program.Program;
import io.tripline.engine.program.ProgramCompiler;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.table.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules and decisions at work, and which of them look at what. */
final class ActiveRules {

    private final Partition partition;
    private final EngineLimits limits;
    private final ReferenceData data;
    private final Coupling coupling = new Coupling();
    private final AlertId ids = new AlertId();

    private Map<String, ActiveRule> rules = new TreeMap<>();
    private Map<String, ActiveRule> decisions = new TreeMap<>();
    /** These by type of event. */
    private Watchers[] watchers = new Watchers[0];

    private boolean needStates;
    private List<List<Watch>> watchersOfLate = List.of();
    private List<List<Watch>> deciders = List.of();
    private List<List<ActiveRule>> ownKeyed = List.of();
    /** Those for which time alone does something, in the order of their names. */
    private ActiveRule[] delayed = new ActiveRule[0];

    private long droppedByRulesGone;

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
    void change(EventCatalog catalog, RuleSetPlan plan) {
        coupling.declare(plan);
        Map<String, ActiveRule> next = new TreeMap<>();
        for (RulePlan rule : plan.rules()) {
            boolean coupled = coupling.couples(rule);
            next.put(
                    rule.name(),
                    goingOn(rules.remove(rule.name()), rule.version(), coupled)
                            .orElseGet(() -> start(ProgramCompiler.compile(rule, data), catalog, coupled)));
        }
        Map<String, ActiveRule> nextDecisions = new TreeMap<>();
        for (DecisionPlan decision : plan.decisions()) {
            nextDecisions.put(
                    decision.name(),
                    goingOn(decisions.get(decision.name()), decision.version(), true)
                            .orElseGet(() -> start(ProgramCompiler.compile(decision, data), catalog, true)));
        }
        rules.values().forEach(gone -> droppedByRulesGone += gone.droppedPartialMatches());
        rules = next;
        decisions = nextDecisions;
        delayed = rules.values().stream()
                .filter(rule -> rule.program().isDelayed())
                .toArray(ActiveRule[]::new);
        watch(catalog);
    }

    private Optional<ActiveRule> goingOn(ActiveRule knownOrNull, String version, boolean coupled) {
        if (knownOrNull == null) {
            return Optional.empty();
        }
        boolean same = knownOrNull.program().rule().version().equals(version) && knownOrNull.isCoupled() == coupled;
        droppedByRulesGone += same ? 0 : knownOrNull.droppedPartialMatches();
        return same ? Optional.of(knownOrNull) : Optional.empty();
    }

    private ActiveRule start(Program program, EventCatalog catalog, boolean coupled) {
        return new ActiveRule(program, catalog, new Placement(partition, coupled), coupling::isDerived, limits, ids);
    }

    private void watch(EventCatalog catalog) {
        Map<String, Watchers> before = new TreeMap<>();
        for (Watchers each : watchers) {
            before.put(each.type(), each);
        }
        Map<String, List<Watch>> inTime = watches(rules.values(), rule -> !looksAtLate(rule));
        Map<String, List<Watch>> late = watches(rules.values(), ActiveRules::looksAtLate);
        Map<String, List<Watch>> deciding = watches(decisions.values(), decision -> true);
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
                .map(type ->
                        all().stream().filter(rule -> rule.hasOwnKeysOver(type)).toList())
                .toList();
    }

    private static boolean looksAtLate(ActiveRule rule) {
        return rule.program().rule().trigger() instanceof OnEvent on && on.late();
    }

    /** By type of event, in the order of the names. */
    private static Map<String, List<Watch>> watches(Collection<ActiveRule> all, Predicate<ActiveRule> which) {
        Map<String, List<Watch>> watches = new TreeMap<>();
        for (ActiveRule rule : all) {
            for (TypeUse use : which.test(rule) ? rule.uses() : List.<TypeUse>of()) {
                watches.computeIfAbsent(use.schema().name(), type -> new ArrayList<>())
                        .add(new Watch(rule, use));
            }
        }
        return watches;
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

    /** All rules and decisions. */
    List<ActiveRule> all() {
        return Stream.concat(rules.values().stream(), decisions.values().stream())
                .toList();
    }

    /** The counts of the rule or decision of that name. */
    RuleCounts counts(String name) {
        ActiveRule rule = rules.get(name);
        return rule == null ? decisions.get(name).counts() : rule.counts();
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
