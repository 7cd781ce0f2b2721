package io.tripline.console.settings;

import io.tripline.dsl.diagnostic.DidYouMean;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * Gathers a node's configuration. What stands later in this order wins: the defaults, {@code tripline.properties} in the
 * data directory, the environment, the command line.
 */
public final class SettingsReader {

    static final String FILE = "tripline.properties";

    private static final int MAX_PARTITIONS = 64;
    private static final int MAX_AUTOMATIC_PARTITIONS = 4;

    private record Value(String text, String origin) {}

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    private SettingsReader() {}

    /**
     * Reads and checks them all.
     *
     * @param environment the process's variables; those that begin with {@code TRIPLINE_} and name no setting are left
     *     alone, because other things may be called so
     * @param commandLine what was said there
     * @throws BadSettingException for the first thing that is wrong
     */
    public static NodeSettings read(Map<String, String> environment, Map<Setting, String> commandLine) {
        SettingsReader reader = new SettingsReader();
        for (Setting setting : Setting.values()) {
            reader.values.put(setting, new Value(setting.byDefault(), "by default"));
        }
        reader.take(environment, commandLine);
        Path data = reader.folder();
        reader.takeFile(data.resolve(FILE));
        reader.take(environment, commandLine);
        return reader.settings(data);
    }

    private void take(Map<String, String> environment, Map<Setting, String> commandLine) {
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.variable());
            if (text != null) {
                values.put(setting, new Value(text, "in the environment, " + setting.variable()));
            }
        }
        commandLine.forEach((setting, text) -> values.put(setting, new Value(text, "on the command line")));
    }

    private void takeFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettingException("cannot read " + file + ": " + e.getMessage());
        }
        for (String key : properties.stringPropertyNames()) {
            Setting setting = Setting.ofKey(key).orElseThrow(() -> unknown(key, " in " + file));
            if (setting == Setting.DATA) {
                throw new BadSettingException("`data` cannot stand in " + file + ", which is itself found by it");
            }
            values.put(setting, new Value(properties.getProperty(key).strip(), "in " + file));
        }
    }

    /**
     * The setting of that key.
     *
     * @throws BadSettingException when there is none
     */
    public static Setting known(String key) {
        return Setting.ofKey(key).orElseThrow(() -> unknown(key, ""));
    }

    private static BadSettingException unknown(String key, String where) {
        var keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
        String hint = DidYouMean.hint(key, keys).orElse("there are " + String.join(", ", keys));
        return new BadSettingException("`" + key + "`" + where + " is no setting; " + hint);
    }

    private NodeSettings settings(Path data) {
        return new NodeSettings(
                data,
                (int) number(Setting.PORT, 0, 65_535),
                oneOf(Setting.DURABILITY, "process", "disk"),
                partitions(),
                powerOfTwo(Setting.RING_SLOTS, 1 << 16),
                number(Setting.RING_BYTES, 16 << 20, 1L << 34),
                oneOf(Setting.RING_WAIT, "blocking", "phased"),
                (int) number(Setting.REMEMBERED_IDS, 1, 100_000_000),
                number(Setting.TICK_MILLIS, 0, 3_600_000),
                number(Setting.MAX_BODY_BYTES, 1_024, 1L << 32),
                number(Setting.MAX_DECODED_BYTES, 1_024, 1L << 36),
                number(Setting.MAX_READING_BYTES, 4 << 20, 1L << 34),
                number(Setting.BUSY_WAIT_MILLIS, 0, 60_000),
                (int) number(Setting.MAX_STREAMS, 1, 150),
                oneOf(Setting.WEBHOOK_LOOPBACK, "false", "true"),
                oneOf(Setting.WEBHOOK_PRIVATE, "false", "true"));
    }

    private Path folder() {
        String text = values.get(Setting.DATA).text();
        if (text.isBlank()) {
            throw wrong(Setting.DATA, "write the path of a folder");
        }
        Path folder = Path.of(text);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw wrong(Setting.DATA, "that is a file; write the path of a folder");
        }
        return folder;
    }

    /** Whether it is the second of the two words. */
    private boolean oneOf(Setting setting, String first, String second) {
        String text = values.get(setting).text();
        if (text.equals(first) || text.equals(second)) {
            return text.equals(second);
        }
        throw wrong(setting, "write " + first + " or " + second);
    }

    private int partitions() {
        if (values.get(Setting.PARTITIONS).text().equals("auto")) {
            return Math.min(MAX_AUTOMATIC_PARTITIONS, Runtime.getRuntime().availableProcessors());
        }
        return (int) number(Setting.PARTITIONS, 1, MAX_PARTITIONS);
    }

    private int powerOfTwo(Setting setting, int max) {
        int number = (int) number(setting, 2, max);
        if (Integer.bitCount(number) != 1) {
            throw wrong(setting, "write a power of two such as " + Integer.highestOneBit(number));
        }
        return number;
    }

    private long number(Setting setting, long min, long max) {
        long number;
        try {
            number = Long.parseLong(values.get(setting).text());
        } catch (NumberFormatException e) {
            throw wrong(setting, "write a whole number from " + min + " to " + max);
        }
        if (number < min || number > max) {
            throw wrong(setting, "write a whole number from " + min + " to " + max);
        }
        return number;
    }

    private BadSettingException wrong(Setting setting, String remedy) {
        Value value = values.get(setting);
        return new BadSettingException("`" + setting.key() + "` cannot be '" + value.text() + "' (" + value.origin()
                + "); " + remedy + ". It is " + setting.meaning());
    }
}
