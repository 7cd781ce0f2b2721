package io.tripline.engine.host;

import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateParts;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.security.SecureRandom;

/**
 * What duplicates are found by: the ids, and the key of their hashes.
 *
 * <p>It is written while further ids come. Some of these may be written too, which does no harm: they are remembered once
 * more when the journal behind the snapshot is read.
 */
record IdMemory(long key0, long key1, RememberedIds ids) {
    static final int KEYS = 1;
    static final int IDS = 2;

    private static final int IDS_IN_A_PART = 4_096;

    static IdMemory empty(int rememberedIds) {
        SecureRandom random = new SecureRandom();
        return new IdMemory(random.nextLong(), random.nextLong(), new RememberedIds(rememberedIds));
    }

    IdHash hash() {
        return new IdHash(key0, key1);
    }

    void write(StateParts parts) {
        StateWriter out = new StateWriter(EventCatalog.EMPTY);
        out.fixed(key0).fixed(key1);
        parts.part(new byte[] {KEYS}, out.array(), out.length());
        out.clear();
        StateWriter name = new StateWriter(EventCatalog.EMPTY);
        int[] inPart = {0};
        long[] part = {0};
        ids.forEach((high, low) -> {
            out.fixed(high).fixed(low);
            if (++inPart[0] == IDS_IN_A_PART) {
                end(parts, name, part[0]++, out);
                inPart[0] = 0;
            }
        });
        end(parts, name, part[0], out);
    }

    private static void end(StateParts parts, StateWriter name, long number, StateWriter out) {
        name.clear();
        name.number(IDS).number(number);
        parts.part(name.copy(), out.array(), out.length());
        out.clear();
    }

    /** With what one of the parts says. */
    IdMemory with(byte[] name, StateReader in, int length) {
        if (name[0] == KEYS) {
            return new IdMemory(in.fixed(), in.fixed(), ids);
        }
        for (int left = length / (2 * Long.BYTES); left > 0; left--) {
            ids.add(in.fixed(), in.fixed());
        }
        return this;
    }
}
