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

    /** A view whose version is the same goes on with its state; a new or changed one starts empty. */
    void change(EventCatalog catalog, List<ViewPlan> plans) {
        Map<String, ActiveView> next = new TreeMap<>();
        for (ViewPlan plan : plans) {
            ActiveView known = views.get(plan.name());
            if (known != null && known.plan().version().equals(plan.version())) {
                next.put(plan.name(), known);
                views.remove(plan.name());
            } else if (partition.handles(ActiveView.homeOf(plan.name()))) {
                next.put(plan.name(), new ActiveView(plan, limits));
            }
        }
        leftOutOfViewsGone +=
                views.values().stream().mapToLong(ActiveView::leftOutEvents).sum();
        views = next;
        all = next.values().toArray(ActiveView[]::new);
        byType = catalog.layouts().stream().map(this::over).toArray(ActiveView[][]::new);
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
    void eventArrived(Scope scope, SourceClocks clocks, List<Outcome> out) {
        if (all.length > 0) {
            for (ActiveView view : byType[scope.event().typeIndex()]) {
                view.eventArrived(scope, clocks, out);
            }
        }
    }

    /** Time may have moved on. */
    void timePassed(SourceClocks clocks, long sequence, List<Outcome> out) {
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
