package io.tripline.engine.host;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of events that are on their way. Any thread may use it. */
final class BytesInFlight {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    BytesInFlight(long limit) {
        this.limit = limit;
    }

    /** Takes room; false when there is not enough. One input alone always has room. */
    boolean tryTake(int bytes) {
        long before = used.getAndAdd(bytes);
        if (before > 0 && before + bytes > limit) {
            used.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    long limit() {
        return limit;
    }

    long used() {
        return used.get();
    }

    void giveBack(int bytes) {
        used.addAndGet(-bytes);
    }
}
