package io.tripline.console.settings;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
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
                Map.of("data", data.toString(), "partitions", "4"));
        assertThat(settings.busyWaitMillis()).isEqualTo(10);
        assertThat(settings.port()).isEqualTo(2000);
        assertThat(settings.partitions()).isEqualTo(4);
        assertThat(settings.durable()).isTrue();
    }

    @Test
    void whatCannotBeUsedNamesKeyValuePlaceAndRemedy() {
        assertThatThrownBy(() -> read("port", "eighty"))
                .hasMessage(
                        "`port` cannot be 'eighty' (on the command line); write a whole number from 0 to 65535. It is"
                                + " where it listens, on 127.0.0.1; 0 for any free one");
        assertThatThrownBy(() -> read("ring.slots", "1000")).hasMessageContaining("write a power of two such as 512");
        assertThatThrownBy(() -> read("durability", "memory")).hasMessageContaining("write disk or process");
        assertThatThrownBy(() -> read("partitions", "0"))
                .hasMessageContaining("write auto or a whole number from 1 to 64");
        assertThatThrownBy(() -> read("data", data.resolve(SettingsReader.FILE).toString(), "port=1"))
                .hasMessageContaining("that is a file; write the path of a folder");
    }

    /** Whoever starts a node wants to mend its configuration once. */
    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws IOException {
        file("portt=1\nring.slots=7\ndata=elsewhere\nlog.colour=blue\n");
        Path file = data.resolve("tripline.properties");
        Map<String, String> environment = Map.of("TRIPLINE_DURABILTY", "disk", "TRIPLINE_SERVICE_PORT", "80");
        Map<String, String> commandLine = Map.of("data", data.toString(), "partition", "2", "port", "-1");
        assertThatThrownBy(() -> SettingsReader.read(environment, commandLine))
                .isInstanceOf(BadSettingException.class)
                .extracting(Throwable::getMessage, as(STRING))
                .hasLineCount(7)
                .contains("`TRIPLINE_DURABILTY` in the environment is no setting; did you mean `TRIPLINE_DURABILITY`?")
                .contains("`partition` on the command line is no setting; did you mean `partitions`?")
                .contains("`portt` in " + file + " is no setting; did you mean `port`?")
                .contains("`log.colour` in " + file + " is no setting; there are data, port,")
                .contains("`data` cannot stand in " + file + ", which is itself found by it")
                .contains("`ring.slots` cannot be '7' (in " + file + "); write a power of two such as 4.")
                .contains("`port` cannot be '-1' (on the command line); write a whole number from 0 to 65535.");
    }

    /** The manual has the same table, in the same order. */
    @Test
    void theManualNamesThemAll() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "operations.md"));
        String expected = Arrays.stream(Setting.values())
                .map(s -> "| `" + s.key() + "` | " + s.unit() + " | `" + s.byDefault() + "` | "
                        + s.range().text() + " | " + s.meaning() + " |\n")
                .collect(Collectors.joining());
        assertThat(manual)
                .contains("| key | unit | default | range | meaning |\n|---|---|---|---|---|\n" + expected + "\n");
    }

    @Test
    void whatIsSoByDefaultCanBeUsed() {
        for (Setting setting : Setting.values()) {
            assertThat(setting.range().remedy(setting.byDefault()))
                    .as(setting.key())
                    .isEmpty();
        }
    }

    private NodeSettings read(String key, String value, String... fileLines) {
        try {
            file(String.join("\n", fileLines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> said = new HashMap<>(Map.of("data", data.toString()));
        said.put(key, value);
        return SettingsReader.read(Map.of(), said);
    }

    private void file(String text) throws IOException {
        Files.writeString(data.resolve(SettingsReader.FILE), text);
    }
}
