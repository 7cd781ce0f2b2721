package io.tripline.engine.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan.OnEvent;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.ExpressionCompiler;
import io.tripline.engine.expression.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index finds whom asking everybody would find. Conditions are those of rules {@code on P[…]}, events are drawn. */
class PredicateIndexTest {

    private static final String EVENT = """
            event P {
              s  string?
              t  string
              n  int?
              d  decimal
              f  float
              c  enum(red, green, blue)
              b  bool
              at timestamp @time
            }
            """;
    private static final int EVENTS = 300;

    private record Indexed(RuleSetPlan plan, PredicateIndex index, List<Condition> conditions) {}

    /** Subscribers are numbered by the names of their rules: the plan has them in that order. */
    private static Indexed index(List<String> conditions) {
        StringBuilder text = new StringBuilder(EVENT);
        for (int i = 0; i < conditions.size(); i++) {
            String name = "r" + (1_000 + i);
            text.append("rule ").append(name).append(" { by t on p: P[").append(conditions.get(i));
            text.append("] alert \"x\" }\n");
        }
        RuleSetPlan plan = EngineDriver.compile(text.toString());
        List<Interest> interests = new ArrayList<>();
        List<Condition> asked = new ArrayList<>();
        for (RulePlan rule : plan.rules()) {
            OnEvent on = (OnEvent) rule.trigger();
            interests.add(new Interest(
                    Integer.parseInt(rule.name().substring(1)) - 1_000,
                    on.step().condition(),
                    rule.key()));
            asked.add(new ExpressionCompiler(rule.key()).condition(on.step().condition()));
        }
        return new Indexed(plan, PredicateIndex.of(interests), asked);
    }

    private static List<Integer> found(PredicateIndex index, Scope scope) {
        int count = index.find(scope);
        return Arrays.stream(index.found()).limit(count).boxed().toList();
    }

    private static List<Integer> asked(Indexed indexed, Scope scope) {
        List<Integer> holding = new ArrayList<>();
        for (int i = 0; i < indexed.conditions().size(); i++) {
            if (indexed.conditions().get(i).holds(scope)) {
                holding.add(i);
            }
        }
        return holding;
    }

    private static void agreesOnDrawnEvents(Indexed indexed, SplittableRandom random) {
        EventCatalog catalog = new EventCatalog(1, indexed.plan().events());
        EventWriter writer = new EventWriter(256);
        Event event = new Event();
        Scope scope = new Scope();
        for (int i = 0; i < EVENTS; i++) {
            writer.clear();
            write(writer, catalog.layoutOrNull("P"), random);
            event.wrap(catalog, writer.array(), 0, i, 0);
            scope.showMoving(event);

            assertThat(found(indexed.index(), scope)).as(event.toString()).isEqualTo(asked(indexed, scope));
        }
    }

    private static void write(EventWriter writer, EventLayout layout, SplittableRandom random) {
        writer.begin(layout);
        if (random.nextInt(4) > 0) {
            writer.putText(0, "s" + random.nextInt(8));
        }
        writer.putText(1, "s" + random.nextInt(8));
        if (random.nextInt(4) > 0) {
            writer.putLong(2, random.nextInt(-10, 11));
        }
        writer.putDecimal(3, Decimals.pack(random.nextInt(-100, 101), random.nextInt(0, 3)));
        writer.putFloat(4, random.nextInt(-10, 11) / 2.0);
        writer.putLong(5, random.nextInt(3));
        writer.putBool(6, random.nextBoolean());
        writer.putLong(7, 1_800_000_000_000_000_000L + random.nextInt(10));
        writer.end();
    }

    private static String condition(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 0 ? 14 : 11);
        return switch (kind) {
            case 0 -> "s == \"s" + random.nextInt(8) + "\"";
            case 1 -> "t != \"s" + random.nextInt(8) + "\"";
            case 2 -> "t in (\"s" + random.nextInt(8) + "\", \"s" + random.nextInt(8) + "\", \"s1\")";
            case 3 -> "n " + operator(random) + " " + random.nextInt(-8, 9);
            case 4 -> "d " + operator(random) + " " + random.nextInt(-9, 10) + "." + random.nextInt(100);
            case 5 -> random.nextInt(-8, 9) + " " + operator(random) + " f";
            case 6 -> "d between " + random.nextInt(-9, 3) + " and " + random.nextInt(-2, 9);
            case 7 -> "n between " + random.nextInt(-9, 3) + " and " + random.nextInt(-2, 9);
            case 8 -> "c == " + List.of("red", "green", "blue").get(random.nextInt(3));
            case 9 -> random.nextBoolean() ? "b" : "n is missing";
            case 10 -> "n + d > " + random.nextInt(-5, 6);
            case 11 -> "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
            case 12 -> "not (" + condition(random, depth - 1) + ")";
            default -> condition(random, depth - 1) + " and " + condition(random, depth - 1);
        };
    }

    private static String operator(SplittableRandom random) {
        return List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhomAskingEverybodyWouldFind(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            conditions.add(condition(random, 3));
        }

        agreesOnDrawnEvents(index(conditions), random);
    }

    @Test
    void whatRulesHaveInCommonIsOnePredicate() {
        Indexed indexed = index(List.of(
                "s == \"x\" and d > 5",
                "d > 5.00 and t == \"y\"",
                "\"x\" == s and t == \"y\"",
                "5 < d and n is missing",
                "n is missing and s == \"x\""));

        assertThat(indexed.index().predicateCount()).isEqualTo(4);
    }

    @Test
    void twoEndsOfOneFieldAreOneRange() {
        assertThat(index(List.of("d >= 1 and b and d < 9")).index().predicateCount())
                .isEqualTo(2);
    }

    @Test
    void aRangeThatNothingLiesInFindsNobody() {
        agreesOnDrawnEvents(
                index(List.of("d > 5 and d < 3", "n > 2 and n < 3", "d >= 3 and d <= 3")), new SplittableRandom(1));
    }

    @Test
    void whoeverAsksForAllEventsIsFoundForEach() {
        RulePlan rule = EngineDriver.compile(EVENT + "rule r { by t on p: P[n > 100] alert \"x\" }")
                .rules()
                .get(0);
        OnEvent on = (OnEvent) rule.trigger();
        PredicateIndex index = PredicateIndex.of(List.of(
                new Interest(3, java.util.Optional.empty(), rule.key()),
                new Interest(1, on.step().condition(), rule.key())));
        EventCatalog catalog = new EventCatalog(1, EngineDriver.compile(EVENT).events());
        EventWriter writer = new EventWriter(256);
        write(writer, catalog.layoutOrNull("P"), new SplittableRandom(1));
        Event event = new Event();
        event.wrap(catalog, writer.array(), 0, 1, 0);
        Scope scope = new Scope();
        scope.showMoving(event);

        assertThat(found(index, scope)).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTreeFindsTheRangesThatHoldAValue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RangeTree.Entry> entries = new ArrayList<>();
        SlotRange.Bound[] bounds = SlotRange.Bound.values();
        for (int i = 0; i < 200; i++) {
            SlotRange range = new SlotRange(
                    SlotOrder.WHOLE,
                    bounds[random.nextInt(3)],
                    random.nextInt(20),
                    bounds[random.nextInt(3)],
                    random.nextInt(20));
            entries.add(new RangeTree.Entry(range, i));
        }
        RangeTree tree = new RangeTree(0, entries);
        int[] found = new int[entries.size()];
        for (long slot = -1; slot <= 20; slot++) {
            TreeSet<Integer> expected = new TreeSet<>();
            for (RangeTree.Entry entry : entries) {
                if (entry.range().holds(slot)) {
                    expected.add(entry.predicate());
                }
            }

            int count = tree.find(slot, found);

            assertThat(Arrays.stream(found).limit(count).boxed()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
