package io.tripline.dsl.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks declarations that are made of each other, each once, what it is made of first. For one compilation.
 */
final class OnDemand {

    /** More declarations one inside the other are not followed: nobody writes them, and the stack is finite. */
    private static final int DEEPEST = 60;

    private final Map<String, Runnable> waiting = new HashMap<>();
    private final Deque<String> underWay = new ArrayDeque<>();
    private final Set<String> circular = new HashSet<>();
    private final Consumer<List<String>> onCycle;
    private final Consumer<String> onTooDeep;

    /**
     * A set without declarations.
     *
     * @param onCycle is told the names of declarations that are made of each other, the first one again at the end
     * @param onTooDeep is told the name of one that is too deep inside of others
     */
    OnDemand(Consumer<List<String>> onCycle, Consumer<String> onTooDeep) {
        this.onCycle = onCycle;
        this.onTooDeep = onTooDeep;
    }

    void add(String name, Runnable check) {
        waiting.put(name, check);
    }

    /** Checks the declaration of that name, if it has not been; false if it is being checked: it is made of itself. */
    boolean ensure(String name) {
        if (underWay.contains(name)) {
            List<String> cycle = new ArrayList<>();
            for (String inside : underWay) {
                cycle.add(0, inside);
                if (inside.equals(name)) {
                    break;
                }
            }
            cycle.add(name);
            if (circular.addAll(cycle)) {
                onCycle.accept(cycle);
            }
            return false;
        }
        Runnable check = waiting.remove(name);
        if (check != null) {
            if (underWay.size() >= DEEPEST) {
                onTooDeep.accept(name);
                circular.add(name);
                return false;
            }
            underWay.push(name);
            check.run();
            underWay.pop();
        }
        return !circular.contains(name);
    }
}
