package io.tripline.engine.expression;

import io.tripline.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code text like "a%_b"}. Goes through the text once, and after a {@code %} never back behind the last one: what stood
 * before it is as good as it can be (the greedy matching of wildcards, known from R. Cox, "Glob Matching Can Be Simple
 * And Fast Too", 2017). So the time is at most the product of the lengths.
 */
final class LikePattern implements Condition {

    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final Expression operand;
    private final int[] pattern;
    private final Value value = new Value();

    LikePattern(Expression operand, String written) {
        this.operand = operand;
        this.pattern = parse(written);
    }

    private static int[] parse(String written) {
        List<Integer> parsed = new ArrayList<>();
        int[] points = written.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\' && i + 1 < points.length) {
                i++;
                parsed.add(points[i]);
            } else if (points[i] == '%') {
                parsed.add(ANY_TEXT);
            } else {
                parsed.add(points[i] == '_' ? ANY_CHARACTER : points[i]);
            }
        }
        return parsed.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        return !value.isMissing() && matches(value.asText().codePoints().toArray());
    }

    private boolean matches(int[] text) {
        int place = 0;
        int at = 0;
        int lastAny = -1;
        int lastPlace = 0;
        while (place < text.length) {
            if (at < pattern.length && pattern[at] == ANY_TEXT) {
                lastAny = at++;
                lastPlace = place;
            } else if (at < pattern.length && (pattern[at] == ANY_CHARACTER || pattern[at] == text[place])) {
                at++;
                place++;
            } else if (lastAny >= 0) {
                at = lastAny + 1;
                place = ++lastPlace;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == ANY_TEXT) {
            at++;
        }
        return at == pattern.length;
    }
}
