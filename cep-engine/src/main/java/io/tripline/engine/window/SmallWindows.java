package io.tripline.engine.window;

import io.tripline.engine.aggregate.ExactSum;
import io.tripline.engine.event.ByteHash;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.Arrays;

/**
 * The windows of a rule that lie side by side in one array for each key: what decides the speed of keyed state is how many
 * places in memory an event needs.
 *
 * <pre>
 *   cells:  header of 0 │ header of 1 │ … │ ring of 0 │ ring of 1 │ …
 *   header: size (24 bits) │ head (24) │ log2 of the capacity (5) │ scale of the sum, or number of different values (8)
 *           and for sums the sum's unscaled value
 * </pre>
 *
 * <p>What does not fit (a text of more than seven bytes, more than a few values to be told apart, a sum that needs more
 * than a long) goes on in an object, a {@link SlidingWindow}.
 */
final class SmallWindows {

    private static final int FIELD_BITS = 24;
    private static final int FIELD_MASK = (1 << FIELD_BITS) - 1;
    private static final int CAPACITY_SHIFT = 2 * FIELD_BITS;
    private static final int CAPACITY_MASK = 31;
    private static final int EXTRA_SHIFT = CAPACITY_SHIFT + 5;
    private static final int EXTRA_MASK = 255;

    private static final int MOST_ENTRIES = 1 << FIELD_BITS - 1;

    /** Looked through one by one: so many are next to each other. */
    private static final int MOST_DISTINCT_ENTRIES = 16;

    /** The eighth byte is the length. */
    private static final int LONGEST_TEXT = 7;

    private static final long[] NOTHING = {};

    private final SmallKind[] kinds;
    private final ValueKind[] values;
    private final ExactSum[] sums;
    private final int[] headers;
    private final int headerLongs;

    SmallWindows(Feature[] features) {
        int count = features.length;
        this.kinds = new SmallKind[count];
        this.values = new ValueKind[count];
        this.sums = new ExactSum[count];
        this.headers = new int[count];
        int position = 0;
        for (int i = 0; i < count; i++) {
            kinds[i] = features[i].smallKind();
            values[i] = features[i].kind();
            sums[i] = new ExactSum(values[i]);
            headers[i] = position;
            position += kinds[i].headerLongs;
        }
        this.headerLongs = position;
    }

    boolean isSmall(int feature) {
        return kinds[feature] != SmallKind.NONE;
    }

    /** Cells with empty windows, each with room for one entry. */
    long[] newCells() {
        int rings = 0;
        for (SmallKind kind : kinds) {
            rings += kind.entryLongs;
        }
        return rings == 0 ? NOTHING : new long[headerLongs + rings];
    }

    private static int size(long header) {
        return (int) header & FIELD_MASK;
    }

    private static int head(long header) {
        return (int) (header >>> FIELD_BITS) & FIELD_MASK;
    }

    private static int capacity(long header) {
        return 1 << ((int) (header >>> CAPACITY_SHIFT) & CAPACITY_MASK);
    }

    private static int extra(long header) {
        return (int) (header >>> EXTRA_SHIFT) & EXTRA_MASK;
    }

    private static long withExtra(long header, int extra) {
        return header & ~((long) EXTRA_MASK << EXTRA_SHIFT) | (long) extra << EXTRA_SHIFT;
    }

    /** Where the feature's ring begins. */
    private int ring(long[] cells, int feature) {
        int position = headerLongs;
        for (int i = 0; i < feature; i++) {
            if (kinds[i] != SmallKind.NONE) {
                position += capacity(cells[headers[i]]) * kinds[i].entryLongs;
            }
        }
        return position;
    }

    /**
     * Takes in a value that is not missing, at a time not before those of the entries; the window must be one that is here.
     *
     * @return the cells from now on; null, and nothing changed, when the window does not fit here any more
     */
    long[] addOrNull(long[] cells, int feature, long timeNanos, Value value) {
        long code = 0;
        if (kinds[feature] == SmallKind.DISTINCT) {
            if (!hasCode(value, values[feature]) || size(cells[headers[feature]]) >= MOST_DISTINCT_ENTRIES) {
                return null;
            }
            code = code(value, values[feature]);
        } else if (size(cells[headers[feature]]) == MOST_ENTRIES) {
            return null;
        } else if (kinds[feature] != SmallKind.COUNT) {
            if (!addToSum(cells, feature, value)) {
                return null;
            }
            code = value.slot();
        }
        long[] with = cells;
        long header = with[headers[feature]];
        if (size(header) == capacity(header)) {
            with = grown(cells, feature);
            header = with[headers[feature]];
        }
        int width = kinds[feature].entryLongs;
        int ring = ring(with, feature);
        if (kinds[feature] == SmallKind.DISTINCT && !contains(with, ring, header, 0, code)) {
            header = withExtra(header, extra(header) + 1);
        }
        int place = ring + (head(header) + size(header) & capacity(header) - 1) * width;
        with[place] = timeNanos;
        if (width == 2) {
            with[place + 1] = code;
        }
        with[headers[feature]] = header + 1;
        return with;
    }

    private boolean addToSum(long[] cells, int feature, Value value) {
        if (value.isBig()) {
            return false;
        }
        int at = headers[feature];
        ExactSum sum = sums[feature];
        sum.setLong(cells[at + 1], extra(cells[at]));
        sum.add(value.slot(), null);
        return store(sum, cells, at);
    }

    private static boolean store(ExactSum sum, long[] cells, int at) {
        if (sum.isBig()) {
            return false;
        }
        cells[at] = withExtra(cells[at], sum.scale());
        cells[at + 1] = sum.unscaled();
        return true;
    }

    /** Whether an entry, from a rank on, has that code. */
    private static boolean contains(long[] cells, int ring, long header, int fromRank, long code) {
        for (int rank = fromRank; rank < size(header); rank++) {
            if (cells[ring + 2 * (head(header) + rank & capacity(header) - 1) + 1] == code) {
                return true;
            }
        }
        return false;
    }

    /** Makes a full ring twice as long; its first entry then is at its start. */
    private long[] grown(long[] cells, int feature) {
        long header = cells[headers[feature]];
        int width = kinds[feature].entryLongs;
        int ring = ring(cells, feature);
        int longs = capacity(header) * width;
        long[] grown = new long[cells.length + longs];
        System.arraycopy(cells, 0, grown, 0, ring);
        int fromHead = longs - head(header) * width;
        System.arraycopy(cells, ring + longs - fromHead, grown, ring, fromHead);
        System.arraycopy(cells, ring, grown, ring + fromHead, longs - fromHead);
        System.arraycopy(cells, ring + longs, grown, ring + 2 * longs, cells.length - ring - longs);
        long head = (long) head(header) << FIELD_BITS;
        grown[headers[feature]] = header - head + (1L << CAPACITY_SHIFT);
        return grown;
    }

    /**
     * Lets go of entries before that time.
     *
     * @return false when the sum of the others does not fit here; some may be gone then
     */
    boolean expireBefore(long[] cells, int feature, long timeNanos) {
        long header = cells[headers[feature]];
        if (size(header) == 0) {
            return true;
        }
        int ring = ring(cells, feature);
        int width = kinds[feature].entryLongs;
        while (size(header) > 0 && cells[ring + head(header) * width] < timeNanos) {
            if (!remove(cells, feature, ring)) {
                return false;
            }
            header = cells[headers[feature]];
        }
        return true;
    }

    /** Removes the first entry; false, and nothing changed, when the sum of the others has no room. */
    private boolean remove(long[] cells, int feature, int ring) {
        int at = headers[feature];
        int head = head(cells[at]);
        if (kinds[feature] == SmallKind.DISTINCT) {
            if (!contains(cells, ring, cells[at], 1, cells[ring + 2 * head + 1])) {
                cells[at] = withExtra(cells[at], extra(cells[at]) - 1);
            }
        } else if (kinds[feature] != SmallKind.COUNT && !subtract(cells, feature, cells[ring + 2 * head + 1])) {
            return false;
        }
        int next = head + 1 & capacity(cells[at]) - 1;
        cells[at] = cells[at] - 1 - ((long) head << FIELD_BITS) + ((long) next << FIELD_BITS);
        return true;
    }

    private boolean subtract(long[] cells, int feature, long slot) {
        int at = headers[feature];
        ExactSum sum = sums[feature];
        sum.setLong(cells[at + 1], extra(cells[at]));
        if (size(cells[at]) == 1) {
            sum.clear();
        } else {
            sum.subtract(slot, null);
        }
        return store(sum, cells, at);
    }

    void read(long[] cells, int feature, Value into) {
        long header = cells[headers[feature]];
        switch (kinds[feature]) {
            case COUNT -> into.setSlot(size(header));
            case DISTINCT -> into.setSlot(extra(header));
            case SUM, AVERAGE -> {
                ExactSum sum = sums[feature];
                sum.setLong(cells[headers[feature] + 1], extra(header));
                if (kinds[feature] == SmallKind.SUM) {
                    sum.read(into);
                } else {
                    sum.readAverage(size(header), into);
                }
            }
            case NONE -> throw new IllegalStateException("not a small window");
        }
    }

    /** Puts what a window holds into an object, and leaves nothing here. */
    void move(long[] cells, int feature, SlidingWindow into) {
        long header = cells[headers[feature]];
        int ring = ring(cells, feature);
        int width = kinds[feature].entryLongs;
        Value value = new Value();
        for (int rank = 0; rank < size(header); rank++) {
            int place = ring + (head(header) + rank & capacity(header) - 1) * width;
            value.setSlot(0);
            if (width == 2) {
                decode(cells[place + 1], feature, value);
            }
            into.add(cells[place], value);
        }
        Arrays.fill(cells, headers[feature] + 1, headers[feature] + kinds[feature].headerLongs, 0);
        cells[headers[feature]] = header & (long) CAPACITY_MASK << CAPACITY_SHIFT;
    }

    private void decode(long code, int feature, Value into) {
        if (kinds[feature] != SmallKind.DISTINCT || values[feature] != ValueKind.BYTES) {
            into.setSlot(code);
            return;
        }
        byte[] bytes = new byte[(int) (code >>> 8 * LONGEST_TEXT)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (code >>> 8 * i);
        }
        into.setText(new Text(bytes, ByteHash.of(bytes, 0, bytes.length)));
    }

    /** Whether a long tells the value from all others of its kind. */
    private static boolean hasCode(Value value, ValueKind kind) {
        return kind == ValueKind.BYTES ? value.length() <= LONGEST_TEXT : !value.isBig();
    }

    private static long code(Value value, ValueKind kind) {
        if (kind != ValueKind.BYTES) {
            return value.slot();
        }
        long code = (long) value.length() << 8 * LONGEST_TEXT;
        for (int i = 0; i < value.length(); i++) {
            code |= (value.array()[value.start() + i] & 0xFFL) << 8 * i;
        }
        return code;
    }

    /** Writes what a window holds: its entries, oldest first, and its sum in the form that it has. */
    void writeState(long[] cells, int feature, StateWriter out) {
        long header = cells[headers[feature]];
        int ring = ring(cells, feature);
        int width = kinds[feature].entryLongs;
        out.number(size(header));
        if (kinds[feature].headerLongs == 2) {
            out.number(extra(header)).signed(cells[headers[feature] + 1]);
        }
        long before = 0;
        for (int rank = 0; rank < size(header); rank++) {
            int place = ring + (head(header) + rank & capacity(header) - 1) * width;
            out.signed(cells[place] - before);
            before = cells[place];
            if (width == 2) {
                out.signed(cells[place + 1]);
            }
        }
    }

    /** An empty window becomes the one that was written; gives the cells from now on. */
    long[] readState(long[] cells, int feature, StateReader in) {
        int count = in.count();
        int width = kinds[feature].entryLongs;
        long[] with = cells;
        while (capacity(with[headers[feature]]) < count) {
            with = grown(with, feature);
        }
        int at = headers[feature];
        int ring = ring(with, feature);
        if (kinds[feature].headerLongs == 2) {
            with[at] = withExtra(with[at], in.count());
            with[at + 1] = in.signed();
        }
        long time = 0;
        for (int rank = 0; rank < count; rank++) {
            time += in.signed();
            with[ring + rank * width] = time;
            if (width == 2) {
                long code = in.signed();
                if (kinds[feature] == SmallKind.DISTINCT && !contains(with, ring, with[at], 0, code)) {
                    with[at] = withExtra(with[at], extra(with[at]) + 1);
                }
                with[ring + rank * width + 1] = code;
            }
            with[at]++;
        }
        return with;
    }
}
