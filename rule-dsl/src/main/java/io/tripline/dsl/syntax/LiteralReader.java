package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.DECIMAL;
import static io.tripline.dsl.syntax.grammar.TriplineLexer.DURATION;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.PatternPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Reads numbers, durations and texts. What cannot be read is reported and empty. */
final class LiteralReader {

    /** A number with more digits fits nowhere; reading it would take time that grows faster than its length. */
    private static final int MOST_DIGITS = 100;

    private static final String UNITS = "durations are written like `500ms`, `30s`, `10m`, `1h30m`, `7d`, `2w`";

    private static final Pattern WITH_EXPONENT = Pattern.compile("[0-9.]+[eE][0-9]*");
    private static final Pattern DURATION_PART = Pattern.compile("([0-9]+)(ms|s|m|h|d|w)");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]+)?))?");
    private static final List<String> UNITS_DESCENDING = List.of("w", "d", "h", "m", "s", "ms");
    private static final long[] NANOS_DESCENDING = {
        604_800_000_000_000L, 86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L
    };

    private final SourcePositions positions;
    private final Diagnostics diagnostics;

    LiteralReader(SourcePositions positions, Diagnostics diagnostics) {
        this.positions = positions;
        this.diagnostics = diagnostics;
    }

    Optional<BigDecimal> number(Token token) {
        String text = token.getText();
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' && token.getType() == DECIMAL)) {
            boolean likeDuration = text.chars().anyMatch(Character::isLetter)
                    && !WITH_EXPONENT.matcher(text).matches();
            error(
                    DiagnosticCode.BAD_NUMBER,
                    token,
                    TokenWords.quote(text) + " is not a number" + (likeDuration ? " or a duration" : ""),
                    likeDuration ? UNITS : "numbers are written out, like `1000` or `12.50`");
            return Optional.empty();
        }
        if (text.length() > MOST_DIGITS) {
            error(DiagnosticCode.OUT_OF_RANGE, token, "this number has too many digits");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A count behind a step; one that is far too large stays that. */
    static int count(Token token) {
        String text = token.getText();
        return text.length() > 9 ? PatternPlan.UNBOUNDED - 1 : Integer.parseInt(text);
    }

    OptionalLong durationNanos(Token token) {
        if (token.getType() != DURATION) {
            String text = token.getText();
            boolean bare = text.chars().allMatch(c -> c >= '0' && c <= '9');
            error(
                    DiagnosticCode.BAD_NUMBER,
                    token,
                    TokenWords.quote(text) + (bare ? " has no unit of time" : " is not a duration"),
                    bare && text.length() < 6
                            ? "write `" + text + "s` for seconds, `" + text + "m` for minutes"
                            : UNITS);
            return OptionalLong.empty();
        }
        long nanos = 0;
        int lastUnit = -1;
        Matcher part = DURATION_PART.matcher(token.getText());
        while (part.find()) {
            int unit = UNITS_DESCENDING.indexOf(part.group(2));
            if (unit <= lastUnit) {
                error(DiagnosticCode.BAD_NUMBER, token, "the units of a duration go from large to small", UNITS);
                return OptionalLong.empty();
            }
            lastUnit = unit;
            if (part.group(1).length() > 18) {
                return tooLong(token);
            }
            try {
                long partNanos = Math.multiplyExact(Long.parseLong(part.group(1)), NANOS_DESCENDING[unit]);
                nanos = Math.addExact(nanos, partNanos);
            } catch (ArithmeticException e) {
                return tooLong(token);
            }
        }
        return OptionalLong.of(nanos);
    }

    /** {@code 10:03:30.5} as nanoseconds since midnight. */
    OptionalLong clockNanos(Token token) {
        Matcher clock = CLOCK.matcher(token.getText());
        if (!clock.matches() || Integer.parseInt(clock.group(1)) > 23 || Integer.parseInt(clock.group(2)) > 59) {
            return badClock(token);
        }
        BigDecimal seconds = new BigDecimal(clock.group(3) == null ? "0" : clock.group(3));
        if (seconds.intValue() > 59 || seconds.scale() > 9) {
            return badClock(token);
        }
        long minutes = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
        return OptionalLong.of(
                minutes * 60_000_000_000L + seconds.movePointRight(9).longValueExact());
    }

    private OptionalLong badClock(Token token) {
        error(
                DiagnosticCode.BAD_NUMBER,
                token,
                TokenWords.quote(token.getText()) + " is not a time of day",
                "a time of day is written like `10:03` or `10:03:30.5`");
        return OptionalLong.empty();
    }

    private OptionalLong tooLong(Token token) {
        error(DiagnosticCode.OUT_OF_RANGE, token, "this duration is too long: 292 years is the most");
        return OptionalLong.empty();
    }

    /** The inside of a quoted text. */
    Optional<String> text(Token token) {
        String written = token.getText();
        char quote = written.charAt(0);
        if (quote != '"') {
            String inside = written.substring(1, written.length() - 1);
            error(
                    DiagnosticCode.FOREIGN_SIGN,
                    token,
                    "texts stand in straight double quotes",
                    inside.contains("\"") ? "write `\\\"` for a quote in a text" : "write `\"" + inside + "\"`");
            return Optional.empty();
        }
        return unescape(token, 1, written.length() - 1, false);
    }

    /** The text between the values of a template. */
    Optional<String> templateText(Token token) {
        return unescape(token, 0, token.getText().length(), true);
    }

    private Optional<String> unescape(Token token, int start, int end, boolean bracesDoubled) {
        String written = token.getText();
        StringBuilder plain = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            char c = written.charAt(i);
            if (bracesDoubled && (c == '{' || c == '}')) {
                plain.append(c);
                i += 2;
            } else if (c != '\\') {
                plain.append(c);
                i++;
            } else {
                int length = appendEscape(token, written, i, end, plain);
                if (length == 0) {
                    return Optional.empty();
                }
                i += length;
            }
        }
        return Optional.of(plain.toString());
    }

    /** Returns how many characters the escape has; 0 when it means nothing. */
    private int appendEscape(Token token, String written, int at, int end, StringBuilder plain) {
        char kind = at + 1 < end ? written.charAt(at + 1) : ' ';
        switch (kind) {
            case '"', '\\' -> plain.append(kind);
            case 'n' -> plain.append('\n');
            case 't' -> plain.append('\t');
            case 'u' -> {
                if (at + 6 <= end
                        && written.substring(at + 2, at + 6)
                                .chars()
                                .allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
                    plain.append((char) Integer.parseInt(written.substring(at + 2, at + 6), 16));
                    return 6;
                }
                return badEscape(token, at, end);
            }
            default -> {
                return badEscape(token, at, end);
            }
        }
        return 2;
    }

    private int badEscape(Token token, int at, int end) {
        int start = positions.of(token).startOffset() + at;
        SourceSpan span = positions.between(start, start + Math.min(2, end - at));
        diagnostics.error(
                DiagnosticCode.BAD_ESCAPE,
                span,
                "a backslash here has to be followed by `\"`, `\\`, `n`, `t` or `u` and four digits",
                "write `\\\\` for a backslash, and `{{` or `}}` for a brace in a message");
        return 0;
    }

    private void error(DiagnosticCode code, Token token, String message) {
        diagnostics.error(code, positions.of(token), message);
    }

    private void error(DiagnosticCode code, Token token, String message, String hint) {
        diagnostics.error(code, positions.of(token), message, hint);
    }
}
