package io.tripline.engine.oracle;

import io.tripline.engine.oracle.Term.Kind;
import io.tripline.engine.oracle.TypeDraft.FieldDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Aggregates over windows, and over what steps have taken. */
final class RandomWindows {

    /** An aggregate of a field; the parameter stands behind it. */
    record Call(String function, String field, String parameter) {

        static Call of(String function, FieldDraft field) {
            return new Call(function, field.name(), "");
        }

        /** Over events that are named so. */
        String text(String source) {
            return text(source, "");
        }

        String text(String source, String ownKey) {
            return function + "(" + source + "." + field + parameter + ownKey + ")";
        }
    }

    private final Choice choice;

    RandomWindows(Choice choice) {
        this.choice = choice;
    }

    /**
     * Some aggregate of that kind over events of a type.
     *
     * @param filter of the events, where there is one
     * @param ownKey as it stands behind the argument, where there is one
     */
    Optional<Term> window(Kind kind, TypeDraft type, Optional<Term> filter, Optional<Term> ownKey) {
        String events = type.name() + (filter.isEmpty() ? "" : "[§]");
        String by = ownKey.isEmpty() ? "" : " §";
        String over = over();
        List<Term> parts = Stream.of(filter, ownKey).flatMap(Optional::stream).toList();
        if (kind == Kind.INT && choice.chance(40)) {
            return Optional.of(new Term(kind, "count(" + events + by + ")" + over, parts));
        }
        Optional<Call> call = choice.chance(40) ? newer(kind, type) : aggregated(kind, type);
        return call.map(it -> new Term(kind, "(" + it.text(events, by) + over + ")", parts));
    }

    /** A list, which only messages can show; of values that have an order, since ties go by it. */
    Optional<Term> top(TypeDraft type, Optional<Term> filter) {
        List<FieldDraft> fields = type.fields().stream()
                .filter(field -> field.kind() == Kind.STRING || Kind.ORDERED.contains(field.kind()))
                .toList();
        String events = type.name() + (filter.isEmpty() ? "" : "[§]");
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term(
                        Kind.STRING,
                        "(" + new Call("top", choice.oneOf(fields).name(), ", " + choice.number(1, 3)).text(events)
                                + over() + ")",
                        filter.stream().toList()));
    }

    private String over() {
        String before = choice.chance(15) ? " before this" : "";
        String ending = choice.chance(12) ? " ending " + choice.oneOf("500ms", "1s", "2s", "5s", "20s") + " ago" : "";
        String length =
                switch (choice.number(1, 10)) {
                    case 1, 2 -> "last " + choice.oneOf(1, 1, 2, 3, 5, 8) + " events";
                    case 3 ->
                        choice.oneOf(
                                        "500ms step 500ms",
                                        "1s step 200ms",
                                        "1s step 1s",
                                        "3s step 1s",
                                        "5s step 500ms",
                                        "20s step 5s")
                                + ending;
                    default -> choice.oneOf("500ms", "1s", "2s", "3s", "5s", "8s", "20s", "1m") + ending;
                };
        return " over " + length + before;
    }

    /** An aggregate, over whatever there is, whose result is of that kind. */
    Optional<Call> aggregated(Kind kind, TypeDraft type) {
        List<Call> calls = new ArrayList<>();
        for (FieldDraft field : type.fields()) {
            if (field.kind() == kind && Kind.ORDERED.contains(kind)) {
                calls.add(Call.of(choice.oneOf("min", "max"), field));
            }
            if (field.kind() == kind && (Kind.NUMERIC.contains(kind) || kind == Kind.DURATION)) {
                calls.add(Call.of("sum", field));
            }
            boolean averages = kind == Kind.FLOAT && field.kind() == Kind.FLOAT
                    || kind == Kind.DECIMAL && (field.kind() == Kind.INT || field.kind() == Kind.DECIMAL);
            if (averages) {
                calls.add(Call.of("avg", field));
            }
            if (kind == Kind.INT) {
                calls.add(Call.of(choice.oneOf("count", "distinct", "distinct"), field));
            }
        }
        return calls.isEmpty() ? Optional.empty() : Optional.of(choice.oneOf(calls));
    }

    /** One of those that are over windows only, or give what one of the values is. */
    private Optional<Call> newer(Kind kind, TypeDraft type) {
        List<Call> calls = new ArrayList<>();
        for (FieldDraft field : type.fields()) {
            if (field.kind() == kind) {
                calls.add(Call.of(choice.oneOf("first", "last"), field));
                if (Kind.ORDERED.contains(kind)) {
                    calls.add(Call.of("median", field));
                    calls.add(new Call(
                            "quantile",
                            field.name(),
                            ", " + choice.oneOf("0", "0.25", "0.5", "0.9", "0.99", "1", "0.333")));
                }
            }
            if (kind == Kind.INT) {
                calls.add(Call.of("approx_distinct", field));
            }
            if (kind == Kind.FLOAT && Kind.NUMERIC.contains(field.kind())) {
                calls.add(Call.of("stddev", field));
            }
        }
        return calls.isEmpty() ? Optional.empty() : Optional.of(choice.oneOf(calls));
    }
}
