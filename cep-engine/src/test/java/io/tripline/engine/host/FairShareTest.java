package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How a limit is shared between sources. */
class FairShareTest {

    private static final long LIMIT = 1_000;

    private final FairShare share = new FairShare(LIMIT);
    private final Map<String, Long> held = new HashMap<>();

    @Test
    void oneSourceAloneGetsFourFifths() {
        assertThat(takeAll("a")).isEqualTo(800);
    }

    @Test
    void whoComesLaterGetsAsMuchAsWhoCameFirst() {
        takeAll("a");
        for (int round = 0; round < 500; round++) {
            takeAll("b");
            giveBackOne("a");
            takeAll("a");
            giveBackOne("b");
        }
        takeAll("b");
        assertThat(held.get("a") - held.get("b")).isBetween(-10L, 10L);
        assertThat(share.left("c")).as("for who comes next").isGreaterThanOrEqualTo(100);
    }

    @Test
    void whoHasNothingIsNotRefusedWhenOthersHaveJustTakenAllTheyMay() {
        for (int i = 0; i < 4; i++) {
            assertThat(share.tryTake("source " + i, 1)).isTrue();
            takeAll("source " + i);
        }
    }

    @Test
    void somethingTooLargeIsTakenAlone() {
        assertThat(share.tryTake("a", 5_000)).isTrue();
        assertThat(share.tryTake("b", 1)).isFalse();
        share.giveBack("a", 5_000);
        assertThat(share.tryTake("b", 1)).isTrue();
    }

    @Test
    void neverMoreThanTheLimitAndWhatIsSaidToBeLeftCanBeTaken() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Long> holds = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String source = "s" + random.nextInt(5);
            long mine = holds.getOrDefault(source, 0L);
            if (random.nextBoolean() && mine > 0) {
                long back = random.nextLong(1, mine + 1);
                share.giveBack(source, back);
                holds.put(source, mine - back);
            } else {
                long left = share.left(source);
                long amount = random.nextBoolean() ? left : random.nextLong(1, 300);
                boolean taken = share.tryTake(source, amount);
                assertThat(taken || amount == 0 || amount > left)
                        .as("seed %d, step %d", seed, i)
                        .isTrue();
                holds.merge(source, taken ? amount : 0, Long::sum);
            }
            long sum = holds.values().stream().mapToLong(Long::longValue).sum();
            assertThat(share.used()).isEqualTo(sum).isLessThanOrEqualTo(LIMIT);
        }
        holds.forEach(share::giveBack);
        assertThat(List.of(share.used(), share.left("s0"))).containsExactly(0L, LIMIT);
    }

    private long takeAll(String source) {
        while (share.tryTake(source, 1)) {
            held.merge(source, 1L, Long::sum);
        }
        return held.getOrDefault(source, 0L);
    }

    private void giveBackOne(String source) {
        share.giveBack(source, 1);
        held.merge(source, -1L, Long::sum);
    }
}
