package io.tripline.engine.value;

import io.tripline.engine.event.ByteHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that stay, with their hash. Ordered as unsigned bytes, which for UTF-8 is the order of code points.
 *
 * @param bytes not to be written
 * @param hash {@link ByteHash} of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Equality is defined below; the bytes are shared for speed.
public record Text(byte[] bytes, long hash) implements Comparable<Text> {

    public static Text of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Text of(byte[] bytes) {
        return new Text(bytes, ByteHash.of(bytes, 0, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && hash == text.hash && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash);
    }

    @Override
    public int compareTo(Text other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
