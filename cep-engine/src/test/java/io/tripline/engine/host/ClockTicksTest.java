package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.event.EventCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time that moves on while no events come. */
class ClockTicksTest {

    private static final String WAITING = """
            event A { at timestamp @time }
            rule r { match a: A then not A within 1m alert "silent" }
            """;

    private final List<Long> ticks = new ArrayList<>();
    private long clock = 1_000;
    private long events;
    private long watermark = Long.MIN_VALUE;
    private RuleSetPlan plan = EngineDriver.compile(WAITING);

    private final ClockTicks subject =
            new ClockTicks(() -> clock, this::progress, () -> watermark, time -> ticks.add(time));

    private JournalProgress progress() {
        RuleSet rules = new RuleSet(1, List.of(), plan, Instant.EPOCH);
        return new JournalProgress(events, events, 0, rules, EventCatalog.EMPTY);
    }

    private void lookAt(long nanos) {
        clock = nanos;
        subject.look();
    }

    @Test
    void timeGoesOnFromTheWatermarkAtThePaceAtWhichItPasses() {
        events = 5;
        watermark = 70;
        lookAt(1_000);
        lookAt(2_000);
        lookAt(3_000);
        lookAt(4_500);
        assertThat(ticks).containsExactly(1_070L, 2_570L);
    }

    @Test
    void anEventStopsTheTicksAndSetsTheTime() {
        events = 5;
        watermark = 70;
        lookAt(1_000);
        lookAt(2_000);
        lookAt(3_000);
        events = 6;
        watermark = 5_000;
        lookAt(4_000);
        lookAt(5_000);
        lookAt(6_000);
        assertThat(ticks).containsExactly(1_070L, 6_000L);
    }

    @Test
    void timeNeverGoesBack() {
        events = 5;
        watermark = 70;
        lookAt(1_000);
        lookAt(2_000);
        lookAt(3_000);
        lookAt(1_500);
        lookAt(2_900);
        lookAt(3_100);
        assertThat(ticks).containsExactly(1_070L, 1_170L);
    }

    /** The engines had not seen the last events when it became quiet. */
    @Test
    void timeGoesOnFromWhatTheEnginesHaveSeenInTheEnd() {
        events = 5;
        lookAt(1_000);
        lookAt(2_000);
        watermark = 70;
        lookAt(3_000);
        lookAt(4_000);
        watermark = 1_070;
        lookAt(4_500);
        assertThat(ticks).containsExactly(1_070L, 1_570L);
    }

    @Test
    void beforeTheFirstEventThereIsNoTime() {
        lookAt(1_000);
        lookAt(2_000);
        lookAt(3_000);
        assertThat(ticks).isEmpty();
    }

    @Test
    void whereTimeAloneDoesNothingThereAreNone() {
        plan = EngineDriver.compile("event A { at timestamp @time } rule r { on a: A alert \"x\" }");
        events = 5;
        watermark = 70;
        lookAt(1_000);
        lookAt(2_000);
        lookAt(3_000);
        assertThat(ticks).isEmpty();
    }
}
