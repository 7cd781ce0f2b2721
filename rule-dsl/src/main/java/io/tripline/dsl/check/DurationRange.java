package io.tripline.dsl.check;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.syntax.DurationValue;
import java.util.Optional;

/** What a window, a deadline or a silence may last. */
final class DurationRange {

    private DurationRange() {}

    /** Whether the duration can be one; if not, that is reported. */
    static boolean check(DurationValue duration, RuleContext context) {
        return check(duration, context.diagnostics(), context.limits());
    }

    private static boolean check(DurationValue duration, Diagnostics diagnostics, CompilerLimits limits) {
        if (duration.nanos() == 0) {
            diagnostics.error(
                    DiagnosticCode.OUT_OF_RANGE, duration.span(), "this duration has to be longer than nothing");
            return false;
        }
        if (duration.nanos() > limits.window().toNanos()) {
            diagnostics.error(
                    DiagnosticCode.OUT_OF_RANGE,
                    duration.span(),
                    "this duration can be " + limits.window().toDays() + "d at most");
            return false;
        }
        return true;
    }

    /** Whether what expires does so after a time that can be; if not, that is reported. */
    static boolean checkExpiry(Optional<DurationValue> expiry, Diagnostics diagnostics, CompilerLimits limits) {
        return expiry.isEmpty() || check(expiry.get(), diagnostics, limits);
    }
}
