package io.tripline.engine.explain;

import io.tripline.engine.core.Alert;
import java.util.OptionalLong;

/**
 * An alert that the journal gives once more.
 *
 * @param alert as it was the last time the rule said it
 * @param raisedBySequence the input that made the rule raise it
 * @param amended how often late events have changed what it says
 * @param retractedBySequence the input that has disproved it, if one has
 * @param revision of the rule set in force when it was raised
 * @param events that were read for it
 */
public record AlertProof(
        Alert alert,
        long raisedBySequence,
        int amended,
        OptionalLong retractedBySequence,
        long revision,
        long events) {}
