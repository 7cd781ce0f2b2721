package io.tripline.engine.program;

import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    /** Writes it; {@link #read} reads it. */
    public void writeState(StateWriter out) {
        out.text(message).decimal(points).number(effects.size());
        effects.forEach(effect -> effect.writeState(out));
    }

    public static Consequence read(StateReader in) {
        String message = in.text();
        BigDecimal points = in.decimal();
        List<Effect> effects = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            effects.add(Effect.read(in));
        }
        return new Consequence(message, effects, points);
    }
}
