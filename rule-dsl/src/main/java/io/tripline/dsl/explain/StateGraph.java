package io.tripline.dsl.explain;

import java.util.List;

/**
 * The states of a rule: where a match can stand, and what leads from one place to the next.
 *
 * @param nodes the start first, then the steps in the order of writing, then what is waited for, the match last
 */
public record StateGraph(List<Node> nodes, List<Edge> edges) {

    /**
     * @param id {@code start}, {@code step0} and so on, {@code wait}, {@code match}
     * @param title what people call it
     * @param detail what it asks for, in words; may be empty
     */
    public record Node(String id, Kind kind, String title, String detail) {}

    public enum Kind {
        START,
        STEP,
        /** Nothing may come until a deadline. */
        WAIT,
        MATCH
    }

    /**
     * A way from one state to another, or to itself.
     *
     * @param label how the next event follows and what must not come before it; may be empty
     * @param again whether it begins a further round
     */
    public record Edge(String from, String to, String label, boolean again) {}

    public StateGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
