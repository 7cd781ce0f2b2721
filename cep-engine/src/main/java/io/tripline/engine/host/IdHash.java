package io.tripline.engine.host;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SipHash-1-3 with 128 bits of result (Aumasson and Bernstein, 2012, and the reference code's 128-bit form). The key is
 * secret, so nobody can send an id that is taken for another's. After {@link #hash} the two halves can be read; used by
 * one thread.
 */
final class IdHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0;
    private final long key1;

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private long high;
    private long low;

    IdHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    void hash(long type, byte[] bytes, int start, int length) {
        begin(type);
        int position = start;
        int end = start + length;
        for (; position + 8 <= end; position += 8) {
            absorb((long) LONG.get(bytes, position));
        }
        long rest = (long) length << 56;
        for (int shift = 0; position < end; position++, shift += 8) {
            rest |= (bytes[position] & 0xFFL) << shift;
        }
        absorb(rest);
        finish();
    }

    void hash(long type, long number) {
        begin(type);
        absorb(number);
        absorb(8L << 56);
        finish();
    }

    private void begin(long type) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        absorb(type);
    }

    private void absorb(long word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }

    private void finish() {
        v2 ^= 0xee;
        round();
        round();
        round();
        high = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        round();
        round();
        round();
        low = v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
