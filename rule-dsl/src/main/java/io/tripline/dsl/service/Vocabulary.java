package io.tripline.dsl.service;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is known of the words of the language. */
final class Vocabulary {

    private static final List<Entry> KEYWORDS = Stream.of(
                    Keywords.DECLARATIONS,
                    Keywords.CLAUSES,
                    Keywords.VIEW_CLAUSES,
                    Keywords.BEHIND_STEP,
                    Keywords.OPERATORS,
                    Keywords.WINDOW_WORDS,
                    Keywords.OTHER)
            .flatMap(List::stream)
            .toList();

    private Vocabulary() {}

    static boolean isFunction(String name) {
        return function(name).isPresent();
    }

    static boolean isType(String name) {
        return type(name).isPresent();
    }

    static boolean isSeverity(String name) {
        return severity(name).isPresent();
    }

    static Optional<Entry> function(String name) {
        return find(name, Stream.concat(Functions.AGGREGATES.stream(), Functions.SINGLE.stream()));
    }

    static Optional<Entry> type(String name) {
        return find(name, Keywords.TYPES.stream());
    }

    static Optional<Entry> severity(String name) {
        return find(name, Keywords.SEVERITIES.stream());
    }

    static Optional<Entry> window(String name) {
        return find(name, Keywords.WINDOWS.stream());
    }

    static Optional<Entry> keyword(String name) {
        return find(name, KEYWORDS.stream());
    }

    private static Optional<Entry> find(String name, Stream<Entry> entries) {
        return entries.filter(entry -> entry.name().equals(name)).findFirst();
    }
}
