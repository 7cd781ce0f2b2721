package io.tripline.console.settings;

import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.engine.journal.JournalLimits;
import io.tripline.engine.journal.RetentionLimits;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gathers a node's configuration. What stands later in this order wins: the defaults, {@code tripline.properties} in the
 * data directory, the environment, the command line.
 */
public final class SettingsReader {

    static final String FILE = "tripline.properties";

    private static final int MAX_AUTOMATIC_PARTITIONS = 4;
    private static final String PREFIX = "TRIPLINE_";

    /** Variables of the launcher, which are no settings. */
    private static final List<String> LAUNCHER = List.of("TRIPLINE_JAVA_OPTIONS");

    private record Value(String text, String origin) {}

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private SettingsReader() {
        for (Setting setting : Setting.values()) {
            values.put(setting, new Value(setting.byDefault(), "by default"));
        }
    }

    /**
     * Reads and checks them all.
     *
     * @param environment the process's variables. One that begins with {@code TRIPLINE_} and is nearly a setting's is a
     *     mistake; others are left alone, because other things may be called so
     * @param commandLine what was said there, by key
     * @throws BadSettingException with everything that is wrong
     */
    public static NodeSettings read(Map<String, String> environment, Map<String, String> commandLine) {
        SettingsReader reader = new SettingsReader();
        reader.takeEnvironment(environment);
        reader.takeCommandLine(commandLine);
        reader.folder().ifPresent(folder -> reader.takeFile(folder.resolve(FILE), environment, commandLine));
        reader.check();
        if (!reader.problems.isEmpty()) {
            throw new BadSettingException(reader.problems);
        }
        return reader.settings();
    }

    private void takeEnvironment(Map<String, String> environment) {
        Map<String, Setting> variables =
                Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::variable, setting -> setting));
        for (String name : new TreeSet<>(environment.keySet())) {
            if (variables.containsKey(name)) {
                values.put(variables.get(name), new Value(environment.get(name), "in the environment, " + name));
            } else if (name.startsWith(PREFIX) && !LAUNCHER.contains(name)) {
                nearly(name, variables.keySet())
                        .ifPresent(hint -> problems.add("`" + name + "` in the environment is no setting; " + hint));
            }
        }
    }

    private static Optional<String> nearly(String name, Set<String> variables) {
        List<String> withoutPrefix = variables.stream()
                .map(variable -> variable.substring(PREFIX.length()))
                .sorted()
                .toList();
        return DidYouMean.nearest(name.substring(PREFIX.length()), withoutPrefix)
                .map(near -> "did you mean `" + PREFIX + near + "`?");
    }

    private void takeCommandLine(Map<String, String> commandLine) {
        new TreeMap<>(commandLine).forEach((key, text) -> known(key, " on the command line")
                .ifPresent(setting -> values.put(setting, new Value(text, "on the command line"))));
    }

    /** What the file says, where neither the environment nor the command line says otherwise. */
    private void takeFile(Path file, Map<String, String> environment, Map<String, String> commandLine) {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            problems.add("cannot read " + file + ": " + e.getMessage());
            return;
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            Optional<Setting> setting = known(key, " in " + file);
            if (setting.isPresent() && setting.get() == Setting.DATA) {
                problems.add("`data` cannot stand in " + file + ", which is itself found by it");
            } else if (setting.isPresent()
                    && !environment.containsKey(setting.get().variable())
                    && !commandLine.containsKey(key)) {
                values.put(setting.get(), new Value(properties.getProperty(key).strip(), "in " + file));
            }
        }
    }

    /** The setting of that key; a problem when there is none. */
    private Optional<Setting> known(String key, String where) {
        Optional<Setting> setting = Setting.ofKey(key);
        if (setting.isEmpty()) {
            var keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
            String hint = DidYouMean.hint(key, keys).orElse("there are " + String.join(", ", keys));
            problems.add("`" + key + "`" + where + " is no setting; " + hint);
        }
        return setting;
    }

    private void check() {
        values.forEach((setting, value) ->
                setting.range().remedy(value.text()).ifPresent(remedy -> wrong(setting, value, remedy)));
    }

    private void wrong(Setting setting, Value value, String remedy) {
        problems.add("`" + setting.key() + "` cannot be '" + value.text() + "' (" + value.origin() + "); " + remedy
                + ". It is " + setting.meaning());
    }

    /** The data directory, if it can be one. */
    private Optional<Path> folder() {
        Value value = values.get(Setting.DATA);
        try {
            Path folder = Path.of(value.text());
            if (!Files.exists(folder) || Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
            wrong(Setting.DATA, value, "that is a file; write the path of a folder");
        } catch (InvalidPathException e) {
            wrong(Setting.DATA, value, "write the path of a folder");
        }
        return Optional.empty();
    }

    private NodeSettings settings() {
        return new NodeSettings(
                Path.of(text(Setting.DATA)),
                (int) number(Setting.PORT),
                text(Setting.DURABILITY).equals("disk"),
                partitions(),
                (int) number(Setting.RING_SLOTS),
                number(Setting.RING_BYTES),
                text(Setting.RING_WAIT).equals("phased"),
                (int) number(Setting.REMEMBERED_IDS),
                number(Setting.TICK_MILLIS),
                number(Setting.SOURCE_IDLE_MILLIS),
                journal(),
                number(Setting.SNAPSHOT_MINUTES),
                number(Setting.SNAPSHOT_JOURNAL_BYTES),
                number(Setting.SNAPSHOT_STOP_MILLIS),
                number(Setting.MAX_BODY_BYTES),
                number(Setting.MAX_DECODED_BYTES),
                number(Setting.MAX_READING_BYTES),
                number(Setting.BUSY_WAIT_MILLIS),
                number(Setting.SILENCE_MILLIS),
                (int) number(Setting.MAX_STREAMS),
                (int) number(Setting.BACKTESTS_RUNNING),
                (int) number(Setting.BACKTESTS_CPU),
                (int) number(Setting.BACKTESTS_KEPT),
                text(Setting.WEBHOOK_LOOPBACK).equals("true"),
                text(Setting.WEBHOOK_PRIVATE).equals("true"),
                number(Setting.STOP_FLUSH_MILLIS),
                text(Setting.LOG_FORMAT).equals("json"),
                (int) number(Setting.METRICS_MAX_RULES));
    }

    private JournalLimits journal() {
        return JournalLimits.DEFAULT
                .withSegments(number(Setting.SEGMENT_BYTES), hours(number(Setting.SEGMENT_HOURS)))
                .withRetention(new RetentionLimits(
                        hours(24 * number(Setting.ARCHIVE_AFTER_DAYS)),
                        number(Setting.ARCHIVE_BEYOND_BYTES),
                        hours(24 * number(Setting.KEEP_DAYS)),
                        number(Setting.KEEP_BYTES)));
    }

    private static long hours(long hours) {
        return Duration.ofHours(hours).toNanos();
    }

    private int partitions() {
        return text(Setting.PARTITIONS).equals("auto")
                ? Math.min(MAX_AUTOMATIC_PARTITIONS, Runtime.getRuntime().availableProcessors())
                : (int) number(Setting.PARTITIONS);
    }

    private String text(Setting setting) {
        return values.get(setting).text();
    }

    private long number(Setting setting) {
        return Long.parseLong(text(setting));
    }
}
