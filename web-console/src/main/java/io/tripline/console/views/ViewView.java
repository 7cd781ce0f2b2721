package io.tripline.console.views;

import io.tripline.alerting.model.ViewTotals;
import io.tripline.dsl.plan.ViewPlan;
import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.value.ValueText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A view in a list.
 *
 * @param source the name of the event type it is over
 * @param rows how many are kept
 * @param newest where the last of their windows ends; null when there are none
 */
record ViewView(
        String name,
        String title,
        String version,
        String file,
        int line,
        String source,
        WindowView window,
        List<FieldView> groups,
        List<FieldView> columns,
        long rows,
        Instant newest) {

    /** @param every how far a hopping window hops, else null */
    record WindowView(String kind, String length, String every, String zone) {

        static WindowView of(Window window) {
            if (window instanceof Window.Tumbling tumbling) {
                return new WindowView("tumbling", text(tumbling.nanos()), null, tumbling.zone());
            } else if (window instanceof Window.Hopping hopping) {
                return new WindowView("hopping", text(hopping.nanos()), text(hopping.everyNanos()), hopping.zone());
            } else if (window instanceof Window.Sliding sliding) {
                return new WindowView("sliding", text(sliding.nanos()), null, null);
            }
            return new WindowView("session", text(((Window.Session) window).gapNanos()), null, null);
        }

        private static String text(long nanos) {
            return ValueText.of(Duration.ofNanos(nanos));
        }
    }

    record FieldView(String name, String type) {}

    static ViewView of(ViewPlan view, Optional<ViewTotals> kept) {
        int groups = view.groups().size();
        List<FieldView> fields = view.row().fields().stream()
                .map(field -> new FieldView(field.name(), field.type().display()))
                .toList();
        return new ViewView(
                view.name(),
                view.title(),
                view.version(),
                view.span().file(),
                view.span().startLine(),
                view.source().event(),
                WindowView.of(view.window()),
                fields.subList(0, groups),
                fields.subList(groups, groups + view.columns().size()),
                kept.map(ViewTotals::rows).orElse(0L),
                kept.map(ViewTotals::newest).orElse(null));
    }
}
