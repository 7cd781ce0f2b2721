package io.tripline.console.cli;

import io.tripline.console.settings.BadSettingException;
import io.tripline.console.settings.NodeSettings;
import io.tripline.console.settings.Setting;
import io.tripline.console.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands that start a node have in common. */
final class NodeFlags {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory (default: data; demo: a temporary one).")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to listen on 127.0.0.1; 0 for any port (default: 8080).")
    private String port;

    @Option(
            names = "--durability",
            paramLabel = "disk|process",
            description =
                    "What an acknowledged event survives: a power cut, or the end of the process (default: disk).")
    private String durability;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Threads that run the rules; changes no outcome (default: one for each core, at most 4).")
    private String partitions;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other setting of docs/operations.md; may be repeated.")
    private Map<String, String> others = new LinkedHashMap<>();

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    /** All settings, with what was said on the command line. */
    NodeSettings settings(Path dataIfNotSaid) {
        Map<String, String> said = new LinkedHashMap<>(others);
        put(said, Setting.DATA, data == null ? dataIfNotSaid : data);
        put(said, Setting.PORT, port);
        put(said, Setting.DURABILITY, durability);
        put(said, Setting.PARTITIONS, partitions);
        try {
            return SettingsReader.read(System.getenv(), said);
        } catch (BadSettingException e) {
            throw new CommandFailedException(e.getMessage(), e);
        }
    }

    /** All settings; where nothing says otherwise the data directory is {@code data}. */
    NodeSettings settings() {
        return settings(null);
    }

    private static void put(Map<String, String> said, Setting setting, Object value) {
        if (value != null) {
            said.put(setting.key(), value.toString());
        }
    }
}
