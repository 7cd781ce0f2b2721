package io.tripline.engine.host;

import java.util.HashMap;
import java.util.Map;

/**
 * Shares a limit between sources, so that a greedy one cannot starve the others: a source may hold at most {@value
 * #FACTOR} times what is left when it has it. One alone gets four fifths; of {@code n} greedy ones each gets {@code 4 / (1 +
 * 4 n)}, and what is left is for who comes next. A source that holds nothing may take whatever is left. There is nothing to
 * configure by source, and nothing to forget when one is gone.
 *
 * <p>The rule is that of Choudhury and Hahne, "Dynamic queue length thresholds for shared-memory packet switches", IEEE/ACM
 * Transactions on Networking 6 (1998). Any thread may use it.
 */
public final class FairShare {

    static final int FACTOR = 4;

    private final long limit;
    private final Map<String, Long> held = new HashMap<>();
    private long used;

    public FairShare(long limit) {
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }

    public synchronized long used() {
        return used;
    }

    /** Takes something; false when the source may not have it now. While nobody holds anything it may be any amount. */
    public synchronized boolean tryTake(String source, long amount) {
        long mine = held.getOrDefault(source, 0L);
        long left = limit - used - amount;
        boolean fits = left >= 0 && (mine == 0 || mine + amount <= FACTOR * left);
        if (!fits && used > 0) {
            return false;
        }
        used += amount;
        if (amount > 0) {
            held.put(source, mine + amount);
        }
        return true;
    }

    /** Gives back something that was taken. */
    public synchronized void giveBack(String source, long amount) {
        used -= amount;
        if (amount > 0) {
            held.computeIfPresent(source, (name, mine) -> mine > amount ? mine - amount : null);
        }
    }

    /** The most that the source could take now. */
    public synchronized long left(String source) {
        long mine = held.getOrDefault(source, 0L);
        long left = Math.max(0, limit - used);
        return mine == 0 ? left : Math.max(0, Math.min(left, (FACTOR * left - mine) / (FACTOR + 1)));
    }
}
