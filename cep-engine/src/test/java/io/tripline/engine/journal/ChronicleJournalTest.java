package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.engine.port.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleJournalTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyJournalBeginsWithSequenceOne() {
        assertThat(JournalDriver.read(folder)).isEmpty();
        try (ChronicleJournal journal = JournalDriver.write(folder, 1, 1)) {
            assertThat(journal.sizeBytes()).isPositive();
        }
        assertThat(JournalDriver.read(folder)).containsExactly(1L);
    }

    @Test
    void whatWasAppendedIsReadInOrderOverRestartsAndRolls() throws Exception {
        for (int start = 0; start < 3; start++) {
            JournalDriver.write(folder, 1000, 7).close();
        }
        List<Path> files = Segments.list(folder);
        assertThat(files).as("a file is ended at 1 MiB").hasSizeGreaterThan(5);
        assertThat(JournalDriver.read(folder)).hasSize(3000).isSorted();
    }

    @Test
    void aFrameOfTheGreatestLengthIsTaken() {
        byte[] bytes = new byte[JournalLimits.FRAME_BYTES - 4096];
        try (ChronicleJournal journal = ChronicleJournal.open(folder, JournalLimits.DEFAULT)) {
            journal.begin(journal.replay(entry -> {}) + 1);
            for (int i = 1; i <= 20; i++) {
                bytes[i * 100_000] = (byte) i;
                journal.reserve(bytes.length);
                journal.append(new JournalEntry.Events(i, 1, 0, 0, "", bytes, bytes.length));
            }
            journal.force();
        }
        long[] read = new long[1];
        ChronicleJournal.open(folder, JournalLimits.DEFAULT).replay(entry -> {
            int i = (int) entry.firstSequence();
            assertThat(((JournalEntry.Events) entry).bytes()[i * 100_000]).isEqualTo((byte) i);
            read[0]++;
        });
        assertThat(read[0]).isEqualTo(20);
    }

    @Test
    void anEntryThatIsTooLongIsRefusedBeforeItIsWritten() {
        try (ChronicleJournal journal = JournalDriver.write(folder, 1, 1)) {
            assertThatThrownBy(() -> journal.reserve(JournalLimits.FRAME_BYTES))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sequencesMayLeaveAGapWhenTheJournalBegins() {
        JournalDriver.write(folder, 3, 1).close();
        ChronicleJournal journal = ChronicleJournal.open(folder, JournalDriver.SMALL);
        journal.replay(entry -> {});
        journal.begin(1000);
        journal.reserve(5_000);
        journal.append(JournalDriver.entry(1000));
        journal.close();
        assertThat(JournalDriver.read(folder)).hasSize(4).endsWith(1000L);
    }
}
