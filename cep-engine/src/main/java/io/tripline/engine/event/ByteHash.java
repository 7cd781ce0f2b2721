package io.tripline.engine.event;

/**
 * A 64-bit hash of bytes, the same on every machine and in every release: it is stored with each text in the journal
 * and decides a key's partition. Eight bytes a step, multiplied and folded as in wyhash (Wang Yi, 2019), with the final
 * mix of SplittableRandom.
 */
public final class ByteHash {

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long PRIME_1 = 0xA0761D6478BD642FL;
    private static final long PRIME_2 = 0xE7037ED1A0B428DBL;

    private ByteHash() {}

    public static long of(byte[] bytes, int start, int length) {
        long hash = SEED ^ length;
        int position = start;
        int end = start + length;
        for (; position + 8 <= end; position += 8) {
            hash = fold(hash ^ (long) Event.LONG.get(bytes, position), PRIME_1);
        }
        if (position < end) {
            long rest = 0;
            for (int shift = 0; position < end; position++, shift += 8) {
                rest |= (bytes[position] & 0xFFL) << shift;
            }
            hash = fold(hash ^ rest, PRIME_2);
        }
        return mix(hash);
    }

    /** Spreads a number over all bits. */
    public static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long fold(long a, long b) {
        return Math.multiplyHigh(a, b) ^ a * b;
    }
}
