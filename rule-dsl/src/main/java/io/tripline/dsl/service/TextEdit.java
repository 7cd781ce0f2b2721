package io.tripline.dsl.service;

/** A change of a text: what stands in the range is replaced. */
public record TextEdit(Range range, String newText) {}
