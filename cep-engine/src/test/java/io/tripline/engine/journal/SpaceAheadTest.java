package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.port.JournalFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceAheadTest {

    private static final JournalLimits LIMITS = new JournalLimits(1 << 20, 1 << 20, 0);

    @TempDir
    Path folder;

    @Test
    void allocatesAheadAndLeavesWhatIsWritten() throws IOException {
        for (boolean zeros : new boolean[] {false, true}) {
            Path file = Files.write(folder.resolve("file" + zeros), new byte[] {1, 2, 3});
            try (SpaceAhead space = new SpaceAhead(file, 3, LIMITS)) {
                if (zeros) {
                    space.useZeros();
                }
                space.ensure(1_500_000);
            }
            assertThat(Files.size(file)).isGreaterThanOrEqualTo(1_500_000);
            assertThat(Files.readAllBytes(file)).startsWith(1, 2, 3, 0, 0);
        }
    }

    @Test
    void spaceBelowTheFloorIsFull() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        JournalLimits greedy = new JournalLimits(1 << 20, 1 << 20, free);
        try (SpaceAhead space = new SpaceAhead(Files.createFile(folder.resolve("file")), 0, greedy)) {
            assertThatThrownBy(() -> space.ensure(1))
                    .isInstanceOf(JournalFullException.class)
                    .hasMessageContaining("KiB free");
        }
    }

    @Test
    void aJournalWithoutRoomIsFullAndGoesOnWhenThereIsRoom() {
        JournalLimits greedy = new JournalLimits(1 << 20, 1 << 20, Long.MAX_VALUE / 2);
        try (ChronicleJournal journal = ChronicleJournal.open(folder, greedy)) {
            journal.begin(journal.replay(entry -> {}) + 1);
            assertThat(journal.hasRoom()).isFalse();
            assertThatThrownBy(() -> journal.reserve(1)).isInstanceOf(JournalFullException.class);
            assertThatThrownBy(() -> journal.reserve(1)).isInstanceOf(JournalFullException.class);
        }
        assertThat(JournalDriver.read(folder)).isEmpty();
        JournalDriver.write(folder, 3, 1).close();
        assertThat(JournalDriver.read(folder)).hasSize(3);
    }
}
