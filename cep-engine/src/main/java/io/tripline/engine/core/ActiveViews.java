package io.tripline.engine.core;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.time.SourceClocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The views. They run in the first partition, where the rules that see their rows run too: so a view has one order of rows
 * and one limit, and goes on when a rule begins to look at it.
 */
final class ActiveViews {

    private static final ActiveView[] NONE = {};

    private final Partition partition;
    private final EngineLimits limits;
    private Map<String, ActiveView> views = new TreeMap<>();
    /** Those over a type of event, by its number, in the order of their names. */
    private ActiveView[][] byType = new ActiveView[0][];

    private ActiveView[] all = new ActiveView[0];
    private boolean hasOverDerived;
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
        for (ViewPlan plan : partition.isFirst() ? plans : List.<ViewPlan>of()) {
            ActiveView known = views.get(plan.name());
            boolean goesOn = known != null && known.plan().version().equals(plan.version());
            ActiveView view = goesOn ? known : new ActiveView(plan, limits);
            view.setOverDerived(isDerived.test(plan.source().event()));
            next.put(plan.name(), view);
            if (goesOn) {
                views.remove(plan.name());
            }
        }
        leftOutOfViewsGone +=
                views.values().stream().mapToLong(ActiveView::leftOutEvents).sum();
        views = next;
        all = next.values().toArray(ActiveView[]::new);
        hasOverDerived = Arrays.stream(all).anyMatch(ActiveView::isOverDerived);
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

    boolean isEmpty() {
        return all.length == 0;
    }

    /** The scope's event has arrived; it is in time. */
    void eventArrived(Scope scope, SourceClocks clocks, ActiveView.Listener out) {
        if (all.length > 0) {
            for (ActiveView view : byType[scope.event().typeIndex()]) {
                view.eventArrived(scope, clocks, out);
            }
        }
    }

    /** Time may have moved on: for those that see what comes in. */
    void timePassed(SourceClocks clocks, long sequence, ActiveView.Listener out) {
        for (ActiveView view : all) {
            if (!view.isOverDerived()) {
                view.timePassed(clocks, sequence, 0, out);
            }
        }
    }

    /** Time may have moved on: for those that see what rules make, which by now they have. */
    void timePassedOfDerived(SourceClocks clocks, long sequence, int ordinal, ActiveView.Listener out) {
        for (ActiveView view : hasOverDerived ? all : NONE) {
            if (view.isOverDerived()) {
                view.timePassed(clocks, sequence, ordinal, out);
            }
        }
    }

    long windows() {
        return views.values().stream().mapToLong(ActiveView::windows).sum();
    }

    long leftOutEvents() {
        return leftOutOfViewsGone
                + views.values().stream().mapToLong(ActiveView::leftOutEvents).sum();
    }

    void writeState(StateWriter out) {
        out.number(leftOutOfViewsGone);
        views.values().forEach(view -> view.writeState(out));
    }

    /** Views that have seen nothing become those that were written. */
    void readState(StateReader in) {
        leftOutOfViewsGone = in.number();
        views.values().forEach(view -> view.readState(in));
    }
}
