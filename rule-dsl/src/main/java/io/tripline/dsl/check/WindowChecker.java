package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.FeaturePlan.Window;
import io.tripline.dsl.syntax.DurationValue;
import io.tripline.dsl.syntax.WindowSyntax;
import io.tripline.dsl.syntax.WindowSyntax.Extent;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks what stands behind {@code over}. */
final class WindowChecker {

    private final RuleContext context;

    WindowChecker(RuleContext context) {
        this.context = context;
    }

    Optional<Window> check(WindowSyntax syntax) {
        if (syntax.extent() instanceof Extent.Last last) {
            return last(last, syntax);
        }
        Extent.Sliding sliding = (Extent.Sliding) syntax.extent();
        boolean fits = DurationRange.check(sliding.duration(), context);
        fits &= syntax.ending().isEmpty() || DurationRange.check(syntax.ending().get(), context);
        fits &= sliding.step().isEmpty() || stepFits(sliding.step().get(), sliding.duration());
        return fits
                ? Optional.of(new Window.Sliding(
                        sliding.duration().nanos(),
                        syntax.ending().map(DurationValue::nanos).orElse(0L),
                        sliding.step()
                                .map(step -> OptionalLong.of(step.nanos()))
                                .orElse(OptionalLong.empty())))
                : Optional.empty();
    }

    private Optional<Window> last(Extent.Last last, WindowSyntax syntax) {
        int limit = context.limits().repetitions();
        if (last.count() < 1 || last.count() > limit) {
            error(
                    DiagnosticCode.OUT_OF_RANGE,
                    last.span(),
                    "a window can hold 1 to " + limit + " of the latest events",
                    "for more, say how long: `over 30d`");
            return Optional.empty();
        }
        if (syntax.ending().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_WINDOW,
                    syntax.ending().get().span(),
                    "`ending … ago` belongs to a window of time",
                    "write how long it is: `over 28d ending 7d ago`");
            return Optional.empty();
        }
        return Optional.of(new Window.Last(last.count()));
    }

    private boolean stepFits(DurationValue step, DurationValue whole) {
        if (!DurationRange.check(step, context)) {
            return false;
        }
        if (step.nanos() > whole.nanos() || whole.nanos() % step.nanos() != 0) {
            error(
                    DiagnosticCode.OUT_OF_RANGE,
                    step.span(),
                    "a window is made of whole steps, and this does not go into it",
                    "write a step that goes into the window: `over 30d step 1h`");
            return false;
        }
        return true;
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, String hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
