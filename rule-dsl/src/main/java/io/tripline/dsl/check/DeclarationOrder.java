package io.tripline.dsl.check;

import io.tripline.dsl.syntax.Declaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what others are made of before them, so far as words tell: a word that is the name of another declaration is taken
 * for it. So a chain of any length is checked from its end; a circle is found when it is checked.
 */
final class DeclarationOrder {

    private DeclarationOrder() {}

    static List<Declaration> of(List<Declaration> declarations) {
        Map<String, Declaration> byName = new HashMap<>();
        declarations.forEach(
                declaration -> byName.putIfAbsent(declaration.name().text(), declaration));
        Set<String> begun = new HashSet<>();
        List<Declaration> ordered = new ArrayList<>();
        for (Declaration declaration : declarations) {
            walk(declaration, byName, begun, ordered);
        }
        return ordered;
    }

    private record Open(Declaration declaration, Iterator<String> words) {}

    private static void walk(
            Declaration from, Map<String, Declaration> byName, Set<String> begun, List<Declaration> ordered) {
        if (!begun.add(from.name().text())) {
            return;
        }
        Deque<Open> path = new ArrayDeque<>();
        path.push(new Open(from, from.tokens().iterator()));
        while (!path.isEmpty()) {
            Open open = path.peek();
            if (!open.words().hasNext()) {
                ordered.add(open.declaration());
                path.pop();
                continue;
            }
            Declaration used = byName.get(open.words().next());
            if (used != null && begun.add(used.name().text())) {
                path.push(new Open(used, used.tokens().iterator()));
            }
        }
    }
}
