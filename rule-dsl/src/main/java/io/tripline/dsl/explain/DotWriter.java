package io.tripline.dsl.explain;

import io.tripline.dsl.explain.StateGraph.Edge;
import io.tripline.dsl.explain.StateGraph.Kind;
import io.tripline.dsl.explain.StateGraph.Node;

/** A graph in the DOT language of Graphviz. */
public final class DotWriter {

    /** Longer texts are broken, so that boxes stay narrow. */
    private static final int LINE_WIDTH = 32;

    private DotWriter() {}

    public static String write(String name, StateGraph graph) {
        StringBuilder dot = new StringBuilder("digraph ").append(quoted(name)).append(" {\n  rankdir=LR;\n");
        dot.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        dot.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (Node node : graph.nodes()) {
            dot.append("  ").append(node.id()).append(" [label=").append(label(node));
            dot.append(shape(node.kind())).append("];\n");
        }
        for (Edge edge : graph.edges()) {
            dot.append("  ").append(edge.from()).append(" -> ").append(edge.to());
            if (!edge.label().isEmpty()) {
                dot.append(" [label=").append(quoted(wrapped(edge.label()))).append(']');
            }
            dot.append(";\n");
        }
        return dot.append("}\n").toString();
    }

    private static String label(Node node) {
        return quoted(node.detail().isEmpty() ? node.title() : node.title() + "\n" + wrapped(node.detail()));
    }

    private static String shape(Kind kind) {
        return switch (kind) {
            case START -> ", shape=circle";
            case STEP -> "";
            case WAIT -> ", style=\"rounded,dashed\"";
            case MATCH -> ", shape=doublecircle";
        };
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + word.length() > LINE_WIDTH) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
