package io.tripline.perf.engine;

/** The matches of a run: how many, and a sum over them in which each counts by what it is, in any order. */
public final class Answers {

    private long count;
    private long sum;

    /**
     * Adds a match.
     *
     * @param rule the rule's number
     * @param first number of the first matched payment
     * @param last number of the last one
     */
    public void add(int rule, long first, long last) {
        count++;
        sum += mix(mix(mix(rule) + first) + last);
    }

    /** The finalizer of SplittableRandom. */
    private static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long count() {
        return count;
    }

    public boolean same(Answers other) {
        return count == other.count && sum == other.sum;
    }

    @Override
    public String toString() {
        return count + " matches, checksum " + Long.toHexString(sum);
    }
}
