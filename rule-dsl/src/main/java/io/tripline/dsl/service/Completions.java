package io.tripline.dsl.service;

import java.util.List;

/**
 * What can be written at the cursor.
 *
 * @param replace the word that has been begun there; what is chosen takes its place
 * @param items the likeliest first; those that do not go with the begun word are among them
 */
public record Completions(Range replace, List<Completion> items) {

    public Completions {
        items = List.copyOf(items);
    }
}
