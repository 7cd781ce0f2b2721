package io.tripline.console.rules;

import io.tripline.console.http.Problem;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.host.RuleSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The files of a rule set, as pure functions. */
final class RuleFiles {

    private static final int ETAG_BYTES = 12;

    private RuleFiles() {}

    static Optional<SourceFile> find(RuleSet rules, String name) {
        return rules.files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    static SourceFile existing(RuleSet rules, String name) {
        return find(rules, name).orElseThrow(() -> Problem.notFound("there is no rule file " + name)
                .asException());
    }

    /** The files with one put in its place, ordered by name. */
    static List<SourceFile> with(RuleSet rules, SourceFile put) {
        List<SourceFile> files = without(rules, put.name());
        files.add(put);
        files.sort(Comparator.comparing(SourceFile::name));
        return files;
    }

    static List<SourceFile> without(RuleSet rules, String name) {
        List<SourceFile> files = new ArrayList<>(rules.files());
        files.removeIf(file -> file.name().equals(name));
        return files;
    }

    /** Made from the text, so that equal texts have equal ones. */
    static String etag(SourceFile file) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(file.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
