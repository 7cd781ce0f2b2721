package io.tripline.engine.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of a set, or its decisions, and what becomes of them when another set follows. Most stay, and in the same order:
 * those cost a step each, and only the others are looked for by their names.
 */
final class Roster {

    /** Says who comes at a place of the next set. */
    interface Successor {

        /** @param knownOrNull who has the name now; given back when it goes on */
        ActiveRule at(int place, ActiveRule knownOrNull);
    }

    private final Map<String, ActiveRule> byName = new TreeMap<>();
    private List<ActiveRule> inOrder = List.of();
    private List<ActiveRule> sorted = List.of();

    /**
     * Another set follows.
     *
     * @param names in the order of the set, each once
     * @return who is gone
     */
    List<ActiveRule> change(List<String> names, Successor successor) {
        boolean[] stays = new boolean[inOrder.size()];
        List<ActiveRule> next = new ArrayList<>(names.size());
        List<ActiveRule> come = new ArrayList<>();
        int likely = 0;
        for (int place = 0; place < names.size(); place++) {
            ActiveRule known =
                    likely < inOrder.size() && inOrder.get(likely).name().equals(names.get(place))
                            ? inOrder.get(likely)
                            : byName.get(names.get(place));
            likely = known == null ? likely : known.place() + 1;
            ActiveRule rule = successor.at(place, known);
            next.add(rule);
            if (rule == known) {
                stays[known.place()] = true;
            } else {
                come.add(rule);
            }
        }
        List<ActiveRule> gone = new ArrayList<>();
        for (int place = 0; place < stays.length; place++) {
            if (!stays[place]) {
                gone.add(inOrder.get(place));
                byName.remove(inOrder.get(place).name());
            }
        }
        come.forEach(rule -> byName.put(rule.name(), rule));
        for (int place = 0; place < next.size(); place++) {
            next.get(place).setPlace(place);
        }
        inOrder = next;
        sorted = List.copyOf(byName.values());
        return gone;
    }

    /** In the order of their names. */
    List<ActiveRule> all() {
        return sorted;
    }

    ActiveRule findOrNull(String name) {
        return byName.get(name);
    }
}
