package io.tripline.perf.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The short forms of the experiments with snapshots: what is read is what was written, and what a replay comes to. */
class StateCommandsTest {

    @Test
    void whatIsReadIsTheStateAtTheMomentAtWhichItWasBegun() {
        assertThat(new CommandLine(new SnapshotCommand()).execute("--keys", "20000"))
                .isZero();
    }

    @Test
    void aStartWithASnapshotComesToTheSameAsOneWithTheWholeJournal() {
        assertThat(new CommandLine(new RecoveryCommand()).execute("--megabytes", "3", "--keys", "1000"))
                .isZero();
    }
}
