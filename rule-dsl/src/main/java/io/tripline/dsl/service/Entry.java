package io.tripline.dsl.service;

/**
 * A word of the language that has a meaning of its own.
 *
 * @param detail how it is written: {@code sum(Event.field) over D}
 * @param documentation what it does, in a sentence or two
 */
record Entry(String name, String detail, String documentation) {}
