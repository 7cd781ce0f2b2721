package io.tripline.alerting.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Fits texts into columns: an event may hold any text, and none may keep an alert out of the database. */
final class StoredText {

    /** Of the matched events' JSON, in a row and in each part of the rest. H2 takes about a million. */
    static final int PART_BYTES = 500_000;

    private static final int LINE_CHARS = 100_000;
    private static final int SEARCHED_CHARS = 200;

    private StoredText() {}

    /** A message or title: cut when it is enormous, and without NUL, which PostgreSQL does not take. */
    static String line(String text) {
        String whole = text.length() <= LINE_CHARS ? text : text.substring(0, LINE_CHARS) + "…";
        return whole.indexOf('\0') < 0 ? whole : whole.replace('\0', '\uFFFD');
    }

    /** A value to search by: a long one as its beginning and its hash, for an index takes no long ones. */
    static String searched(String text) {
        String line = line(text);
        if (line.length() <= SEARCHED_CHARS) {
            return line;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return line.substring(0, SEARCHED_CHARS / 2) + "~" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The text in UTF-8 in pieces of {@link #PART_BYTES}, the last one shorter; at least one. */
    static List<byte[]> parts(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < PART_BYTES) {
            return List.of(bytes);
        }
        List<byte[]> parts = new ArrayList<>();
        int start = 0;
        for (; bytes.length - start >= PART_BYTES; start += PART_BYTES) {
            parts.add(Arrays.copyOfRange(bytes, start, start + PART_BYTES));
        }
        parts.add(Arrays.copyOfRange(bytes, start, bytes.length));
        return parts;
    }

    /** What {@link #parts} has taken apart. */
    static String joined(List<byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
