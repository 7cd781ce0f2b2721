package io.tripline.perf.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a text from the fuzzer's bytes: sentences of the grammar, an example with words changed, an example with a
 * sentence in the middle, or a piece many times over.
 */
final class ComposedText {

    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_CHANGES = 8;

    private final SeedTexts seeds;

    ComposedText(SeedTexts seeds) {
        this.seeds = seeds;
    }

    String compose(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 4)) {
            case 0 -> seeds.declarations() + sentences(data);
            case 1 -> sentences(data);
            case 2 -> String.join("", changed(data));
            case 3 -> String.join("", withSentence(data));
            default -> repeated(data);
        };
    }

    private String sentences(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0) {
            text.append(new GrammarWalk(data, seeds.words()).declaration()).append('\n');
        }
        return text.toString();
    }

    private List<String> changed(FuzzedDataProvider data) {
        List<String> words = seed(data);
        int changes = data.consumeInt(1, MOST_CHANGES);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            int at = data.consumeInt(0, words.size() - 1);
            int to = Math.min(words.size(), at + data.consumeInt(1, 20));
            switch (data.consumeInt(0, 6)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, data.pickValue(seeds.words()) + " ");
                case 2 -> words.set(at, data.pickValue(seeds.words()));
                case 3 -> words.subList(at, to).clear();
                case 4 -> words.addAll(data.consumeInt(0, words.size()), List.copyOf(words.subList(at, to)));
                case 5 -> words.set(at, data.consumeString(12));
                default -> words.add(at, words.remove(data.consumeInt(0, words.size() - 1)));
            }
        }
        return words;
    }

    private List<String> withSentence(FuzzedDataProvider data) {
        List<String> words = seed(data);
        int at = data.consumeInt(0, words.size() - 1);
        int to = Math.min(words.size(), at + data.consumeInt(0, 10));
        words.subList(at, to).clear();
        words.add(at, new GrammarWalk(data, seeds.words()).anything());
        return words;
    }

    private String repeated(FuzzedDataProvider data) {
        List<String> words = seed(data);
        int at = data.consumeInt(0, words.size() - 1);
        int to = Math.min(words.size(), at + data.consumeInt(1, 30));
        String piece = String.join("", words.subList(at, to));
        int times = data.consumeInt(1, Math.max(1, MOST_CHARACTERS / piece.length()));
        return String.join("", words.subList(0, at))
                + piece.repeat(times)
                + String.join("", words.subList(to, words.size()));
    }

    private List<String> seed(FuzzedDataProvider data) {
        return new ArrayList<>(data.pickValue(seeds.splitTexts()));
    }
}
