package io.tripline.engine.oracle;

import io.tripline.engine.oracle.Term.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Calls of the functions of single values, and what else is made of values. */
final class RandomCalls {

    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC");

    private final Choice choice;
    private final RandomTerms terms;

    RandomCalls(Choice choice, RandomTerms terms) {
        this.choice = choice;
        this.terms = terms;
    }

    /** Some call that gives that kind. */
    Optional<Term> value(Kind kind, Scope scope, int depth) {
        if (choice.chance(20)) {
            return conditional(kind, scope, depth);
        }
        return switch (kind) {
            case INT -> choice.oneOf(List.of(1, 2, 3)) == 1 ? ofNumbers(kind, scope, depth) : whole(scope, depth);
            case DECIMAL -> choice.chance(60) ? ofNumbers(kind, scope, depth) : decimal(scope, depth);
            case FLOAT -> choice.chance(50) ? ofNumbers(kind, scope, depth) : real(scope, depth);
            case STRING -> text(scope, depth);
            case TIMESTAMP -> call(kind, "start_of_day(§" + zone() + ")", scope, depth, Kind.TIMESTAMP);
            case BOOL -> condition(scope, depth);
            default -> Optional.empty();
        };
    }

    private Optional<Term> call(Kind kind, String template, Scope scope, int depth, Kind... arguments) {
        List<Optional<Term>> values = Arrays.stream(arguments)
                .map(argument -> terms.value(argument, scope, depth).or(() -> terms.literal(argument)))
                .toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Term(
                        kind,
                        template,
                        IntStream.range(0, values.size())
                                .mapToObj(i -> values.get(i).orElseThrow())
                                .toList()))
                : Optional.empty();
    }

    private Optional<Term> conditional(Kind kind, Scope scope, int depth) {
        Term condition = terms.condition(scope, 0);
        return terms.value(kind, scope, depth).flatMap(then -> terms.literal(kind)
                .or(() -> terms.value(kind, scope, depth))
                .map(otherwise -> Term.of(kind, "(if § then § else §)", condition, then, otherwise)));
    }

    private Optional<Term> ofNumbers(Kind kind, Scope scope, int depth) {
        return switch (choice.number(1, kind == Kind.INT ? 3 : 6)) {
            case 1 -> call(kind, "abs(§)", scope, depth, kind);
            case 2 -> call(kind, "min(§, §)", scope, depth, kind, kind);
            case 3 -> call(kind, "max(§, §, §)", scope, depth, kind, kind, kind);
            case 4 -> call(kind, "floor(§)", scope, depth, kind);
            case 5 -> call(kind, "ceil(§)", scope, depth, kind);
            default ->
                call(
                        kind,
                        kind == Kind.DECIMAL && choice.chance(60)
                                ? "round(§, " + choice.number(-1, 3) + ")"
                                : "round(§)",
                        scope,
                        depth,
                        kind);
        };
    }

    private Optional<Term> whole(Scope scope, int depth) {
        if (choice.chance(35)) {
            return call(Kind.INT, "length(§)", scope, depth, Kind.STRING);
        }
        String part = choice.oneOf("year", "month", "day", "hour", "minute", "day_of_week", "day_of_year");
        return call(Kind.INT, part + "(§" + zone() + ")", scope, depth, Kind.TIMESTAMP);
    }

    private String zone() {
        return choice.chance(40) ? "" : ", \"" + choice.oneOf(ZONES) + "\"";
    }

    private Optional<Term> decimal(Scope scope, int depth) {
        if (choice.chance(60)) {
            String unit = choice.oneOf("seconds", "minutes", "hours", "days");
            return call(Kind.DECIMAL, unit + "(§)", scope, depth, Kind.DURATION);
        }
        String text = choice.oneOf("text(§)", "\"12\"", "\"-1.50\"", "\"x1\"", "\"\"");
        return text.contains("§")
                ? call(
                        Kind.DECIMAL,
                        "number(" + text + ")",
                        scope,
                        depth,
                        choice.oneOf(Kind.INT, Kind.DECIMAL, Kind.STRING))
                : Optional.of(Term.of(Kind.DECIMAL, "number(" + text + ")"));
    }

    private Optional<Term> real(Scope scope, int depth) {
        Kind argument = choice.oneOf(Kind.NUMERIC);
        return switch (choice.number(1, 3)) {
            case 1 -> call(Kind.FLOAT, "sqrt(§)", scope, depth, argument);
            case 2 -> call(Kind.FLOAT, "ln(§)", scope, depth, argument);
            default -> call(Kind.FLOAT, "power(§, §)", scope, depth, argument, choice.oneOf(Kind.NUMERIC));
        };
    }

    private Optional<Term> text(Scope scope, int depth) {
        return switch (choice.number(1, 6)) {
            case 1 -> call(Kind.STRING, "lower(§)", scope, depth, Kind.STRING);
            case 2 -> call(Kind.STRING, "upper(§)", scope, depth, Kind.STRING);
            case 3 -> call(Kind.STRING, "trim(concat(\" \", §))", scope, depth, Kind.STRING);
            case 4 -> call(Kind.STRING, "concat(§, \"-\", §)", scope, depth, Kind.STRING, Kind.STRING);
            case 5 ->
                call(
                        Kind.STRING,
                        "substring(§, " + choice.number(-1, 4) + ", " + choice.number(0, 4) + ")",
                        scope,
                        depth,
                        Kind.STRING);
            default -> call(Kind.STRING, "text(§)", scope, depth, choice.oneOf(Kind.ALL));
        };
    }

    private Optional<Term> condition(Scope scope, int depth) {
        String not = choice.chance(70) ? "" : "not ";
        return switch (choice.number(1, 5)) {
            case 1 ->
                call(
                        Kind.BOOL,
                        choice.oneOf("starts_with", "ends_with", "contains") + "(§, §)",
                        scope,
                        depth,
                        Kind.STRING,
                        Kind.STRING);
            case 2 -> call(Kind.BOOL, "is_weekend(§" + zone() + ")", scope, depth, Kind.TIMESTAMP);
            case 3 -> {
                String like = choice.oneOf("x%", "_", "%y", "%", "x_", "\\\\%x", "%e%t%", "é");
                yield call(Kind.BOOL, "(§ " + not + "like \"" + like + "\")", scope, depth, Kind.STRING);
            }
            case 4 -> {
                String found = choice.oneOf("^x", "[xy]+$", "(?i)X", "é|z", "^.$", "^$", "x{2}", "^\\\\w+$");
                yield call(Kind.BOOL, "(§ " + not + "matches \"" + found + "\")", scope, depth, Kind.STRING);
            }
            default -> {
                String network =
                        choice.oneOf("10.0.0.0/8", "10.0.0.2/31", "0.0.0.0/0", "::/0", "2001:db8::/32", "::1/128");
                yield call(Kind.BOOL, "(§ " + not + "in \"" + network + "\")", scope, depth, Kind.IP);
            }
        };
    }
}
