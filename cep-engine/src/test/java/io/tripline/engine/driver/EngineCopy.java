package io.tripline.engine.driver;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.EngineReading;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.snapshot.StateDigest;

/** An engine that has read what another has written. */
public final class EngineCopy {
    private EngineCopy() {}

    /** The copy of an engine under these rules, which are the ones that hold; it would write the same. */
    public static Engine of(Engine engine, EngineLimits limits, EventCatalog catalog, RuleSetPlan plan) {
        Engine copy = new Engine(engine.partition(), limits);
        EngineReading reading = new EngineReading(copy, catalog, plan);
        engine.writeState(reading);
        reading.end();
        if (!digest(copy).equals(digest(engine))) {
            throw new AssertionError("an engine that has read a state does not write the same");
        }
        return copy;
    }

    public static String digest(Engine engine) {
        StateDigest digest = new StateDigest();
        engine.writeState(digest);
        return digest.hex();
    }
}
