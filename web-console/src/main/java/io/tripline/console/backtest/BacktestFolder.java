package io.tripline.console.backtest;

import io.tripline.alerting.json.FoundAlertJson;
import io.tripline.engine.backtest.BacktestResult.ListedAlert;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Backtests as files: of each what it is, and its alerts, an object a line. Lost files are made again by running it. */
final class BacktestFolder {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestFolder.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".json";
    private static final String ALERTS = ".alerts.ndjson";

    private final Path folder;

    BacktestFolder(Path folder) {
        this.folder = folder;
    }

    /** Those that are kept, in no order. A file that cannot be read is left alone. */
    List<BacktestView> all() {
        List<BacktestView> views = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return views;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                try {
                    views.add(JSON.readValue(Files.readString(file), BacktestView.class));
                } catch (IOException | JacksonException e) {
                    LOG.warn("the backtest in {} cannot be read and is not listed: {}", file, e.getMessage());
                }
            }
            return views;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the backtests in " + folder, e);
        }
    }

    void keep(BacktestView view) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve(view.id() + ".tmp");
        Files.writeString(temporary, JSON.writeValueAsString(view));
        Files.move(temporary, folder.resolve(view.id() + SUFFIX), StandardCopyOption.REPLACE_EXISTING);
    }

    void keepAlerts(String id, List<ListedAlert> alerts) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(id + ALERTS))) {
            for (ListedAlert listed : alerts) {
                out.write(FoundAlertJson.of(wireName(listed), listed.alert()));
                out.write('\n');
            }
        }
    }

    private static String wireName(ListedAlert listed) {
        return listed.whose().name().toLowerCase(Locale.ROOT);
    }

    /** A page of the alerts of one; none where it has none yet. */
    AlertLines alerts(String id, AlertLines.Filter filter, long from, int limit) throws IOException {
        Path file = folder.resolve(id + ALERTS);
        if (!Files.exists(file)) {
            return new AlertLines(List.of(), OptionalLong.empty());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return AlertLines.of(lines, filter, from, limit);
        }
    }

    void forget(String id) throws IOException {
        Files.deleteIfExists(folder.resolve(id + SUFFIX));
        Files.deleteIfExists(folder.resolve(id + ALERTS));
    }
}
