package io.tripline.engine.program;

import java.math.BigDecimal;
import java.util.List;

/**
 * What comes of one match.
 *
 * @param message of the alert; empty where the rule raises none
 * @param effects in the order of writing
 * @param points what it scores; 0 where it scores nothing
 */
public record Consequence(String message, List<Effect> effects, BigDecimal points) {
    public Consequence {
        effects = List.copyOf(effects);
    }
}
