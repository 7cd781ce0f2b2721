package io.tripline.dsl.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes of a graph can reach each other: its strongly connected components, by the algorithm of Kosaraju and Sharir
 * ("A strong-connectivity algorithm and its applications in data flow analysis", 1981), in linear time.
 */
final class Components {

    private final Map<String, Integer> componentByNode = new HashMap<>();

    /** @param edges from each node to those that follow it */
    Components(Map<String, Set<String>> edges) {
        Map<String, Set<String>> turned = new LinkedHashMap<>();
        edges.forEach((from, all) -> all.forEach(
                to -> turned.computeIfAbsent(to, added -> new LinkedHashSet<>()).add(from)));
        List<String> finished = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        edges.keySet().forEach(node -> walk(node, edges, seen, finished));
        seen.clear();
        for (int i = finished.size() - 1; i >= 0; i--) {
            List<String> component = new ArrayList<>();
            walk(finished.get(i), turned, seen, component);
            int number = i;
            component.forEach(node -> componentByNode.put(node, number));
        }
    }

    /** Visits what can be reached and has not been, and notes each node when all behind it is done. */
    private static void walk(String from, Map<String, Set<String>> edges, Set<String> seen, List<String> finished) {
        if (!seen.add(from)) {
            return;
        }
        Deque<String> path = new ArrayDeque<>(List.of(from));
        Deque<Iterator<String>> open = new ArrayDeque<>();
        open.push(edges.getOrDefault(from, Set.of()).iterator());
        while (!path.isEmpty()) {
            Iterator<String> next = open.peek();
            if (!next.hasNext()) {
                finished.add(path.pop());
                open.pop();
                continue;
            }
            String node = next.next();
            if (seen.add(node)) {
                path.push(node);
                open.push(edges.getOrDefault(node, Set.of()).iterator());
            }
        }
    }

    /** The number of the component of a node; -1 of a node without edges. */
    int of(String node) {
        return componentByNode.getOrDefault(node, -1);
    }
}
