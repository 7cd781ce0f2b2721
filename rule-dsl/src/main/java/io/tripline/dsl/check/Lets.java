package io.tripline.dsl.check;

import io.tripline.dsl.syntax.Declaration.LetDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The named values of a rule set. */
final class Lets {

    private final Map<String, LetDeclaration> byName = new TreeMap<>();
    /** How large each is with all that it is made of; only those that are free of errors are here. */
    private final Map<String, Integer> sizes = new HashMap<>();

    void declare(LetDeclaration let) {
        byName.putIfAbsent(let.name().text(), let);
    }

    /** It is free of errors. */
    void accept(String name, int size) {
        sizes.put(name, size);
    }

    Optional<LetDeclaration> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A computed field of an event type. */
    Optional<LetDeclaration> find(String event, String name) {
        return find(name)
                .filter(let -> let.event().filter(of -> of.text().equals(event)).isPresent());
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The names of the computed fields of an event type. */
    List<String> computedOf(String event) {
        return byName.values().stream()
                .filter(let -> let.event().filter(of -> of.text().equals(event)).isPresent())
                .map(let -> let.name().text())
                .sorted()
                .toList();
    }

    /** How many pieces it has, with all that it is made of; empty when it has errors. */
    Optional<Integer> size(String name) {
        return Optional.ofNullable(sizes.get(name));
    }
}
