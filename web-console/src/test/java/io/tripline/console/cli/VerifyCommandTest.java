package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.journal.ChronicleJournal;
import io.tripline.engine.journal.JournalLimits;
import io.tripline.engine.port.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final int ENTRIES = 10;

    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void write() {
        Path folder = data.resolve("journal");
        try (ChronicleJournal journal = ChronicleJournal.open(folder, JournalLimits.DEFAULT)) {
            journal.begin(journal.replay(entry -> {}) + 1);
            for (int i = 1; i <= ENTRIES; i++) {
                journal.reserve(2_000);
                byte[] events = new byte[1_000];
                journal.append(new JournalEntry.Events(i, 1, i, 0, "here", events, events.length));
            }
        }
        file = folder.resolve("00000001").resolve("19700101F.cq4");
    }

    /** Flips a bit about 3 entries before the end. */
    private void damage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3_500] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aWholeJournal() {
        CommandLineRun run = CommandLineRun.of("verify", data);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("whole: 10 entries in 1 files, ");
        assertThat(run.err()).isEqualTo("100 %  " + file + "\n");
    }

    @Test
    void damageIsNamedWithWhatIsBehindIt() throws IOException {
        damage();
        CommandLineRun run = CommandLineRun.of("verify", data);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(file + ": byte ", "no whole frame is here; sequence 7 was to come")
                .contains("on it can be read again, with sequence 8", "damaged in 1 places: 9 entries in 1 files");
    }

    @Test
    void whatCanBeSavedIsSaved(@TempDir Path folder) throws IOException {
        damage();
        Path saved = folder.resolve("saved");
        CommandLineRun run = CommandLineRun.of("verify", "--salvage", saved, data);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("saved 9 entries, the last with sequence 10, into " + saved);
        assertThat(CommandLineRun.of("verify", saved).out()).startsWith("whole: 9 entries in 2 files, ");
        CommandLineRun again = CommandLineRun.of("verify", "--salvage", saved, data);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void asJson() throws IOException {
        damage();
        CommandLineRun run = CommandLineRun.of("verify", "--format", "json", data);
        assertThat(run.out()).contains("\"damages\" : [ {", "\"file\" : \"" + file + "\"", "\"entries\" : 9");
    }

    @Test
    void whereThereIsNoJournal(@TempDir Path empty) {
        CommandLineRun run = CommandLineRun.of("verify", empty);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has no journal; name the data directory of a node");
    }
}
