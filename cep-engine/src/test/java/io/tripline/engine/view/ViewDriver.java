package io.tripline.engine.view;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.time.SourceClocks;
import io.tripline.engine.value.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs one view over events of the type A, {@code A { k string?  v decimal?  at timestamp @time }}, and writes what becomes
 * of its rows as lines.
 *
 * <p>{@code A5/x@30}: {@code v}, then the group {@code k} behind {@code /} (missing where there is none), then the time in
 * seconds since 1970, or as a whole time; {@code B@40} is an event of another type, which moves time only; {@code tick@50} is a tick
 * of the clock; a source stands behind {@code #}.
 *
 * <p>{@code + k=x n=2 10..20 #1}: published, with its window and revision; {@code -} is withdrawn. Now
 * and then it writes what the view knows, and goes on with a new one that has read it.
 */
final class ViewDriver {

    private static final long SECOND = 1_000_000_000L;
    private static final Pattern INPUT =
            Pattern.compile("(A|B|tick)(-?[0-9.]+)?(?:/([\\w-]+))?@(-?[0-9.]+|[0-9]{4}-[0-9T:-]+Z)(?:#(\\d+))?");

    private static final int INPUTS_WITH_A_CUT = 64;

    private ViewRunner runner;
    private final int limit;
    private final SourceClocks clocks = new SourceClocks(1_000);
    private final EventCatalog catalog;
    private final EventWriter writer = new EventWriter(64);
    private final Event event = new Event();
    private final Scope scope = new Scope();
    private final List<RowChange> changes = new ArrayList<>();
    private final long lateAfterNanos;
    private long sequence;

    private ViewDriver(String lateAfter, String view, int limit) {
        RuleSetPlan plan = EngineDriver.compile("event A { k string?  v decimal?  at timestamp @time } late after "
                + lateAfter + "\nevent B { at timestamp @time } late after " + lateAfter + "\nview rows { from A" + view
                + " }");
        this.limit = limit;
        this.runner = new ViewRunner(ViewProgram.compile(plan.views().get(0)), limit);
        this.catalog = new EventCatalog(1, plan.events());
        this.lateAfterNanos = plan.events().get(0).lateAfterNanos();
    }

    /** A view whose text goes on behind {@code from A}; nothing may come late. */
    static ViewDriver of(String view) {
        return late("0s", view);
    }

    static ViewDriver late(String lateAfter, String view) {
        return limited(1_000_000, lateAfter, view);
    }

    static ViewDriver limited(int limit, String lateAfter, String view) {
        return new ViewDriver(lateAfter, view, limit);
    }

    ViewRunner runner() {
        return runner;
    }

    /** Sends inputs; gives what becomes of rows. */
    List<String> send(String inputs) {
        changes.clear();
        for (String input : inputs.trim().split("\\s+", -1)) {
            sendOne(input);
        }
        return changes.stream().map(ViewDriver::line).toList();
    }

    /** The same, not as lines; the time that each input brings is handed to the listener. */
    List<RowChange> sendOne(String text, BigDecimal value, String groupOrNull, long timeNanos, int source) {
        changes.clear();
        if (sequence < INPUTS_WITH_A_CUT || Long.bitCount(sequence) == 1) {
            cut();
        }
        sequence++;
        if (text.equals("tick")) {
            clocks.advance(timeNanos);
            runner.timePassed(sequence, time(), changes::add);
            return List.copyOf(changes);
        }
        EventLayout layout = catalog.layoutOrNull(text);
        writer.clear();
        writer.begin(layout);
        int at = text.equals("A") ? 2 : 0;
        if (groupOrNull != null) {
            writer.putText(0, groupOrNull);
        }
        if (value != null) {
            writer.putDecimal(1, Decimals.pack(value));
        }
        writer.putLong(at, timeNanos);
        writer.end();
        event.wrap(catalog, writer.toByteArray(), 0, sequence, source);
        if (clocks.arrive(source, sequence, timeNanos, lateAfterNanos)) {
            scope.showMoving(event);
            if (text.equals("A")) {
                runner.eventArrived(scope, time(), changes::add);
            } else {
                runner.timePassed(sequence, time(), changes::add);
            }
        }
        return List.copyOf(changes);
    }

    /** Goes on with a view that has read what this one has written. */
    private void cut() {
        ViewRunner before = runner;
        runner = new ViewRunner(ViewProgram.compile(before.program().plan()), limit);
        byte[] written = written(before);
        runner.readState(new StateReader(catalog, written, 0, written.length));
        if (!Arrays.equals(written(runner), written)) {
            throw new AssertionError("a view that has read a state does not write the same");
        }
    }

    private byte[] written(ViewRunner view) {
        StateWriter out = new StateWriter(catalog);
        view.writeState(out);
        return out.copy();
    }

    ViewTime time() {
        return new ViewTime(
                Math.max(clocks.settledNanos(0), clocks.passedNanos()), clocks.settledNanos(lateAfterNanos));
    }

    private void sendOne(String text) {
        Matcher input = INPUT.matcher(text);
        if (!input.matches()) {
            throw new IllegalArgumentException("not an input: " + text);
        }
        List<RowChange> before = List.copyOf(changes);
        List<RowChange> caused = sendOne(
                input.group(1),
                input.group(2) == null ? null : new BigDecimal(input.group(2)),
                input.group(3),
                nanos(input.group(4)),
                input.group(5) == null ? 0 : Integer.parseInt(input.group(5)));
        changes.clear();
        changes.addAll(before);
        changes.addAll(caused);
    }

    private static long nanos(String time) {
        return time.endsWith("Z")
                ? java.time.Instant.parse(time).getEpochSecond() * SECOND
                : new BigDecimal(time).movePointRight(9).longValueExact();
    }

    static String line(RowChange change) {
        Row row = change.row();
        StringBuilder line = new StringBuilder(change instanceof RowChange.Published ? "+" : "-");
        for (Map.Entry<String, Object> field : row.values().values().entrySet()) {
            if (!List.of("window_start", "window_end", "revision").contains(field.getKey())) {
                line.append(' ').append(field.getKey()).append('=').append(ValueText.of(field.getValue()));
            }
        }
        return line + " " + seconds(row.startNanos()) + ".." + seconds(row.endNanos()) + " #" + row.revision();
    }

    private static String seconds(long nanos) {
        return ValueText.of(BigDecimal.valueOf(nanos, 9));
    }
}
