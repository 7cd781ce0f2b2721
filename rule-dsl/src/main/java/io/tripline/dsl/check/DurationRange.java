package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.syntax.DurationValue;

/** What a window, a deadline or a silence may last. */
final class DurationRange {

    private DurationRange() {}

    /** Whether the duration can be one; if not, that is reported. */
    static boolean check(DurationValue duration, RuleContext context) {
        if (duration.nanos() == 0) {
            context.diagnostics()
                    .error(DiagnosticCode.OUT_OF_RANGE, duration.span(), "this duration has to be longer than nothing");
            return false;
        }
        if (duration.nanos() > context.limits().window().toNanos()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.OUT_OF_RANGE,
                            duration.span(),
                            "this duration can be " + context.limits().window().toDays() + "d at most");
            return false;
        }
        return true;
    }
}
