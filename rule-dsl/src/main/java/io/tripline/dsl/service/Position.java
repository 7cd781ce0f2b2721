package io.tripline.dsl.service;

/**
 * A place between two characters.
 *
 * @param line counted from 0
 * @param character counted from 0 in UTF-16 code units
 */
public record Position(int line, int character) {}
