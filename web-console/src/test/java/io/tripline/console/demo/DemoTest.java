package io.tripline.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.node.NodeUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @Test
    void everyAttackGivesOneAlertAndOneVerifiedWebhook(@TempDir Path data) throws IOException, InterruptedException {
        long seed = 7;
        try (NodeUnderTest node = NodeUnderTest.start(data, "durability=process");
                Demo demo = new Demo(node.address(), seed, 200, webhook -> {})) {
            demo.prepare();
            DemoTally tally = demo.lively(Duration.ofMinutes(3), Duration.ofSeconds(60));
            assertThat(tally.faults()).as("seed %d", seed).isEmpty();
            assertThat(tally.attacks()).isGreaterThan(8);
            assertThat(node.alerts()).isEqualTo(tally.attacks());
        }
    }

    @Test
    void theTallyFindsWhatIsMissingTooMuchOrForged() {
        ReceivedWebhook forged = new ReceivedWebhook(
                Instant.EPOCH, "w", false, "alert.firing", "a", "r", "high", "{\"card\":\"c\"}", "m");
        ReceivedWebhook extra = new ReceivedWebhook(
                Instant.EPOCH, "w", true, "alert.firing", "a", "r", "high", "{\"card\":\"c\"}", "m");
        assertThat(DemoTally.of(List.of(), List.of(forged, extra)).faults())
                .containsExactly("not verified: r {\"card\":\"c\"}", "too much: r {\"card\":\"c\"}");
    }
}
