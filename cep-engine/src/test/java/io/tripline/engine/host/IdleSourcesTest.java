package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.time.SourceMark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time is measured here in nanoseconds of no meaning; a source is idle after 60. */
class IdleSourcesTest {

    private final List<SourceMark> marks = new ArrayList<>();
    private final List<Long> ticks = new ArrayList<>();
    private long now;
    private final IdleSources sources = new IdleSources(() -> now, 60, () -> List.copyOf(marks), ticks::add);

    private void looksAt(long nanos) {
        now = nanos;
        sources.look();
    }

    @Test
    void aSilentSourceDoesNotHoldUpTheOthers() {
        marks.add(new SourceMark(1, 100, true));
        marks.add(new SourceMark(2, 100, true));
        looksAt(0);
        marks.set(1, new SourceMark(5, 130, true));
        looksAt(59);
        assertThat(ticks).as("not silent for long enough").isEmpty();
        looksAt(60);
        assertThat(ticks).containsExactly(130L);
    }

    @Test
    void timeGoesToWhereTheSlowestOfTheOthersIs() {
        marks.add(new SourceMark(1, 100, true));
        marks.add(new SourceMark(2, 150, true));
        marks.add(new SourceMark(3, 180, true));
        looksAt(0);
        marks.set(1, new SourceMark(7, 160, true));
        marks.set(2, new SourceMark(8, 190, true));
        looksAt(70);
        looksAt(71);
        assertThat(ticks).as("once for each place").containsExactly(160L);
        marks.set(1, new SourceMark(9, 165, true));
        looksAt(72);
        assertThat(ticks).containsExactly(160L, 165L);
    }

    @Test
    void whereNobodySendsNothingIsMovedOn() {
        marks.add(new SourceMark(1, 100, true));
        marks.add(new SourceMark(2, 150, true));
        looksAt(0);
        looksAt(1_000);
        assertThat(ticks).isEmpty();
    }

    @Test
    void whoIsBackIsWaitedForAgain() {
        marks.add(new SourceMark(1, 100, true));
        marks.add(new SourceMark(2, 150, true));
        looksAt(0);
        marks.set(1, new SourceMark(3, 160, true));
        looksAt(60);
        assertThat(ticks).containsExactly(160L);
        marks.set(0, new SourceMark(4, 120, true));
        marks.set(1, new SourceMark(5, 200, true));
        looksAt(61);
        assertThat(ticks).as("the slow one sends").containsExactly(160L);
    }

    @Test
    void whoIsIdleByTheNumberOfInputsHoldsNothingUpAnyway() {
        marks.add(new SourceMark(1, 100, false));
        marks.add(new SourceMark(2, 150, true));
        looksAt(0);
        marks.set(1, new SourceMark(3, 160, true));
        looksAt(100);
        assertThat(ticks).isEmpty();
    }
}
