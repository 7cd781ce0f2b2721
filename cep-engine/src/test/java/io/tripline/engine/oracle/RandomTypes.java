package io.tripline.engine.oracle;

import io.tripline.engine.oracle.Term.Kind;
import io.tripline.engine.oracle.TypeDraft.FieldDraft;
import java.util.ArrayList;
import java.util.List;

/** Types that share most of their fields, so that one rule can look at several. */
final class RandomTypes {

    private static final List<FieldDraft> POOL = List.of(
            new FieldDraft("v", Kind.DECIMAL, false),
            new FieldDraft("w", Kind.DECIMAL, true),
            new FieldDraft("n", Kind.INT, false),
            new FieldDraft("m", Kind.INT, true),
            new FieldDraft("f", Kind.FLOAT, false),
            new FieldDraft("g", Kind.FLOAT, true),
            new FieldDraft("s", Kind.STRING, false),
            new FieldDraft("o", Kind.STRING, true),
            new FieldDraft("b", Kind.BOOL, false),
            new FieldDraft("c", Kind.BOOL, true),
            new FieldDraft("e", Kind.ENUM, false),
            new FieldDraft("h", Kind.ENUM, true),
            new FieldDraft("u", Kind.DURATION, false),
            new FieldDraft("q", Kind.DURATION, true),
            new FieldDraft("z", Kind.TIMESTAMP, true),
            new FieldDraft("i", Kind.IP, false),
            new FieldDraft("l", Kind.IP, true));

    /** What rules may go by; every type has all of them. */
    static final List<FieldDraft> KEYS = List.of(
            new FieldDraft("k", Kind.STRING, false),
            new FieldDraft("j", Kind.INT, true),
            new FieldDraft("d", Kind.DECIMAL, true),
            new FieldDraft("x", Kind.ENUM, false),
            new FieldDraft("y", Kind.IP, true));

    private RandomTypes() {}

    static List<TypeDraft> types(Choice choice) {
        List<FieldDraft> chosen = new ArrayList<>(POOL);
        int fields = choice.number(2, 7);
        while (chosen.size() > fields) {
            chosen.remove(choice.number(0, chosen.size() - 1));
        }
        chosen.addAll(0, KEYS);
        long shared = choice.oneOf(0, 1_000, 3_000, 5_000, 10_000);
        List<TypeDraft> types = new ArrayList<>();
        int count = choice.number(1, 3);
        for (int i = 0; i < count; i++) {
            long lateAfterMillis = choice.chance(70) ? shared : choice.oneOf(0, 1_000, 3_000, 10_000, 60_000);
            String id = choice.oneOf("", "string", "string", "int");
            types.add(new TypeDraft(String.valueOf((char) ('A' + i)), id, chosen, lateAfterMillis));
        }
        return types;
    }
}
