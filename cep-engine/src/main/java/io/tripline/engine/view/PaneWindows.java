package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tumbling and hopping windows. An event goes into one pane; a window is what its panes come to together, so an event costs
 * the same however many windows it is in. A window has the number of its first pane.
 */
final class PaneWindows extends ViewWindows {

    private static final long NONE = Long.MAX_VALUE;
    private static final SortedMap<GroupKey, Tallies> NOTHING = Collections.emptySortedMap();

    private final Panes panes;
    private final long panesPerWindow;
    private final TreeMap<Long, SortedMap<GroupKey, Tallies>> tallies = new TreeMap<>();
    /** What has been said, by window, as long as events may still change it. */
    private final TreeMap<Long, TreeMap<GroupKey, RowBook.Entry>> said = new TreeMap<>();

    private final RowId ids;
    private final Event noEvent = new Event();
    private long held;
    /** Windows before this have been let go. */
    private long firstWindow = Long.MIN_VALUE;
    /** The end of the first window to be published, or an earlier time: asked at every event. */
    private long nextEndNanos = Long.MAX_VALUE;
    /** The end of the first window to be let go, or an earlier time. */
    private long nextSettledNanos = Long.MAX_VALUE;

    PaneWindows(ViewProgram program, RowBook book, int limit) {
        super(program, book, limit);
        Window window = program.plan().window();
        this.panes = Panes.of(window);
        this.panesPerWindow = window instanceof Window.Hopping hopping ? hopping.nanos() / hopping.everyNanos() : 1;
        this.ids = new RowId(program.plan());
    }

    @Override
    void take(GroupKey key, Scope scope) {
        long pane = panes.indexOf(scope.event().timeNanos());
        if (pane < firstWindow) {
            leaveOut();
            return;
        }
        Tallies group = tallies.getOrDefault(pane, NOTHING).get(key);
        if (group == null) {
            // Making room may let go of just this pane.
            if (!hasRoom() || pane < firstWindow) {
                leaveOut();
                return;
            }
            group = program.newTallies();
            tallies.computeIfAbsent(pane, this::newPane).put(key.retained(), group);
            held++;
        }
        group.add(scope);
        for (long window = Math.max(firstWindow, pane - panesPerWindow + 1);
                window <= pane && endNanos(window) <= passedNanos();
                window++) {
            change(window, key, together(window, key));
        }
    }

    private SortedMap<GroupKey, Tallies> newPane(long pane) {
        nextEndNanos = Math.min(nextEndNanos, endNanos(pane - panesPerWindow + 1));
        nextSettledNanos = Math.min(nextSettledNanos, endNanos(pane));
        return new TreeMap<>();
    }

    private long endNanos(long window) {
        return panes.startNanos(window + panesPerWindow);
    }

    @Override
    void pass(long timeNanos) {
        if (timeNanos < nextEndNanos) {
            return;
        }
        nextEndNanos = Long.MAX_VALUE;
        if (tallies.isEmpty() || passedNanos() >= panes.startNanos(tallies.lastKey() + panesPerWindow)) {
            return;
        }
        long window = tallies.firstKey() - panesPerWindow + 1;
        if (passedNanos() >= endNanos(window)) {
            // Those that ended before are published.
            window = panes.indexOf(passedNanos()) - panesPerWindow + 1;
        }
        window = withPanes(Math.max(window, firstWindow));
        while (window != NONE && endNanos(window) <= timeNanos) {
            publish(window);
            window = withPanes(window + 1);
        }
        nextEndNanos = window == NONE ? Long.MAX_VALUE : endNanos(window);
    }

    /** The first window from this one on that has something in it. */
    private long withPanes(long window) {
        Long pane = tallies.ceilingKey(window);
        return pane == null ? NONE : Math.max(window, pane - panesPerWindow + 1);
    }

    private void publish(long window) {
        for (Map.Entry<GroupKey, Tallies> group : together(window).entrySet()) {
            change(window, group.getKey(), group.getValue());
        }
    }

    private void change(long window, GroupKey key, Tallies aggregates) {
        TreeMap<GroupKey, RowBook.Entry> entries = said.computeIfAbsent(window, added -> new TreeMap<>());
        RowBook.Entry before = entries.get(key);
        long start = panes.startNanos(window);
        RowBook.Entry entry =
                book.change(before, () -> ids.of(key, start), key, aggregates, noEvent, start, endNanos(window));
        if (before == null && entry != null) {
            entries.put(key.retained(), entry);
            nextSettledNanos = Math.min(nextSettledNanos, endNanos(window));
            held++;
        } else if (entries.isEmpty()) {
            said.remove(window);
        }
    }

    /** What the panes of a window come to, by group. */
    private SortedMap<GroupKey, Tallies> together(long window) {
        if (panesPerWindow == 1) {
            return tallies.getOrDefault(window, NOTHING);
        }
        TreeMap<GroupKey, Tallies> all = new TreeMap<>();
        for (SortedMap<GroupKey, Tallies> pane :
                tallies.subMap(window, window + panesPerWindow).values()) {
            pane.forEach((key, part) ->
                    all.computeIfAbsent(key, added -> program.newTallies()).addAll(part));
        }
        return all;
    }

    /** The same for one group, which has a part in it. */
    private Tallies together(long window, GroupKey key) {
        if (panesPerWindow == 1) {
            return tallies.get(window).get(key);
        }
        Tallies all = program.newTallies();
        for (SortedMap<GroupKey, Tallies> pane :
                tallies.subMap(window, window + panesPerWindow).values()) {
            Tallies part = pane.get(key);
            if (part != null) {
                all.addAll(part);
            }
        }
        return all;
    }

    @Override
    void settle(long timeNanos) {
        if (timeNanos < nextSettledNanos) {
            return;
        }
        while (!tallies.isEmpty() && endNanos(tallies.firstKey()) <= timeNanos) {
            held -= tallies.pollFirstEntry().getValue().size();
        }
        while (!said.isEmpty() && endNanos(said.firstKey()) <= timeNanos) {
            held -= said.pollFirstEntry().getValue().size();
        }
        long next = Math.min(firstOf(said), firstOf(tallies));
        nextSettledNanos = next == NONE ? Long.MAX_VALUE : endNanos(next);
    }

    @Override
    boolean letGoOldest() {
        long oldest = Math.min(firstOf(said), firstOf(tallies));
        if (oldest == NONE || endNanos(oldest) > passedNanos()) {
            return false;
        }
        firstWindow = oldest + 1;
        while (firstOf(tallies) <= oldest) {
            held -= tallies.pollFirstEntry().getValue().size();
        }
        if (firstOf(said) <= oldest) {
            held -= said.pollFirstEntry().getValue().size();
        }
        return true;
    }

    private static long firstOf(SortedMap<Long, ?> byNumber) {
        return byNumber.isEmpty() ? NONE : byNumber.firstKey();
    }

    @Override
    long held() {
        return held;
    }

    @Override
    void writeWindows(StateWriter out) {
        out.signed(firstWindow).number(tallies.size());
        tallies.forEach((pane, groups) -> {
            out.signed(pane).number(groups.size());
            groups.forEach((key, group) -> {
                key.writeState(out);
                group.writeState(out);
            });
        });
        out.number(said.size());
        said.forEach((window, entries) -> {
            out.signed(window).number(entries.size());
            entries.forEach((key, entry) -> {
                key.writeState(out);
                RowBook.writeState(entry, out);
            });
        });
    }

    @Override
    void readWindows(StateReader in) {
        firstWindow = in.signed();
        // What is to be done next is looked for at the first event.
        nextEndNanos = Long.MIN_VALUE;
        nextSettledNanos = Long.MIN_VALUE;
        for (int panesLeft = in.count(); panesLeft > 0; panesLeft--) {
            SortedMap<GroupKey, Tallies> groups = new TreeMap<>();
            tallies.put(in.signed(), groups);
            for (int left = in.count(); left > 0; left--) {
                GroupKey key = program.newKey().readState(in);
                Tallies group = program.newTallies();
                group.readState(in);
                groups.put(key, group);
            }
            held += groups.size();
        }
        for (int windowsLeft = in.count(); windowsLeft > 0; windowsLeft--) {
            TreeMap<GroupKey, RowBook.Entry> entries = new TreeMap<>();
            said.put(in.signed(), entries);
            for (int left = in.count(); left > 0; left--) {
                GroupKey key = program.newKey().readState(in);
                entries.put(key, book.readState(key, in));
            }
            held += entries.size();
        }
    }
}
