package io.tripline.perf.fuzz;

import java.nio.charset.StandardCharsets;

/** Any bytes as a rule file; Jazzer finds and calls the method by its name. */
public final class AnyTextFuzzer {

    private AnyTextFuzzer() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        TextPromises.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
