package io.tripline.console.decode;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody who mistyped a name may have meant. */
public final class NearestName {

    private static final int MAX_CHARS = 64;

    private NearestName() {}

    /** {@code "; did you mean `amount`?"}, or empty when nothing is near. */
    public static String question(String seen, Collection<String> names) {
        return of(seen, names).map(name -> "; did you mean `" + name + "`?").orElse("");
    }

    /** The name with the fewest edits (Levenshtein), if they are at most a third of its length. */
    static Optional<String> of(String seen, Collection<String> names) {
        if (seen.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : names) {
            int edits = edits(seen.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (edits < fewest && edits <= Math.max(1, name.length() / 3)) {
                best = name;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int edits(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}
