package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** To say which events follow changes nothing in what is given out, of as many keys as are worth it. */
class LookAheadTest {

    private static final int EVENTS = 30_000;
    private static final int KEYS = 6_000;
    private static final String RULES = """
            rule counts { by k on a: A when count(A) over 2h > 4 and sum(A.v) over 2h > 20 alert "{sum(A.v) over 2h}" }
            rule grows { by k match a: A+ then b: A[v > 2 * avg(a.v)] within 1h alert "{count(a)} {b.v}" }
            rule waits { by k match a: B then not A within 1h alert "no A" }
            """;

    @Test
    void saidOrNotTheOutcomesAreTheSame() {
        RuleSetPlan plan = EngineDriver.compile(Letters.declarations("5s") + RULES);
        EventCatalog catalog = new EventCatalog(1, plan.events());
        EventWriter writer = new EventWriter(1 << 20);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < EVENTS; i++) {
            writer.begin(catalog.layoutOrNull(random.nextInt(4) == 0 ? "B" : "A"));
            writer.putText(0, "e" + i);
            if (random.nextInt(50) > 0) {
                writer.putText(1, "k" + random.nextInt(KEYS));
            }
            writer.putDecimal(2, Decimals.pack(random.nextInt(9), 0));
            writer.putLong(3, 1_000_000_000L * i - 1_000_000_000L * random.nextInt(4));
            writer.end();
        }
        byte[] events = writer.toByteArray();

        List<String> said = outcomes(plan, catalog, events, true);
        assertThat(said).hasSizeGreaterThan(1_000).isEqualTo(outcomes(plan, catalog, events, false));
    }

    private static List<String> outcomes(RuleSetPlan plan, EventCatalog catalog, byte[] events, boolean says) {
        Engine engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
        engine.rulesChanged(1, catalog, plan, outcome -> {});
        List<String> outcomes = new ArrayList<>();
        Event event = new Event();
        long sequence = 1;
        int ahead = says ? 0 : EVENTS;
        for (int start = 0; start < events.length; start += Event.lengthAt(events, start)) {
            if (ahead == 0) {
                ahead = engine.eventsFollow(catalog, events, start, events.length);
            }
            ahead--;
            sequence++;
            event.wrap(catalog, events, start, sequence, 0);
            engine.eventArrived(event, outcome -> outcomes.add(outcome.toString()));
        }
        assertThat(engine.statistics().keys()).isGreaterThan(KEYS);
        return outcomes;
    }
}
