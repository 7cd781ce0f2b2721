package io.tripline.engine.core;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.time.SourceClocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The views that are at home in an engine. */
final class ActiveViews {

    private final Partition partition;
    private final EngineLimits limits;
    private Map<String, ActiveView> views = new TreeMap<>();
    /** Those over a type of event, by its number, in the order of their names. */
    private ActiveView[][] byType = new ActiveView[0][];

    private ActiveView[] all = new ActiveView[0];
    private long leftOutOfViewsGone;

    ActiveViews(Partition partition, EngineLimits limits) {
        this.partition = partition;
        this.limits = limits;
    }

    /**
     * A view whose version is the same goes on with its state; a new or changed one starts empty.
     *
     * @param isDerived whether rules make the events of a type
     */
    void change(EventCatalog catalog, List<ViewPlan> plans, Predicate<String> isDerived) {
        Map<String, ActiveView> next = new TreeMap<>();
        for (ViewPlan plan : plans) {
            ActiveView known = views.get(plan.name());
            boolean goesOn = known != null && known.plan().version().equals(plan.version());
            if (isAtHome(plan, isDerived)) {
                next.put(plan.name(), goesOn ? known : new ActiveView(plan, limits));
                views.remove(plan.name(), goesOn ? known : null);
            }
        }
        leftOutOfViewsGone +=
                views.values().stream().mapToLong(ActiveView::leftOutEvents).sum();
        views = next;
        all = next.values().toArray(ActiveView[]::new);
        byType = catalog.layouts().stream().map(this::over).toArray(ActiveView[][]::new);
    }

    /** What looks at derived events is where these are made. */
    private boolean isAtHome(ViewPlan plan, Predicate<String> isDerived) {
        return isDerived.test(plan.source().event())
                ? partition.isFirst()
                : partition.handles(ActiveView.homeOf(plan.name()));
    }

    private ActiveView[] over(EventLayout layout) {
        List<ActiveView> over = new ArrayList<>();
        for (ActiveView view : all) {
            if (view.plan().source().event().equals(layout.name())) {
                over.add(view);
            }
        }
        return over.toArray(ActiveView[]::new);
    }

    /** The scope's event has arrived; it is in time. */
    void eventArrived(Scope scope, SourceClocks clocks, Consumer<Outcome> out) {
        if (all.length > 0) {
            for (ActiveView view : byType[scope.event().typeIndex()]) {
                view.eventArrived(scope, clocks, out);
            }
        }
    }

    /** Time may have moved on. */
    void timePassed(SourceClocks clocks, long sequence, Consumer<Outcome> out) {
        for (ActiveView view : all) {
            view.timePassed(clocks, sequence, out);
        }
    }

    long windows() {
        return views.values().stream().mapToLong(ActiveView::windows).sum();
    }

    long leftOutEvents() {
        return leftOutOfViewsGone
                + views.values().stream().mapToLong(ActiveView::leftOutEvents).sum();
    }
}
