package io.tripline.perf.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Texts of the language's own words, made from the fuzzer's bytes; Jazzer finds and calls the method by its name. */
public final class ComposedTextFuzzer {

    private static ComposedText composer;

    private ComposedTextFuzzer() {}

    public static void fuzzerInitialize() {
        composer = new ComposedText(SeedTexts.ofSources());
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        TextPromises.check(composer.compose(data));
    }
}
