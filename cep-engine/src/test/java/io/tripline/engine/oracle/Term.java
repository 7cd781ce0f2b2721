package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of rule text that has a value.
 *
 * @param template the text, with a § for each part
 */
record Term(Kind kind, String template, List<Term> parts) {

    enum Kind {
        INT("1"),
        DECIMAL("1.5"),
        FLOAT(""),
        STRING("\"x\""),
        BOOL("true"),
        ENUM(""),
        DURATION("1s"),
        TIMESTAMP(""),
        IP("\"10.0.0.1\"");

        static final List<Kind> NUMERIC = List.of(INT, DECIMAL, FLOAT);
        static final List<Kind> ORDERED = List.of(INT, DECIMAL, FLOAT, DURATION, TIMESTAMP);
        static final List<Kind> ALL = List.of(values());

        /** The simplest text of this kind; empty when it has no literals. */
        final String simplest;

        Kind(String simplest) {
            this.simplest = simplest;
        }
    }

    Term {
        parts = List.copyOf(parts);
    }

    static Term of(Kind kind, String template, Term... parts) {
        return new Term(kind, template, List.of(parts));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int part = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '§') {
                text.append(parts.get(part++).text());
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Simpler terms of the same kind, the simplest first. */
    Stream<Term> simpler() {
        List<Term> simpler = new ArrayList<>();
        if (!kind.simplest.isEmpty() && !template.equals(kind.simplest) && !template.startsWith("by ")) {
            simpler.add(of(kind, kind.simplest));
        }
        parts.stream().filter(part -> part.kind == kind).forEach(simpler::add);
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            parts.get(i).simpler().forEach(part -> {
                List<Term> changed = new ArrayList<>(parts);
                changed.set(place, part);
                simpler.add(new Term(kind, template, changed));
            });
        }
        return simpler.stream();
    }
}
