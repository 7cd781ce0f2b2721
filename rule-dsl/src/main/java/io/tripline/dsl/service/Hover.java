package io.tripline.dsl.service;

/**
 * What there is to say about a word.
 *
 * @param range where the word stands
 * @param markdown code in fences of the language {@code tripline}
 */
public record Hover(Range range, String markdown) {}
