package io.tripline.engine.view;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.Arrays;

/**
 * The values of a view's groups that some events have in common; missing ones are equal to each other. Ordered by value,
 * group after group, the missing one first.
 */
final class GroupKey implements Comparable<GroupKey> {

    private final ValueKind[] kinds;
    private final Value[] values;

    /** A key whose values are to be set, to look others up with. */
    GroupKey(ValueKind[] kinds) {
        this.kinds = kinds;
        this.values = new Value[kinds.length];
        Arrays.setAll(values, i -> new Value());
    }

    /** A copy that stays as it is. */
    GroupKey retained() {
        GroupKey copy = new GroupKey(kinds);
        for (int i = 0; i < values.length; i++) {
            copyTo(i, copy.values[i]);
        }
        return copy;
    }

    int size() {
        return values.length;
    }

    Value value(int group) {
        return values[group];
    }

    void copyTo(int group, Value into) {
        if (values[group].isMissing()) {
            into.setMissing();
        } else {
            into.setKept(values[group].slot(), values[group].keptOrNull(kinds[group]));
        }
    }

    @Override
    public int compareTo(GroupKey other) {
        for (int i = 0; i < values.length; i++) {
            int order = compare(values[i], other.values[i], kinds[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Value left, Value right, ValueKind kind) {
        if (left.isMissing() || right.isMissing()) {
            return Boolean.compare(right.isMissing(), left.isMissing());
        }
        return left.compareTo(right, kind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupKey key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.stream(values)
                .map(value -> value.isMissing() ? 0L : value.slot())
                .toList()
                .hashCode();
    }

    void writeState(StateWriter out) {
        for (int i = 0; i < values.length; i++) {
            if (values[i].isMissing()) {
                out.nothingKept();
            } else {
                out.kept(values[i].slot(), values[i].keptOrNull(kinds[i]));
            }
        }
    }

    /** A new key becomes the one that was written. */
    GroupKey readState(StateReader in) {
        for (Value value : values) {
            in.kept(value);
        }
        return this;
    }
}
