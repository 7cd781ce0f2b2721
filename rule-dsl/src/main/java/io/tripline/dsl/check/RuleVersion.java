package io.tripline.dsl.check;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A rule's version: the first 12 hexadecimal digits of the SHA-256 of its words and of what it uses: event types by their
 * fields, views by their versions, everything else by its words. White space and comments do not count; every piece is
 * preceded by its length, so no two contents look the same.
 */
final class RuleVersion {

    private static final int HEX_DIGITS = 12;

    private final MessageDigest digest = sha256();

    private RuleVersion() {}

    /**
     * The version.
     *
     * @param words of the rule, in the order of writing
     * @param used names of what it uses
     * @param contents by name, of all that is used
     */
    static String of(List<String> words, SortedSet<String> used, Map<String, List<String>> contents) {
        RuleVersion version = new RuleVersion();
        words.forEach(version::add);
        used.forEach(name -> contents.get(name).forEach(version::add));
        return HexFormat.of().formatHex(version.digest.digest()).substring(0, HEX_DIGITS);
    }

    /** What an event type is, in pieces. */
    static List<String> content(EventSchema event) {
        List<String> pieces = new ArrayList<>();
        pieces.add("event " + event.name() + " late after " + event.lateAfterNanos());
        for (FieldSchema field : event.fields()) {
            boolean id = event.idField().isPresent() && event.idField().getAsInt() == field.index();
            boolean time = event.timeField() == field.index();
            pieces.add(field.name() + " " + field.type().display() + (field.optional() ? "?" : "") + (id ? " @id" : "")
                    + (time ? " @time" : ""));
        }
        return pieces;
    }

    private void add(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
