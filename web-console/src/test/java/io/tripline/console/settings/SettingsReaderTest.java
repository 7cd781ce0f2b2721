package io.tripline.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path data;

    @Test
    void whatIsSaidLaterWins() throws IOException {
        file("port=1000\nevents.busy-wait-millis = 10\npartitions=2\n");
        NodeSettings settings = SettingsReader.read(
                Map.of("TRIPLINE_PORT", "2000", "TRIPLINE_PARTITIONS", "3", "TRIPLINE_SOMETHING", "else"),
                Map.of(Setting.DATA, data.toString(), Setting.PARTITIONS, "4"));
        assertThat(settings.busyWaitMillis()).isEqualTo(10);
        assertThat(settings.port()).isEqualTo(2000);
        assertThat(settings.partitions()).isEqualTo(4);
        assertThat(settings.durable()).isTrue();
    }

    @Test
    void whatCannotBeUsedNamesKeyValuePlaceAndRemedy() throws IOException {
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "eighty")))
                .hasMessage(
                        "`port` cannot be 'eighty' (on the command line); write a whole number from 0 to 65535. It is"
                                + " where it listens, on 127.0.0.1");
        assertThatThrownBy(() -> read(Map.of(Setting.RING_SLOTS, "1000")))
                .hasMessageContaining("write a power of two such as 512");
        assertThatThrownBy(() -> read(Map.of(Setting.DURABILITY, "memory")))
                .hasMessageContaining("write process or disk");
        assertThatThrownBy(() -> read(Map.of(Setting.PARTITIONS, "0"))).hasMessageContaining("from 1 to 64");
        file("portt=1\n");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessage(
                        "`portt` in " + data.resolve("tripline.properties") + " is no setting; did you mean `port`?");
        assertThatThrownBy(() -> SettingsReader.known("durabilty"))
                .hasMessage("`durabilty` is no setting; did you mean `durability`?");
    }

    /** The manual has the same table, in the same order. */
    @Test
    void theManualNamesThemAll() throws IOException {
        List<String> manual = Files.readAllLines(Path.of("..", "docs", "operations.md"));
        List<String> expected = Arrays.stream(Setting.values())
                .map(s -> "| `" + s.key() + "` | " + s.unit() + " | `" + s.byDefault() + "` | " + s.meaning() + " |")
                .toList();
        assertThat(manual).containsSubsequence(expected);
    }

    private NodeSettings read(Map<Setting, String> said) {
        var all = new EnumMap<Setting, String>(Setting.class);
        all.putAll(said);
        all.put(Setting.DATA, data.toString());
        return SettingsReader.read(Map.of(), all);
    }

    private void file(String text) throws IOException {
        Files.writeString(data.resolve(SettingsReader.FILE), text);
    }
}
