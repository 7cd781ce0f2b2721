package io.tripline.console.decode;

import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Nanos;

/**
 * Times in the notation of RFC 3339, as nanoseconds since 1970. Read by hand, because {@code DateTimeFormatter} takes
 * about a microsecond for each, as much as all the rest of an event.
 */
public final class TimestampText {

    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private final String text;
    private final boolean utcUnlessSaid;
    private int position;

    private TimestampText(String text, boolean utcUnlessSaid) {
        this.text = text;
        this.utcUnlessSaid = utcUnlessSaid;
    }

    /** A time that names its offset: {@code 2026-03-01T10:00:00.25Z}, {@code 2026-03-01T11:00:00+01:00}. */
    public static long withOffset(String text) throws InvalidEventException {
        return new TimestampText(text, false).nanos();
    }

    /** The same, but without an offset it is UTC: {@code 2018-04-01 00:00:31}. */
    public static long utcUnlessSaid(String text) throws InvalidEventException {
        return new TimestampText(text, true).nanos();
    }

    /** Milliseconds since 1970. */
    static long ofEpochMillis(long millis) throws InvalidEventException {
        if (millis < Nanos.MIN / 1_000_000 || millis >= Nanos.MAX / 1_000_000) {
            throw outOfRange(String.valueOf(millis));
        }
        return millis * 1_000_000;
    }

    private long nanos() throws InvalidEventException {
        int year = number(4);
        expect('-');
        int month = number(2);
        expect('-');
        int day = number(2);
        if (!(next('T') || next('t') || next(' '))) {
            throw wrong();
        }
        int hour = number(2);
        expect(':');
        int minute = number(2);
        int second = next(':') ? number(2) : 0;
        int fraction = next('.') ? fraction() : 0;
        int offsetSeconds = offset();
        if (position != text.length() || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            throw wrong();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw wrong();
        }
        if (offsetSeconds == NO_OFFSET) {
            throw new InvalidEventException(
                    ErrorCode.WRONG_TYPE,
                    Shown.quoted(text) + " does not say its offset from UTC; add Z or one such as +01:00");
        }
        long seconds = 86_400 * epochDay(year, month, day) + 3_600L * hour + 60L * minute + second - offsetSeconds;
        if (seconds < Nanos.MIN / 1_000_000_000 || seconds >= Nanos.MAX / 1_000_000_000) {
            throw outOfRange(Shown.quoted(text));
        }
        return seconds * 1_000_000_000 + fraction;
    }

    /** Nine digits at most; what is finer than a nanosecond would be lost. */
    private int fraction() throws InvalidEventException {
        int from = position;
        int value = 0;
        while (position < text.length() && isDigit(text.charAt(position)) && position - from < 9) {
            value = value * 10 + (text.charAt(position++) - '0');
        }
        if (position == from) {
            throw wrong();
        }
        for (int digits = position - from; digits < 9; digits++) {
            value *= 10;
        }
        return value;
    }

    private int offset() throws InvalidEventException {
        if (next('Z') || next('z')) {
            return 0;
        }
        if (position == text.length()) {
            return utcUnlessSaid ? 0 : NO_OFFSET;
        }
        int sign = next('-') ? -1 : 1;
        if (sign > 0) {
            expect('+');
        }
        int hours = number(2);
        int minutes = next(':') || position < text.length() ? number(2) : 0;
        if (hours > 18 || minutes > 59) {
            throw wrong();
        }
        return sign * (3_600 * hours + 60 * minutes);
    }

    /** Days since 1970-01-01 in the Gregorian calendar. */
    private static long epochDay(int year, int month, int day) {
        long before = year - 1L;
        long leapDays = before / 4 - before / 100 + before / 400;
        int dayOfYear = DAYS_BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
        return before * 365 + leapDays + dayOfYear - 719_162;
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            return isLeap(year) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private int number(int digits) throws InvalidEventException {
        if (position + digits > text.length()) {
            throw wrong();
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(position++);
            if (!isDigit(c)) {
                throw wrong();
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private boolean next(char expected) {
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char expected) throws InvalidEventException {
        if (!next(expected)) {
            throw wrong();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private InvalidEventException wrong() {
        return Shown.wrongType(Shown.quoted(text), Scalar.TIMESTAMP);
    }

    private static InvalidEventException outOfRange(String seen) {
        return new InvalidEventException(
                ErrorCode.OUT_OF_RANGE, seen + " is not between the years 1900 and 2199; a number is in milliseconds");
    }
}
