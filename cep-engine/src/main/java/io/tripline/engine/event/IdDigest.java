package io.tripline.engine.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes ids of what they stand for: the first 128 bits of a SHA-256, texts behind their lengths, as lower-case hex. */
public final class IdDigest {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    public IdDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public IdDigest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        addNumber(bytes.length);
        digest.update(bytes);
        return this;
    }

    public IdDigest addNumber(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
        return this;
    }

    public IdDigest addTime(long nanos) {
        return addNumber((int) (nanos >>> 32)).addNumber((int) nanos);
    }

    /** The id; the digest then is ready for the next one. */
    public String take() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
