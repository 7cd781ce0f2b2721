package io.tripline.dsl.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses which word was meant. The distance is that of Damerau and Levenshtein restricted to neighbours (Boytsov,
 * "Indexing methods for approximate dictionary searching", 2011, §2.2): letters left out, put in, mistaken or swapped.
 */
public final class DidYouMean {

    /** Longer words are not compared: nobody mistypes them into something else. */
    private static final int LONGEST_WORD = 60;

    private DidYouMean() {}

    /** The nearest of the words, when it is near enough to be meant; of equally near ones the first. */
    public static Optional<String> nearest(String written, Collection<String> allowed) {
        String best = "";
        int bestDistance = allowedDistance(written) + 1;
        for (String word : allowed) {
            int distance = distance(written, word);
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** The nearest of the words as a hint: {@code did you mean `amount`?} */
    public static Optional<String> hint(String written, Collection<String> allowed) {
        return nearest(written, allowed).map(word -> "did you mean `" + word + "`?");
    }

    /** One mistake in a short word, two in a longer one, a third of a long one. */
    private static int allowedDistance(String written) {
        int length = written.length();
        return length <= 2 ? 1 : Math.max(length <= 4 ? 1 : 2, length / 3);
    }

    private static int distance(String left, String right) {
        if (left.equalsIgnoreCase(right)) {
            return 0;
        }
        if (left.length() > LONGEST_WORD || right.length() > LONGEST_WORD || left.length() <= 1) {
            return Integer.MAX_VALUE;
        }
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
