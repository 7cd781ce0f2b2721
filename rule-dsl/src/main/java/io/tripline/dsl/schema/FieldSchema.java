package io.tripline.dsl.schema;

/**
 * One field of an event.
 *
 * @param index its place in the event, counted from 0
 * @param optional whether an event may come without it
 */
public record FieldSchema(int index, String name, FieldType type, boolean optional) {}
