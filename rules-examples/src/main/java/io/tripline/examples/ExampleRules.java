package io.tripline.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rule files that find the attacks of a {@link PaymentStream}. Together they are one rule set. */
public final class ExampleRules {

    private static final List<String> NAMES = List.of(
            "payments.trip", "account_takeover.trip", "card_testing.trip", "card_velocity.trip", "many_countries.trip");

    private ExampleRules() {}

    /**
     * One rule file.
     *
     * @param name ends in {@code .trip}; has no folder
     */
    public record File(String name, String text) {}

    /** All files; the one that declares the events comes first. */
    public static List<File> files() {
        return NAMES.stream().map(name -> new File(name, text(name))).toList();
    }

    private static String text(String name) {
        try (InputStream in = ExampleRules.class.getResourceAsStream("rules/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no rules/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read rules/" + name, e);
        }
    }
}
