package io.tripline.engine.oracle;

import io.tripline.engine.oracle.PatternDraft.StepDraft;
import io.tripline.engine.oracle.Term.Kind;
import io.tripline.engine.oracle.TypeDraft.FieldDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Expressions of every shape the language has, well typed. */
final class RandomTerms {

    private static final List<String> ORDER = List.of("<", "<=", ">", ">=", "==", "!=");

    private final Choice choice;
    private final RandomWindows windows;
    private final RandomCalls calls;

    RandomTerms(Choice choice) {
        this.choice = choice;
        this.windows = new RandomWindows(choice);
        this.calls = new RandomCalls(choice, this);
    }

    Term condition(Scope scope, int depth) {
        if (depth > 0 && choice.chance(30)) {
            Term left = condition(scope, depth - 1);
            return switch (choice.number(1, 5)) {
                case 1, 2 -> Term.of(Kind.BOOL, "(§ and §)", left, condition(scope, depth - 1));
                case 3, 4 -> Term.of(Kind.BOOL, "(§ or §)", left, condition(scope, depth - 1));
                default -> Term.of(Kind.BOOL, "not (§)", left);
            };
        }
        return switch (choice.number(1, 10)) {
            case 1 -> value(Kind.BOOL, scope, depth).orElseGet(() -> comparison(scope, depth));
            case 2 -> choices(scope).orElseGet(() -> comparison(scope, depth));
            case 3 -> missing(scope).orElseGet(() -> comparison(scope, depth));
            case 4 -> equality(scope).orElseGet(() -> comparison(scope, depth));
            case 5 -> between(scope, depth);
            default -> comparison(scope, depth);
        };
    }

    private Term comparison(Scope scope, int depth) {
        Kind kind = choice.oneOf(
                Kind.INT, Kind.INT, Kind.DECIMAL, Kind.DECIMAL, Kind.FLOAT, Kind.DURATION, Kind.TIMESTAMP, Kind.STRING);
        Optional<Term> left = value(kind, scope, depth);
        Kind other = Kind.NUMERIC.contains(kind) ? choice.oneOf(Kind.NUMERIC) : kind;
        Optional<Term> right = choice.chance(50) ? literal(other) : value(other, scope, depth);
        if (left.isEmpty() || right.isEmpty()) {
            return left.isPresent() && literal(kind).isPresent()
                    ? Term.of(
                            Kind.BOOL,
                            "§ " + choice.oneOf(ORDER) + " §",
                            left.get(),
                            literal(kind).get())
                    : Term.of(Kind.BOOL, "true");
        }
        return Term.of(Kind.BOOL, "§ " + choice.oneOf(ORDER) + " §", left.get(), right.get());
    }

    private Term between(Scope scope, int depth) {
        Kind kind = choice.oneOf(Kind.INT, Kind.DECIMAL, Kind.DURATION);
        return value(kind, scope, depth)
                .map(value -> Term.of(
                        Kind.BOOL,
                        choice.chance(70) ? "§ between § and §" : "§ not between § and §",
                        value,
                        literal(kind).orElseThrow(),
                        literal(kind).orElseThrow()))
                .orElseGet(() -> comparison(scope, depth));
    }

    private Optional<Term> choices(Scope scope) {
        Kind kind = choice.oneOf(Kind.INT, Kind.DECIMAL, Kind.STRING, Kind.ENUM, Kind.IP);
        return value(kind, scope, 1).map(value -> {
            List<Term> parts = new ArrayList<>(List.of(value));
            for (int i = choice.number(1, 3); i > 0; i--) {
                parts.add(literal(kind).orElseThrow());
            }
            String places = "§, ".repeat(parts.size() - 2) + "§";
            return new Term(Kind.BOOL, (choice.chance(70) ? "§ in (" : "§ not in (") + places + ")", parts);
        });
    }

    private Optional<Term> missing(Scope scope) {
        List<Term> optional = new ArrayList<>();
        for (Kind kind : Kind.ALL) {
            named(kind, scope, true).ifPresent(optional::add);
        }
        return optional.isEmpty()
                ? Optional.empty()
                : Optional.of(Term.of(
                        Kind.BOOL, choice.chance(50) ? "§ is missing" : "§ is not missing", choice.oneOf(optional)));
    }

    private Optional<Term> equality(Scope scope) {
        Kind kind = choice.oneOf(Kind.STRING, Kind.STRING, Kind.ENUM, Kind.BOOL, Kind.IP);
        Optional<Term> left = value(kind, scope, 1);
        Optional<Term> right = choice.chance(50) ? literal(kind) : value(kind, scope, 1);
        String operator = choice.oneOf("==", "!=");
        return left.flatMap(l -> right.map(r -> Term.of(Kind.BOOL, "§ " + operator + " §", l, r)));
    }

    /** Some expression of that kind, unless the scope has none. */
    Optional<Term> value(Kind kind, Scope scope, int depth) {
        List<Supplier<Optional<Term>>> ways = new ArrayList<>();
        ways.add(() -> named(kind, scope, false));
        ways.add(() -> named(kind, scope, false));
        ways.add(() -> ofSteps(kind, scope));
        ways.add(() -> ofWindow(kind, scope));
        if (depth > 0) {
            ways.add(() -> arithmetic(kind, scope, depth - 1));
            ways.add(() -> orElse(kind, scope));
            ways.add(() -> calls.value(kind, scope, depth - 1));
        }
        while (!ways.isEmpty()) {
            Optional<Term> term = ways.remove(choice.number(0, ways.size() - 1)).get();
            if (term.isPresent()) {
                return term;
            }
        }
        return Optional.empty();
    }

    private Optional<Term> orElse(Kind kind, Scope scope) {
        return named(kind, scope, true).flatMap(value -> literal(kind).map(l -> Term.of(kind, "(§ ?? §)", value, l)));
    }

    /** A field: bare, of a step, or a part of the key. */
    private Optional<Term> named(Kind kind, Scope scope, boolean optionalOnly) {
        List<String> names = new ArrayList<>();
        scope.current().ifPresent(type -> fields(type, kind, optionalOnly).forEach(names::add));
        for (StepDraft step : scope.steps()) {
            boolean mayBeMissing = !optionalOnly || !step.count().times().isEmpty();
            fields(step.type(), kind, !mayBeMissing).forEach(field -> names.add(step.name() + "." + field));
        }
        if (!optionalOnly) {
            scope.key().stream().filter(field -> field.kind() == kind).forEach(field -> names.add(field.name()));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(Term.of(kind, choice.oneOf(names)));
    }

    private static List<String> fields(TypeDraft type, Kind kind, boolean optionalOnly) {
        List<String> names = new ArrayList<>();
        type.fieldsOf(kind).stream()
                .filter(field -> field.optional() || !optionalOnly)
                .forEach(field -> names.add(field.name()));
        if (kind == Kind.TIMESTAMP && !optionalOnly) {
            names.add("at");
        }
        return names;
    }

    private Optional<Term> ofSteps(Kind kind, Scope scope) {
        List<StepDraft> repeated =
                scope.steps().stream().filter(StepDraft::repeats).toList();
        if (repeated.isEmpty()) {
            return Optional.empty();
        }
        StepDraft step = choice.oneOf(repeated);
        if (kind == Kind.INT && choice.chance(50)) {
            return Optional.of(Term.of(kind, "count(" + step.name() + ")"));
        }
        if (choice.chance(30)) {
            List<FieldDraft> fields = step.type().fieldsOf(kind);
            String function = choice.oneOf("prev", "first", "last");
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Term.of(
                            kind,
                            function + "(" + step.name() + "."
                                    + choice.oneOf(fields).name() + ")"));
        }
        if (kind == Kind.FLOAT && choice.chance(40)) {
            List<FieldDraft> fields = step.type().fields().stream()
                    .filter(field -> Kind.NUMERIC.contains(field.kind()))
                    .toList();
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Term.of(
                            kind,
                            "stddev(" + step.name() + "." + choice.oneOf(fields).name() + ")"));
        }
        return windows.aggregated(kind, step.type()).map(call -> Term.of(kind, call.text(step.name())));
    }

    private Optional<Term> ofWindow(Kind kind, Scope scope) {
        if (scope.windowed().isEmpty()) {
            return Optional.empty();
        }
        TypeDraft type = choice.oneOf(scope.windowed());
        return windows.window(kind, type, filter(type), choice.chance(12) ? ownKey(type, scope) : Optional.empty());
    }

    private Optional<Term> filter(TypeDraft type) {
        return choice.chance(40) ? Optional.of(condition(Scope.filterOf(type), 1)) : Optional.empty();
    }

    /** What events have in common with the one under test, in place of the rule's key. */
    private Optional<Term> ownKey(TypeDraft type, Scope scope) {
        List<FieldDraft> fields = type.fields().stream()
                .filter(field -> field.kind() != Kind.FLOAT)
                .toList();
        FieldDraft field = choice.oneOf(fields);
        boolean alone =
                scope.current().flatMap(current -> current.field(field.name())).isPresent();
        if (alone && choice.chance(60)) {
            return Optional.of(Term.of(Kind.BOOL, "by " + field.name()));
        }
        return named(field.kind(), scope, false)
                .or(() -> literal(field.kind()))
                .map(value -> Term.of(Kind.BOOL, "by " + field.name() + " == §", value));
    }

    /** The most frequent values of a window. */
    Optional<Term> top(Scope scope) {
        TypeDraft type = choice.oneOf(scope.windowed());
        return windows.top(type, filter(type));
    }

    private Optional<Term> arithmetic(Kind kind, Scope scope, int depth) {
        Optional<Term> left = value(kind, scope, depth);
        return switch (kind) {
            case INT, DECIMAL, FLOAT -> left.flatMap(l -> numeric(kind, l, scope, depth));
            case DURATION -> duration(left, scope, depth);
            case TIMESTAMP ->
                left.flatMap(l -> value(Kind.DURATION, scope, depth)
                        .or(() -> literal(Kind.DURATION))
                        .map(r -> Term.of(kind, choice.oneOf("(§ + §)", "(§ - §)"), l, r)));
            default -> Optional.empty();
        };
    }

    private Optional<Term> numeric(Kind kind, Term left, Scope scope, int depth) {
        if (choice.chance(10)) {
            return Optional.of(Term.of(kind, "-(§)", left));
        }
        Optional<Term> right = choice.chance(40) ? literal(kind) : value(kind, scope, depth);
        String operator = kind == Kind.INT ? choice.oneOf("+", "-", "*", "%") : choice.oneOf("+", "-", "*", "/", "%");
        if (kind == Kind.DECIMAL && operator.equals("/") && choice.chance(30)) {
            return value(Kind.INT, scope, 0).map(divisor -> Term.of(kind, "(§ / §)", left, divisor));
        }
        return right.map(r -> Term.of(kind, "(§ " + operator + " §)", left, r));
    }

    private Optional<Term> duration(Optional<Term> left, Scope scope, int depth) {
        if (choice.chance(40)) {
            return value(Kind.TIMESTAMP, scope, depth)
                    .flatMap(a -> value(Kind.TIMESTAMP, scope, 0).map(b -> Term.of(Kind.DURATION, "(§ - §)", a, b)));
        }
        return left.map(l -> choice.chance(50)
                ? Term.of(
                        Kind.DURATION,
                        choice.oneOf("(§ + §)", "(§ - §)"),
                        l,
                        literal(Kind.DURATION).orElseThrow())
                : Term.of(
                        Kind.DURATION,
                        choice.oneOf("(§ * §)", "(§ / §)"),
                        l,
                        literal(Kind.INT).orElseThrow()));
    }

    Optional<Term> literal(Kind kind) {
        String text =
                switch (kind) {
                    case INT -> choice.oneOf("0", "1", "1", "2", "2", "3", "5", "-1");
                    case DECIMAL -> choice.oneOf("0.0", "0.3", "0.5", "1.0", "1.50", "2.25", "3.0", "10.125", "-0.5");
                    case STRING -> choice.oneOf("\"x\"", "\"y\"", "\"z\"", "\"xy\"", "\"é\"");
                    case BOOL -> choice.oneOf("true", "false");
                    case ENUM -> choice.oneOf("red", "green", "blue");
                    case DURATION -> choice.oneOf("0s", "500ms", "1s", "1500ms", "2s", "3s", "1m");
                    case IP -> choice.oneOf("\"10.0.0.1\"", "\"0:0::1\"", "\"2001:db8::1\"");
                    case FLOAT, TIMESTAMP -> "";
                };
        return text.isEmpty() ? Optional.empty() : Optional.of(Term.of(kind, text));
    }
}
