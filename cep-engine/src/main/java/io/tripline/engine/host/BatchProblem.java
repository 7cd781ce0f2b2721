package io.tripline.engine.host;

/**
 * Why an event does not fit a newer catalogue.
 *
 * @param index place of the event in its batch, counted from 0
 * @param code {@code unknown-type}, {@code unknown-field}, {@code missing-field} or {@code wrong-type}
 * @param field the field it is about; empty for the whole event
 * @param detail for people
 */
public record BatchProblem(int index, String code, String field, String detail) {}
