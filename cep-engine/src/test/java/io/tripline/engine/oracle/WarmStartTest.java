package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.RuleContinuity;
import io.tripline.engine.core.RuleStarts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random rules over random streams, begun in the middle. A rule that begins warm says from there on what one says that has
 * been there for as long as the warm one looks back, but for what was found before; a rule of which only the words change
 * says what it would have said, but for what it had said before.
 */
class WarmStartTest {

    private static final int PAIRS = Integer.getInteger("tripline.warm.pairs", 200);
    private static final long SEED = Long.getLong("tripline.warm.seed", System.nanoTime());

    /** Before every so many inputs the engines go on as copies that have read their states. */
    private static final int CUT_EVERY = 7;

    private int tried;
    private int withAlerts;
    private int quiet;

    @Test
    void aWarmRuleSaysWhatOneSaysThatWasThere() {
        System.out.println("random warm starts: -Dtripline.warm.seed=" + SEED + " -Dtripline.warm.pairs=" + PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            for (int partitions : new int[] {1, 3}) {
                compareWarm(SEED + i, partitions);
            }
        }
        System.out.printf("%d warm starts, %d with outcomes behind it, %d with quiet ones%n", tried, withAlerts, quiet);
        assertThat(tried).isGreaterThan(PAIRS / 4);
        assertThat(withAlerts).isGreaterThan(PAIRS / 50);
    }

    @Test
    void aRuleWithOtherWordsGoesOn() {
        for (int i = 0; i < PAIRS; i++) {
            compareKept(SEED + i);
        }
        assertThat(withAlerts).isGreaterThan(PAIRS / 50);
    }

    private void compareWarm(long seed, int partitions) {
        Optional<RuleSetPlan> made = warmable(seed);
        if (made.isEmpty()) {
            return;
        }
        RuleSetPlan plan = made.get();
        RandomCase random = RandomCase.of(seed);
        List<SeenEvent> events = events(plan, random);
        SplittableRandom places = new SplittableRandom(seed);
        int takeover = places.nextInt(events.size());
        int since = places.nextInt(takeover + 1);
        long idle = EventLines.idleInputs(random.eventsText());
        EngineRun there = EngineRun.withoutRules(plan, partitions, idle);
        EngineRun beside = EngineRun.withoutRules(plan, partitions, idle);
        EngineRun node = EngineRun.withoutRules(plan, partitions, idle);
        Set<String> standing = new TreeSet<>();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            SeenEvent event = events.get(i);
            if (i == since) {
                there.begin(event.sequence() - 1, plan, RuleStarts.EMPTY, Optional.empty());
                beside.begin(event.sequence() - 1, plan, RuleStarts.EMPTY, Optional.empty());
            }
            if (i == takeover) {
                List<String> names = plan.rules().stream().map(RulePlan::name).toList();
                RuleStarts starts = new RuleStarts(Math.max(1, since), names, List.of());
                node.begin(event.sequence() - 1, plan, starts, Optional.of(beside));
            }
            if (i < takeover) {
                beside.arrive(event);
            } else if (i % CUT_EVERY == 0) {
                node.cut();
            }
            for (Outcome outcome : there.arrive(event)) {
                Optional<Alert> alert = alert(outcome);
                if (i < takeover) {
                    note(outcome, standing);
                } else if (alert.isEmpty() || !standing.contains(alert.get().id())) {
                    expected.add(outcome.toString());
                }
            }
            for (Outcome outcome : node.arrive(event)) {
                if (i >= takeover) {
                    actual.add(outcome.toString());
                }
            }
        }
        tried++;
        withAlerts += expected.isEmpty() ? 0 : 1;
        quiet += standing.isEmpty() ? 0 : 1;
        assertThat(actual)
                .as(
                        "seed %d, %d partitions, since %d, takeover at %d%n%s%n%s",
                        seed, partitions, since, takeover, random.rulesText(), random.eventsText())
                .isEqualTo(expected);
    }

    private void compareKept(long seed) {
        Optional<RuleSetPlan> made = warmable(seed);
        if (made.isEmpty()) {
            return;
        }
        RuleSetPlan plan = made.get();
        RandomCase random = RandomCase.of(seed);
        List<SeenEvent> events = events(plan, random);
        int edit = new SplittableRandom(seed).nextInt(events.size());
        long idle = EventLines.idleInputs(random.eventsText());
        EngineRun steady = new EngineRun(plan, 1, idle);
        EngineRun edited = new EngineRun(plan, 1, idle);
        Map<String, String> versions = new TreeMap<>();
        plan.rules().forEach(rule -> versions.put(rule.name(), "2"));
        RuleSetPlan other = edited.changed(versions);
        List<String> kept = plan.rules().stream()
                .filter(rule -> RuleContinuity.keepsState(rule, rule))
                .map(RulePlan::name)
                .toList();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        Set<String> standing = new TreeSet<>();
        for (int i = 0; i < events.size(); i++) {
            if (i == edit) {
                edited.begin(events.get(i).sequence() - 1, other, new RuleStarts(0, List.of(), kept), Optional.empty());
            }
            for (Outcome outcome : steady.arrive(events.get(i))) {
                Optional<Alert> alert = alert(outcome).filter(one -> kept.contains(one.rule()));
                if (i < edit) {
                    note(outcome, standing);
                } else if (alert.isPresent() && !standing.contains(alert.get().id())) {
                    expected.add(words(outcome));
                }
            }
            for (Outcome outcome : edited.arrive(events.get(i))) {
                if (i >= edit
                        && alert(outcome)
                                .filter(one -> kept.contains(one.rule()))
                                .isPresent()) {
                    actual.add(words(outcome));
                }
            }
        }
        withAlerts += expected.isEmpty() ? 0 : 1;
        assertThat(actual)
                .as("seed %d, edit at %d%n%s%n%s", seed, edit, random.rulesText(), random.eventsText())
                .isEqualTo(expected);
    }

    private static void note(Outcome outcome, Set<String> standing) {
        if (outcome instanceof Outcome.Fired fired) {
            standing.add(fired.alert().id());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            standing.remove(retracted.alert().id());
        }
    }

    private static Optional<Alert> alert(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            return Optional.of(fired.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            return Optional.of(amended.alert());
        }
        return outcome instanceof Outcome.Retracted retracted ? Optional.of(retracted.alert()) : Optional.empty();
    }

    /** What is said, without the version that says it. */
    private static String words(Outcome outcome) {
        Alert alert = alert(outcome).orElseThrow();
        return outcome.sequence() + " " + outcome.getClass().getSimpleName() + " " + alert.rule() + " " + alert.key()
                + " " + alert.atNanos() + " " + alert.message() + " "
                + alert.matched().stream()
                        .map(step -> step.step() + step.events())
                        .collect(Collectors.joining());
    }

    private static Optional<RuleSetPlan> warmable(long seed) {
        Compilation compilation = Trial.compile(RandomCase.of(seed).rulesText());
        return compilation
                .plan()
                .map(plan -> {
                    RuleContinuity continuity = new RuleContinuity(plan);
                    return plan.withRules(plan.rules().stream()
                            .filter(rule -> continuity.obstacle(rule).isEmpty())
                            .toList());
                })
                .filter(plan -> !plan.rules().isEmpty());
    }

    private static List<SeenEvent> events(RuleSetPlan plan, RandomCase random) {
        return EventLines.parse(plan.events(), random.eventsText()).stream()
                .filter(event -> !event.isChange())
                .toList();
    }
}
