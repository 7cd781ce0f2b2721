package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.dsl.syntax.TextLine;
import io.tripline.dsl.syntax.ViewClause;
import java.util.List;
import java.util.Optional;

/** Checks {@code window tumbling 1d in "Europe/Berlin"} and its kin. */
final class ViewWindowChecker {

    private static final List<String> KINDS = List.of("tumbling", "hopping", "sliding", "session");
    private static final long DAY_NANOS = 86_400_000_000_000L;
    /** A window is in no more panes than these, each of which is kept. */
    private static final long MOST_HOPS = 10_000;

    private final RuleContext context;

    ViewWindowChecker(RuleContext context) {
        this.context = context;
    }

    Optional<Window> check(ViewClause.Window window) {
        String kind = window.kind().text();
        if (!KINDS.contains(kind)) {
            error(
                    DiagnosticCode.UNKNOWN_NAME,
                    window.kind().span(),
                    "`" + kind + "` is not a kind of window",
                    ViewChecker.hint(kind, KINDS, "kinds"));
            return Optional.empty();
        }
        boolean fits = DurationRange.check(window.duration(), context);
        fits &= window.every().isEmpty() || DurationRange.check(window.every().get(), context);
        fits &= kindFits(window, kind);
        fits &= zoneFits(window, kind);
        if (!fits) {
            return Optional.empty();
        }
        long nanos = window.duration().nanos();
        String zone = window.zone().map(TextLine::text).orElse(ZoneNames.UTC);
        return Optional.of(
                switch (kind) {
                    case "tumbling" -> new Window.Tumbling(nanos, zone);
                    case "hopping" ->
                        new Window.Hopping(nanos, window.every().orElseThrow().nanos(), zone);
                    case "sliding" -> new Window.Sliding(nanos);
                    default -> new Window.Session(nanos);
                });
    }

    private boolean kindFits(ViewClause.Window window, String kind) {
        boolean hopping = kind.equals("hopping");
        if (hopping && window.every().isEmpty()) {
            error(
                    DiagnosticCode.MISSING_CLAUSE,
                    window.span(),
                    "this does not say how far the window hops",
                    Optional.of("write it as in `window hopping 10m every 1m`"));
            return false;
        }
        if (!hopping && window.every().isPresent()) {
            error(
                    DiagnosticCode.MISPLACED_WINDOW,
                    window.every().get().span(),
                    "only a hopping window has `every`",
                    Optional.of("write `window hopping …`, or leave it out"));
            return false;
        }
        if (hopping) {
            long every = window.every().orElseThrow().nanos();
            long nanos = window.duration().nanos();
            if (every == 0 || every > nanos || nanos % every != 0 || nanos / every > MOST_HOPS) {
                error(
                        DiagnosticCode.OUT_OF_RANGE,
                        window.every().get().span(),
                        "a hopping window is made of whole hops, and this does not go into it",
                        Optional.of("write a hop that goes into the window: `window hopping 10m every 1m`"));
                return false;
            }
        }
        return true;
    }

    private boolean zoneFits(ViewClause.Window window, String kind) {
        if (window.zone().isEmpty()) {
            return true;
        }
        TextLine zone = window.zone().get();
        if (!ZoneNames.check(context.diagnostics(), zone.text(), zone.span())) {
            return false;
        }
        long step = window.every().orElse(window.duration()).nanos();
        boolean aligned = kind.equals("tumbling") || kind.equals("hopping");
        if (!aligned || step % DAY_NANOS != 0) {
            error(
                    DiagnosticCode.MISPLACED_WINDOW,
                    zone.span(),
                    "a time zone says when days begin, and this window is not made of days",
                    Optional.of("leave it out, or write whole days: `window tumbling 1d in \"" + zone.text() + "\"`"));
            return false;
        }
        return true;
    }

    private void error(DiagnosticCode code, SourceSpan span, String message, Optional<String> hint) {
        context.diagnostics().error(code, span, message, hint);
    }
}
