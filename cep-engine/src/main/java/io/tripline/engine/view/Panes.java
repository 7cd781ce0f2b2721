package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.event.Nanos;
import java.time.LocalDate;
import java.time.ZoneId;

/** How time is cut: into numbered panes without gaps, of which a window holds some in a row. */
sealed interface Panes {

    long DAY_NANOS = 86_400_000_000_000L;

    /** The number of the pane that holds that time. */
    long indexOf(long timeNanos);

    /** Where a pane begins, and the one before ends. */
    long startNanos(long index);

    /** Those of a tumbling window are its own length, those of a hopping window its hops. */
    static Panes of(Window window) {
        if (window instanceof Window.Tumbling tumbling) {
            return of(tumbling.nanos(), tumbling.zone());
        }
        Window.Hopping hopping = (Window.Hopping) window;
        return of(hopping.everyNanos(), hopping.zone());
    }

    private static Panes of(long nanos, String zone) {
        // Days of UTC all have one length, and begin where the epoch's do.
        return zone.equals("UTC") ? new Even(nanos) : new Days(nanos / DAY_NANOS, ZoneId.of(zone));
    }

    /** Of one length, aligned to 1970. */
    record Even(long nanos) implements Panes {

        @Override
        public long indexOf(long timeNanos) {
            return Math.floorDiv(timeNanos, nanos);
        }

        @Override
        public long startNanos(long index) {
            return index * nanos;
        }
    }

    /** Whole days of a time zone, counted from 1 January 1970; where a day's midnight is skipped it begins later. */
    record Days(long days, ZoneId zone) implements Panes {

        @Override
        public long indexOf(long timeNanos) {
            long day = LocalDate.ofInstant(Nanos.toInstant(timeNanos), zone).toEpochDay();
            long index = Math.floorDiv(day, days);
            // Where clocks go back over midnight, the new day has begun though they show the old one again.
            return startNanos(index + 1) <= timeNanos ? index + 1 : index;
        }

        @Override
        public long startNanos(long index) {
            return Nanos.ofAny(
                    LocalDate.ofEpochDay(index * days).atStartOfDay(zone).toInstant());
        }
    }
}
