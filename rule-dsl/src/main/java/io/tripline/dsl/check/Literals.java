package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.Comparison;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Constants, and values of one type as another. */
final class Literals {

    private static final BigDecimal MOST_INT = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Long.MIN_VALUE);

    private final Diagnostics diagnostics;
    private final CompilerLimits limits;

    Literals(Diagnostics diagnostics, CompilerLimits limits) {
        this.diagnostics = diagnostics;
        this.limits = limits;
    }

    Optional<ExpressionPlan> number(BigDecimal value, boolean whole, SourceSpan span) {
        if (!whole) {
            return decimal(value, span);
        }
        if (value.compareTo(MOST_INT) > 0 || value.compareTo(LEAST_INT) < 0) {
            diagnostics.error(
                    DiagnosticCode.OUT_OF_RANGE, span, "whole numbers go from " + LEAST_INT + " to " + MOST_INT);
            return Optional.empty();
        }
        return Optional.of(new Literal(value.longValueExact(), Scalar.INT));
    }

    private Optional<ExpressionPlan> decimal(BigDecimal value, SourceSpan span) {
        BigDecimal canonical = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (canonical.scale() < 0) {
            canonical = canonical.setScale(0);
        }
        if (canonical.precision() > limits.decimalDigits() || canonical.scale() > limits.decimalScale()) {
            diagnostics.error(
                    DiagnosticCode.OUT_OF_RANGE, span, "a decimal has at most " + limits.decimalDigits() + " digits");
            return Optional.empty();
        }
        return Optional.of(new Literal(canonical, Scalar.DECIMAL));
    }

    static ExpressionPlan duration(long nanos) {
        return new Literal(Duration.ofNanos(nanos), Scalar.DURATION);
    }

    /** A text as a value of the type that its place has. */
    Optional<ExpressionPlan> text(String text, Optional<FieldType> expected, SourceSpan span) {
        FieldType type = expected.orElse(Scalar.STRING);
        if (type instanceof EnumType enumType) {
            if (!enumType.names().contains(text)) {
                unknownEnumName(text, enumType, span);
                return Optional.empty();
            }
            return Optional.of(new Literal(text, enumType));
        }
        if (type == Scalar.TIMESTAMP) {
            return timestamp(text, span);
        }
        if (type == Scalar.IP) {
            if (!IpText.isAddress(text)) {
                diagnostics.error(
                        DiagnosticCode.BAD_LITERAL,
                        span,
                        "this text is not an IP address",
                        "addresses are written like `\"192.0.2.7\"` or `\"2001:db8::7\"`");
                return Optional.empty();
            }
            return Optional.of(new Literal(text, Scalar.IP));
        }
        return Optional.of(new Literal(text, Scalar.STRING));
    }

    void unknownEnumName(String written, EnumType type, SourceSpan span) {
        diagnostics.error(
                DiagnosticCode.UNKNOWN_ENUM_NAME,
                span,
                "`" + written + "` is not one of the names of this enum",
                DidYouMean.hint(written, type.names())
                        .or(() -> Optional.of("its names are " + TypeWords.list(type.names()))));
    }

    private Optional<ExpressionPlan> timestamp(String text, SourceSpan span) {
        Instant instant;
        try {
            instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            diagnostics.error(
                    DiagnosticCode.BAD_LITERAL,
                    span,
                    "this text is not a time",
                    "times are written like `\"2026-03-01T10:00:00Z\"` or `\"2026-03-01\"`");
            return Optional.empty();
        }
        if (instant.isBefore(limits.earliest()) || !instant.isBefore(limits.latest())) {
            diagnostics.error(DiagnosticCode.OUT_OF_RANGE, span, "times are between the years 1900 and 2199");
            return Optional.empty();
        }
        return Optional.of(new Literal(instant, Scalar.TIMESTAMP));
    }

    /** A number as a wider type. The value has the type already, or a narrower numeric one. */
    Optional<ExpressionPlan> widen(ExpressionPlan value, FieldType type, SourceSpan span) {
        if (value.type().equals(type)) {
            return Optional.of(value);
        }
        if (value instanceof Literal literal) {
            BigDecimal number =
                    literal.value() instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) literal.value();
            return type == Scalar.FLOAT
                    ? Optional.of(new Literal(number.doubleValue(), Scalar.FLOAT))
                    : decimal(number, span);
        }
        return Optional.of(new ExpressionPlan.Convert(value, type));
    }

    /** Whether the comparison of two constants of one type is true. */
    static boolean holds(Comparison.Operator operator, Literal left, Literal right) {
        @SuppressWarnings("unchecked") // All values of literals are comparable, and these two have one type.
        int order = ((Comparable<Object>) left.value()).compareTo(right.value());
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** The number with the other sign. */
    static ExpressionPlan negated(ExpressionPlan value) {
        if (value instanceof Literal literal) {
            if (literal.value() instanceof BigDecimal number) {
                return new Literal(number.negate(), literal.type());
            }
            if (literal.value() instanceof Long number && number != Long.MIN_VALUE) {
                return new Literal(-number, literal.type());
            }
            if (literal.value() instanceof Duration duration) {
                return new Literal(duration.negated(), literal.type());
            }
        }
        return new ExpressionPlan.Negate(value);
    }
}
