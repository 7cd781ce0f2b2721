package io.tripline.engine.oracle;

import io.tripline.engine.oracle.TypeDraft.FieldDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams with few keys, many ties, and events that come out of order, some of them too late. */
final class RandomStreams {

    private final Choice choice;
    private final List<TypeDraft> types;
    /** Their names. */
    private final List<String> rules;

    private final int keys;
    private final boolean wideNumbers;

    private record Arriving(EventDraft event, long arrivalMillis) {}

    RandomStreams(Choice choice, List<TypeDraft> types, List<String> rules) {
        this.choice = choice;
        this.types = types;
        this.rules = rules;
        this.keys = choice.number(1, 3);
        this.wideNumbers = choice.chance(5);
    }

    List<EventDraft> events() {
        int sources = choice.oneOf(1, 1, 1, 2, 3);
        int worstDelayMillis = choice.oneOf(0, 0, 2_000, 5_000, 12_000);
        int stepMillis = choice.oneOf(200, 700, 1_500);
        List<Arriving> arriving = new ArrayList<>();
        long timeMillis = 0;
        for (int count = choice.chance(20) ? choice.number(30, 60) : choice.number(3, 25); count > 0; count--) {
            if (!choice.chance(35)) {
                timeMillis += choice.number(0, 2 * stepMillis) / 100 * 100L;
                // Now and then longer than any window: what was before is history, and its keys are forgotten.
                timeMillis += choice.chance(2) ? 1_000L * choice.number(30, 300) : 0;
            }
            long delay = worstDelayMillis == 0 || choice.chance(50) ? 0 : choice.number(0, worstDelayMillis);
            arriving.add(new Arriving(event(timeMillis, choice.number(0, sources - 1)), timeMillis + delay));
        }
        arriving.sort(Comparator.comparingLong(Arriving::arrivalMillis));
        List<EventDraft> events = new ArrayList<>();
        if (sources > 1 && choice.chance(40)) {
            events.add(new EventDraft(EventDraft.IDLE, Map.of("after", "" + choice.oneOf(2, 4, 6, 10)), "", 0));
        }
        if (choice.chance(50)) {
            events.addAll(openings(sources));
        }
        boolean ticks = choice.chance(40);
        boolean changes = choice.chance(12);
        for (Arriving next : arriving) {
            if (changes && choice.chance(12)) {
                events.add(new EventDraft(EventDraft.CHANGE, versions(), "", 0));
            }
            if (ticks && choice.chance(10)) {
                long tickMillis = next.arrivalMillis() + choice.number(-20, 60) * 100L;
                events.add(new EventDraft(EventDraft.TICK, Map.of(), seconds(tickMillis), 0));
            }
            events.add(next.event());
        }
        if (choice.chance(40)) {
            events.add(new EventDraft(EventDraft.TICK, Map.of(), EventDraft.END, 0));
        }
        return events;
    }

    /** Most rules stay as they are, some go or come back, some change. */
    private Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String rule : rules) {
            if (!choice.chance(25)) {
                versions.put(rule, choice.oneOf("1", "1", "1", "2"));
            }
        }
        return versions;
    }

    /** Every source has an event of every type at the very start, so that none joins later. */
    private List<EventDraft> openings(int sources) {
        List<EventDraft> openings = new ArrayList<>();
        for (int source = 0; source < sources; source++) {
            for (TypeDraft type : types) {
                openings.add(event(type, 0, source));
            }
        }
        return openings;
    }

    private EventDraft event(long timeMillis, int source) {
        return event(choice.oneOf(types), timeMillis, source);
    }

    private EventDraft event(TypeDraft type, long timeMillis, int source) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldDraft field : type.fields()) {
            boolean isKey = RandomTypes.KEYS.contains(field);
            if (!field.optional() || !choice.chance(isKey ? 8 : 35)) {
                fields.put(field.name(), isKey ? key(field) : value(field));
            }
        }
        return new EventDraft(type.name(), fields, seconds(timeMillis), source);
    }

    private String key(FieldDraft field) {
        int key = choice.number(1, keys);
        return switch (field.kind()) {
            case STRING -> String.valueOf((char) ('a' + key - 1));
            case INT -> String.valueOf(key - 2);
            case ENUM -> List.of("red", "green", "blue").get(key - 1);
            case IP -> key == 1 ? choice.oneOf("2001:db8::1", "2001:DB8:0::0:1") : "10.0.0." + key;
            default -> key + choice.oneOf("", ".0", ".00");
        };
    }

    private String value(FieldDraft field) {
        return switch (field.kind()) {
            case INT -> wideNumbers && choice.chance(30) ? wideInt() : String.valueOf(choice.number(-2, 5));
            case DECIMAL -> decimal();
            case FLOAT ->
                wideNumbers && choice.chance(30)
                        ? choice.oneOf("1e308", "-1.7e308", "5e-324", "1e17", "123456.789")
                        : String.valueOf(
                                choice.chance(50) ? choice.number(-4, 12) * 0.25 : choice.number(-4, 12) * 0.1);
            case STRING -> choice.oneOf("x", "y", "z", "xy", "é", "\uFB00", "\uD83D\uDE00", "somewhat-longer");
            case BOOL -> String.valueOf(choice.chance(50));
            case ENUM -> choice.oneOf("red", "green", "blue");
            case DURATION, TIMESTAMP -> seconds(choice.number(0, 50) * 100L);
            case IP -> choice.oneOf("10.0.0.1", "10.0.0.2", "::1", "2001:db8::1");
        };
    }

    private String decimal() {
        if (wideNumbers && choice.chance(30)) {
            return choice.oneOf("99999999999999999", "-99999999999999999", "0.00000000000000001", "12345678.123456789");
        }
        return choice.oneOf(
                "0", "0.00", "0.1", "0.2", "0.5", "1", "1.0", "1.00", "1.5", "2", "2.25", "3.125", "7", "100", "-1",
                "-2.5");
    }

    private String wideInt() {
        return choice.oneOf("9223372036854775807", "-9223372036854775808", "4611686018427387904", "3037000500");
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }
}
