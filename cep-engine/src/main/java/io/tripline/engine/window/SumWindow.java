package io.tripline.engine.window;

import io.tripline.engine.aggregate.ExactSum;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;

/** The running sum of the entries, or their average: one addition for who comes, one subtraction for who leaves. */
final class SumWindow extends SlidingWindow {

    private final boolean average;
    private final EntryRing entries;
    private final ExactSum sum;

    SumWindow(ExactSum nothing, boolean average) {
        this(EntryRing.ofTimesAndSlots(), nothing, average);
    }

    private SumWindow(EntryRing entries, ExactSum sum, boolean average) {
        this.entries = entries;
        this.sum = sum;
        this.average = average;
    }

    @Override
    void add(long timeNanos, Value value) {
        entries.add(timeNanos, value.slot(), value.bigOrNull());
        sum.add(value.slot(), value.bigOrNull());
    }

    @Override
    void expireBefore(long timeNanos) {
        while (!entries.isEmpty() && entries.firstTime() < timeNanos) {
            sum.subtract(entries.firstSlot(), entries.firstKept());
            entries.removeFirst();
            if (entries.isEmpty()) {
                sum.clear();
            }
        }
    }

    @Override
    void read(Value into) {
        if (average) {
            sum.readAverage(entries.size(), into);
        } else {
            sum.read(into);
        }
    }

    @Override
    SlidingWindow copy() {
        return new SumWindow(entries.copy(), sum.copy(), average);
    }

    @Override
    void writeState(StateWriter out) {
        entries.writeState(out);
        sum.writeState(out);
    }

    @Override
    void readState(StateReader in) {
        // A big decimal is what it is, whatever kind it is read as; texts are not summed.
        entries.readState(in, ValueKind.DECIMAL);
        sum.readState(in);
    }
}
