package io.tripline.engine.core;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A rule on one event that looks things up and changes them.
 *
 * @param score 0 for none
 */
record EffectRule(
        String name, String type, List<Condition> conditions, boolean alerts, int score, List<Action> actions) {

    static final List<String> TYPES = List.of("A", "B", "D", "E");
    static final List<String> LISTS = List.of("L", "M");

    /** The table's rows come from here. */
    static final String FEED = "D";

    sealed interface Condition {
        String text();
    }

    record AtLeast(int value) implements Condition {
        @Override
        public String text() {
            return "v >= " + value;
        }
    }

    record Listed(String list, boolean on) implements Condition {
        @Override
        public String text() {
            return on ? "k in " + list : "not (k in " + list + ")";
        }
    }

    record RowAbove(int value) implements Condition {
        @Override
        public String text() {
            return "Row[k].v > " + value;
        }
    }

    record CountAtLeast(String type, int seconds, int count) implements Condition {
        @Override
        public String text() {
            return "count(" + type + ") over " + seconds + "s >= " + count;
        }
    }

    sealed interface Action {
        String text();
    }

    record Emit(String type, int more) implements Action {
        @Override
        public String text() {
            return "emit " + type + " { k: e.k, v: e.v + " + more + " }";
        }
    }

    /** @param seconds 0 for ever */
    record Add(String list, int seconds) implements Action {
        @Override
        public String text() {
            return "add k to " + list + (seconds == 0 ? "" : " for " + seconds + "s");
        }
    }

    record Remove(String list) implements Action {
        @Override
        public String text() {
            return "remove k from " + list;
        }
    }

    static List<EffectRule> random(SplittableRandom random) {
        List<EffectRule> rules = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            List<Condition> conditions = new ArrayList<>();
            for (int c = random.nextInt(3); c > 0; c--) {
                conditions.add(condition(random));
            }
            List<Action> actions = new ArrayList<>();
            for (int a = random.nextInt(3); a > 0; a--) {
                actions.add(action(random));
            }
            boolean alerts = actions.isEmpty() || random.nextBoolean();
            int score = random.nextInt(3) == 0 ? random.nextInt(1, 9) : 0;
            rules.add(new EffectRule("r" + i, of(TYPES, random), conditions, alerts, score, actions));
        }
        return rules;
    }

    private static Condition condition(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new AtLeast(random.nextInt(6));
            case 1 -> new Listed(of(LISTS, random), random.nextInt(3) > 0);
            case 2 -> new RowAbove(random.nextInt(5));
            default -> new CountAtLeast(of(TYPES, random), random.nextInt(1, 12), random.nextInt(4));
        };
    }

    private static Action action(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Emit(random.nextBoolean() ? "D" : "E", random.nextInt(3));
            case 2 -> new Add(of(LISTS, random), random.nextInt(3) * 4);
            default -> new Remove(of(LISTS, random));
        };
    }

    private static String of(List<String> names, SplittableRandom random) {
        return names.get(random.nextInt(names.size()));
    }

    /** A rule set with these rules, and with a decision. */
    static String text(List<EffectRule> rules) {
        StringBuilder text = new StringBuilder();
        for (String type : TYPES) {
            text.append("event ").append(type).append(" { k string  v int  at timestamp @time }\n");
        }
        text.append("list L of string\nlist M of string expire after 6s\n");
        text.append("table Row key k from ").append(FEED).append(" { k string  v int }\n");
        rules.forEach(rule -> text.append(rule.text()).append('\n'));
        return text + "decision zz on A by k { block when score >= 5 and k in L or count(A) over 5s > 3 else allow }\n";
    }

    private String text() {
        String when = conditions.isEmpty()
                ? ""
                : " when " + conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
        return "rule " + name + " { by k on e: " + type + when
                + actions.stream().map(action -> " " + action.text()).collect(Collectors.joining())
                + (score == 0 ? "" : " score " + score)
                + (alerts ? " alert \"!\"" : "")
                + " }";
    }
}
