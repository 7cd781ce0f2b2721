package io.tripline.engine.snapshot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Tells states apart: equal ones have equal digests, whatever the order in which their parts came. It is the sum, modulo
 * 2^256, of the SHA-256 of all parts (AdHash: Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing", 1997).
 *
 * <p>For one thread.
 */
public final class StateDigest implements StateParts {
    private static final int WORDS = 4;

    private final MessageDigest sha;
    private final long[] sum = new long[WORDS];
    private long count;

    /** Of no part. */
    public StateDigest() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void part(byte[] name, byte[] bytes, int length) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
        sha.update(name);
        sha.update(bytes, 0, length);
        ByteBuffer hash = ByteBuffer.wrap(sha.digest());
        long[] words = new long[WORDS];
        Arrays.setAll(words, i -> hash.getLong());
        add(words);
        count++;
    }

    /** With all parts of another one. */
    public void addAll(StateDigest other) {
        add(other.sum);
        count += other.count;
    }

    private void add(long[] words) {
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long before = sum[i] + carry;
            boolean overflows = carry == 1 && before == 0;
            sum[i] = before + words[i];
            carry = overflows || Long.compareUnsigned(sum[i], before) < 0 ? 1 : 0;
        }
    }

    /** How many parts there were. */
    public long count() {
        return count;
    }

    /** 64 digits. */
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        Arrays.stream(sum).forEach(bytes::putLong);
        return HexFormat.of().formatHex(bytes.array());
    }
}
