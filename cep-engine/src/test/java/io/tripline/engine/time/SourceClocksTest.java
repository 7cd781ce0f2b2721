package io.tripline.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceClocksTest {

    private final SourceClocks clocks = new SourceClocks(5);
    private long sequence;

    private boolean arrive(int source, long time, long lateAfter) {
        return clocks.arrive(source, ++sequence, time, lateAfter);
    }

    @Test
    void beforeTheFirstEventNothingHasPassed() {
        assertThat(clocks.watermarkNanos()).isEqualTo(Long.MIN_VALUE);
        assertThat(clocks.settledNanos(10)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void anEventIsLateAgainstTheHighestTimeOfItsSourceAndWhatItsTypeIsAllowed() {
        assertThat(arrive(0, 100, 0)).isTrue();
        assertThat(arrive(0, 90, 10)).isTrue();
        assertThat(arrive(0, 89, 10)).isFalse();
        assertThat(arrive(0, 99, 0)).isFalse();
        assertThat(arrive(0, 100, 0)).isTrue();
    }

    @Test
    void theWatermarkIsTheLowestOverSourcesLessWhatTheirTypesAreAllowed() {
        arrive(0, 100, 0);
        arrive(0, 100, 10);
        assertThat(clocks.watermarkNanos()).isEqualTo(90);
        arrive(1, 200, 50);
        assertThat(clocks.watermarkNanos()).isEqualTo(90);
        arrive(0, 300, 0);
        assertThat(clocks.watermarkNanos()).isEqualTo(150);
    }

    @Test
    void whatIsSettledDependsOnTheTypesThatARuleLooksAt() {
        arrive(0, 100, 30);
        assertThat(clocks.settledNanos(0)).isEqualTo(100);
        assertThat(clocks.settledNanos(30)).isEqualTo(70);
    }

    @Test
    void aSourceThatJoinsStartsWithTheLowestAndNothingSettledOpensAgain() {
        arrive(0, 100, 0);
        assertThat(arrive(1, 99, 0)).isFalse();
        assertThat(arrive(1, 95, 10)).isTrue();
        assertThat(clocks.settledNanos(0)).isEqualTo(100);
        arrive(0, 200, 0);
        assertThat(clocks.settledNanos(0)).isEqualTo(100);
        assertThat(arrive(1, 150, 0)).isTrue();
        assertThat(clocks.settledNanos(0)).isEqualTo(150);
    }

    @Test
    void aSourceThatSendsNothingForLongIsIdleAndJoinsAgainWhenItComesBack() {
        arrive(1, 50, 0);
        for (int time = 100; time < 105; time++) {
            arrive(0, time, 0);
            assertThat(clocks.settledNanos(0)).isEqualTo(50);
        }
        arrive(0, 105, 0);
        assertThat(clocks.settledNanos(0)).isEqualTo(105);
        assertThat(arrive(1, 60, 0)).isFalse();
        assertThat(arrive(1, 105, 0)).isTrue();
        arrive(0, 200, 0);
        assertThat(clocks.settledNanos(0)).isEqualTo(105);
    }

    @Test
    void timesBefore1970AreTimesLikeOthers() {
        assertThat(arrive(0, -100, 0)).isTrue();
        assertThat(arrive(0, -101, 0)).isFalse();
        assertThat(clocks.watermarkNanos()).isEqualTo(-100);
    }
}
