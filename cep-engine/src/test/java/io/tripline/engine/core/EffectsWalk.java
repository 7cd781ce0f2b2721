package io.tripline.engine.core;

import io.tripline.engine.core.EffectRule.Action;
import io.tripline.engine.core.EffectRule.Add;
import io.tripline.engine.core.EffectRule.AtLeast;
import io.tripline.engine.core.EffectRule.Condition;
import io.tripline.engine.core.EffectRule.CountAtLeast;
import io.tripline.engine.core.EffectRule.Emit;
import io.tripline.engine.core.EffectRule.Listed;
import io.tripline.engine.core.EffectRule.Remove;
import io.tripline.engine.core.EffectRule.RowAbove;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules that act on each other do, by the reference alone: one event after the other, everything by looking at all there was. */
final class EffectsWalk {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long FOR_EVER = Long.MAX_VALUE;

    /** An event that comes in. */
    record Given(String type, String key, int value, long seconds) {}

    private record Seen(Given event, String identity, int generation, String maker) {}

    private final List<EffectRule> rules;
    private final List<Seen> past = new ArrayList<>();
    private final Map<String, Map<String, Long>> untilByEntry = new TreeMap<>();
    private final Map<String, Integer> rows = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Deque<Seen> waiting = new ArrayDeque<>();
    private int made;

    EffectsWalk(List<EffectRule> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(EffectRule::name)).toList();
        EffectRule.LISTS.forEach(list -> untilByEntry.put(list, new TreeMap<>()));
    }

    List<String> outcomes(List<Given> events) {
        long sequence = 1;
        for (Given event : events) {
            sequence++;
            made = 0;
            int ordinal = 0;
            go(new Seen(event, "#" + sequence, 0, ""));
            while (!waiting.isEmpty()) {
                ordinal++;
                Seen next = waiting.remove();
                lines.add(next.maker() + " emits " + next.event().type() + " {k="
                        + next.event().key() + ", v=" + next.event().value() + ", at="
                        + START.plusSeconds(next.event().seconds()) + "}");
                go(new Seen(next.event(), "#" + sequence + "." + ordinal, next.generation(), next.maker()));
            }
        }
        return lines;
    }

    private void go(Seen seen) {
        past.add(seen);
        Given event = seen.event();
        List<EffectRule> fired = rules.stream()
                .filter(rule -> rule.type().equals(event.type()))
                .filter(rule -> rule.conditions().stream().allMatch(condition -> holds(condition, event)))
                .toList();
        boolean decided = event.type().equals("A");
        int score = fired.stream().mapToInt(EffectRule::score).sum();
        boolean blocks = decided && (score >= 5 && isOn("L", event) || count("A", event, 5) > 3);
        for (EffectRule rule : fired) {
            if (rule.alerts()) {
                lines.add("+ " + rule.name() + " e=" + seen.identity());
            }
        }
        for (EffectRule rule : fired) {
            rule.actions().forEach(action -> perform(rule.name(), action, seen));
        }
        if (decided) {
            lines.add("zz of " + seen.identity() + ": " + (blocks ? "block" : "allow") + ", score " + score);
        }
        if (event.type().equals(EffectRule.FEED)) {
            rows.put(event.key(), event.value());
        }
    }

    private boolean holds(Condition condition, Given event) {
        if (condition instanceof AtLeast least) {
            return event.value() >= least.value();
        } else if (condition instanceof Listed listed) {
            return isOn(listed.list(), event) == listed.on();
        } else if (condition instanceof RowAbove row) {
            return rows.containsKey(event.key()) && rows.get(event.key()) > row.value();
        }
        CountAtLeast count = (CountAtLeast) condition;
        return count(count.type(), event, count.seconds()) >= count.count();
    }

    private boolean isOn(String list, Given event) {
        Long until = untilByEntry.get(list).get(event.key());
        return until != null && event.seconds() <= until;
    }

    private long count(String type, Given event, int seconds) {
        return past.stream()
                .map(Seen::event)
                .filter(other -> other.type().equals(type)
                        && other.key().equals(event.key())
                        && other.seconds() >= event.seconds() - seconds)
                .count();
    }

    private void perform(String rule, Action action, Seen seen) {
        Given event = seen.event();
        if (action instanceof Add add) {
            long stays = add.seconds() != 0 ? add.seconds() : add.list().equals("M") ? 6 : FOR_EVER;
            untilByEntry.get(add.list()).put(event.key(), stays == FOR_EVER ? FOR_EVER : event.seconds() + stays);
            lines.add(rule + " adds " + event.key() + " to " + add.list());
        } else if (action instanceof Remove remove) {
            untilByEntry.get(remove.list()).remove(event.key());
            lines.add(rule + " removes " + event.key() + " from " + remove.list());
        } else {
            emit(rule, (Emit) action, seen);
        }
    }

    private void emit(String rule, Emit emit, Seen seen) {
        if (seen.generation() >= 16) {
            lines.add(rule + " refused: no " + emit.type() + " is made: rules that make each other fire stop after 16");
        } else if (made >= 1_000) {
            lines.add(rule + " refused: no " + emit.type() + " is made: one input makes at most 1000 events");
        } else {
            made++;
            Given event = seen.event();
            Given next = new Given(emit.type(), event.key(), event.value() + emit.more(), event.seconds());
            waiting.add(new Seen(next, "", seen.generation() + 1, rule));
        }
    }
}
