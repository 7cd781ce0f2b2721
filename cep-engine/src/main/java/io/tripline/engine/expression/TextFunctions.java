package io.tripline.engine.expression;

import io.tripline.dsl.plan.Function;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.expression.FunctionExpression.Operation;
import io.tripline.engine.value.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/** Functions of texts. Lengths and places are counted in code points, places from 1. */
final class TextFunctions {

    /** A number in a text may have so many characters; reading more takes time that grows faster than their number. */
    private static final int LONGEST_NUMBER = 60;

    private TextFunctions() {}

    static Operation of(Function function) {
        return switch (function) {
            case LOWER ->
                (arguments, into) -> into.setText(arguments[0].asText().toLowerCase(Locale.ROOT));
            case UPPER ->
                (arguments, into) -> into.setText(arguments[0].asText().toUpperCase(Locale.ROOT));
            case TRIM -> (arguments, into) -> into.setText(arguments[0].asText().strip());
            case LENGTH -> (arguments, into) -> into.setSlot(length(arguments[0]));
            case STARTS_WITH -> (arguments, into) -> into.setBool(matchesAt(arguments[0], 0, arguments[1]));
            case ENDS_WITH ->
                (arguments, into) -> into.setBool(
                        matchesAt(arguments[0], arguments[0].length() - arguments[1].length(), arguments[1]));
            case CONTAINS ->
                (arguments, into) -> into.setBool(arguments[0].asText().contains(arguments[1].asText()));
            case SUBSTRING ->
                (arguments, into) ->
                        into.setText(substring(arguments[0].asText(), arguments[1].slot(), arguments[2].slot()));
            case CONCAT -> TextFunctions::concatenate;
            case NUMBER -> (arguments, into) -> number(arguments[0].asText().strip(), into);
            default -> throw new IllegalArgumentException(function + " is no function of texts");
        };
    }

    private static int length(Value text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            // Every byte of UTF-8 but those that go on a character begins one.
            count += (text.array()[text.start() + i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static boolean matchesAt(Value text, int place, Value part) {
        int from = text.start() + place;
        return place >= 0
                && place + part.length() <= text.length()
                && Arrays.equals(
                        text.array(),
                        from,
                        from + part.length(),
                        part.array(),
                        part.start(),
                        part.start() + part.length());
    }

    private static String substring(String text, long from, long length) {
        int[] points = text.codePoints().toArray();
        int start = (int) Math.max(0, Math.min(points.length, from - 1));
        long wanted = Math.max(0, length) + Math.min(0, from - 1);
        int end = (int) Math.max(start, Math.min(points.length, start + wanted));
        return new String(points, start, end - start);
    }

    private static void concatenate(Value[] arguments, Value into) {
        StringBuilder text = new StringBuilder();
        for (Value argument : arguments) {
            text.append(argument.asText());
        }
        into.setText(text.toString());
    }

    private static void number(String text, Value into) {
        into.setMissing();
        boolean plain = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+');
        if (plain) {
            try {
                BigDecimal number = new BigDecimal(text);
                if (number.scale() <= Decimals.MAX_SCALE) {
                    into.setDecimal(number);
                }
            } catch (NumberFormatException e) {
                // It says no number, and then the result is missing.
                into.setMissing();
            }
        }
    }
}
