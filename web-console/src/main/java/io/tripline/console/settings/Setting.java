package io.tripline.console.settings;

import io.tripline.console.settings.SettingRange.Folder;
import io.tripline.console.settings.SettingRange.Numbers;
import io.tripline.console.settings.SettingRange.PowersOfTwo;
import io.tripline.console.settings.SettingRange.WordOrNumbers;
import io.tripline.console.settings.SettingRange.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything about a node that can be configured. {@code docs/operations.md} has the same table; a test compares. */
public enum Setting {
    DATA("data", "path", "data", new Folder(), "where the node keeps its journal and its database"),
    PORT("port", "port", "8080", new Numbers(0, 65_535), "where it listens, on 127.0.0.1; 0 for any free one"),
    DURABILITY(
            "durability",
            "word",
            "disk",
            Words.of("disk", "process"),
            "what an acknowledged event survives: a power cut, or the end of the process"),
    PARTITIONS(
            "partitions",
            "threads",
            "auto",
            new WordOrNumbers("auto", new Numbers(1, 64)),
            "how many threads run the rules; auto is one for each core, at most 4"),
    RING_SLOTS(
            "ring.slots",
            "batches",
            "1024",
            new PowersOfTwo(new Numbers(2, 1 << 16)),
            "how many batches may be on their way at once"),
    RING_BYTES(
            "ring.bytes",
            "bytes",
            "67108864",
            new Numbers(16 << 20, 1L << 34),
            "how many bytes of events may be on their way at once"),
    RING_WAIT(
            "ring.wait",
            "word",
            "blocking",
            Words.of("blocking", "phased"),
            "how the node's threads wait; phased where there is a core for each"),
    REMEMBERED_IDS(
            "events.remembered-ids",
            "ids",
            "5000000",
            new Numbers(1, 100_000_000),
            "among how many of the newest @ids a duplicate is found"),
    TICK_MILLIS(
            "events.tick-millis",
            "milliseconds",
            "1000",
            new Numbers(0, 3_600_000),
            "how often event time moves on while no events come, so that deadlines pass; 0 for never"),
    SOURCE_IDLE_MILLIS(
            "events.source-idle-millis",
            "milliseconds",
            "60000",
            new Numbers(1_000, 86_400_000),
            "how long a source may be silent while others send before deadlines pass without it"),
    SEGMENT_BYTES(
            "journal.segment-bytes",
            "bytes",
            "268435456",
            new Numbers(1 << 20, 1L << 34),
            "how large a file of the journal gets"),
    SEGMENT_HOURS(
            "journal.segment-hours",
            "hours",
            "24",
            new Numbers(1, 8_760),
            "how much time a file of the journal spans at most"),
    ARCHIVE_AFTER_DAYS(
            "journal.archive-after-days",
            "days",
            "7",
            new Numbers(0, 36_500),
            "how old a file of the journal is when it is compressed; 0 for never"),
    ARCHIVE_BEYOND_BYTES(
            "journal.archive-beyond-bytes",
            "bytes",
            "0",
            new Numbers(0, 1L << 50),
            "how much of the newest journal stays uncompressed while older files are compressed; 0 for no such limit"),
    KEEP_DAYS(
            "journal.keep-days",
            "days",
            "0",
            new Numbers(0, 36_500),
            "how long the journal is kept; what a start or a running backtest needs stays longer; 0 for ever"),
    KEEP_BYTES(
            "journal.keep-bytes",
            "bytes",
            "0",
            new Numbers(0, 1L << 50),
            "how much of the journal is kept; what a start or a running backtest needs stays anyway; 0 for all"),
    SNAPSHOT_MINUTES(
            "snapshots.every-minutes",
            "minutes",
            "10",
            new Numbers(0, 10_080),
            "how often the state is written, so that a start need not read the whole journal; 0 for never"),
    SNAPSHOT_JOURNAL_BYTES(
            "snapshots.journal-bytes",
            "bytes",
            "1073741824",
            new Numbers(1 << 20, 1L << 40),
            "the state is written earlier when the journal has grown by that"),
    SNAPSHOT_STOP_MILLIS(
            "snapshots.stop-millis",
            "milliseconds",
            "30000",
            new Numbers(0, 600_000),
            "how long a stop may take to write the state; 0 for not at all"),
    MAX_BODY_BYTES(
            "events.max-body-bytes",
            "bytes",
            "33554432",
            new Numbers(1_024, 1L << 32),
            "largest body of POST /v1/events as it is sent"),
    MAX_DECODED_BYTES(
            "events.max-decoded-bytes",
            "bytes",
            "268435456",
            new Numbers(1_024, 1L << 36),
            "largest body of POST /v1/events after decompression"),
    MAX_READING_BYTES(
            "events.max-reading-bytes",
            "bytes",
            "134217728",
            new Numbers(4 << 20, 1L << 34),
            "memory for bodies that are being read; each takes about 2 MiB while it is"),
    BUSY_WAIT_MILLIS(
            "events.busy-wait-millis",
            "milliseconds",
            "5000",
            new Numbers(0, 60_000),
            "how long a request in the middle of its body waits in all while the node is busy"),
    SILENCE_MILLIS(
            "http.silence-millis",
            "milliseconds",
            "20000",
            new Numbers(100, 600_000),
            "how long a connection may be silent in the middle of a request, or take nothing of an answer"),
    MAX_STREAMS(
            "alerts.max-streams",
            "connections",
            "64",
            new Numbers(1, 150),
            "how many may follow GET /v1/alerts/stream at a time"),
    BACKTESTS_RUNNING(
            "backtests.running", "backtests", "1", new Numbers(1, 16), "how many backtests run at a time; more wait"),
    BACKTESTS_CPU(
            "backtests.cpu-percent",
            "percent of a core",
            "50",
            new Numbers(1, 100),
            "how much of a core each backtest that runs may take"),
    BACKTESTS_KEPT(
            "backtests.kept", "backtests", "50", new Numbers(1, 1_000), "how many of the newest backtests are kept"),
    WEBHOOK_LOOPBACK(
            "webhooks.allow-loopback",
            "word",
            "true",
            Words.of("true", "false"),
            "whether webhooks may be sent to programs on this machine"),
    WEBHOOK_PRIVATE(
            "webhooks.allow-private",
            "word",
            "false",
            Words.of("true", "false"),
            "whether webhooks may be sent into private networks"),
    STOP_FLUSH_MILLIS(
            "stop.flush-millis",
            "milliseconds",
            "5000",
            new Numbers(0, 300_000),
            "how long a stop waits for deliveries that are due"),
    LOG_FORMAT(
            "log.format",
            "word",
            "text",
            Words.of("text", "json"),
            "how the log on standard error is written; json is one object a line, with the names of ECS"),
    METRICS_MAX_RULES(
            "metrics.max-rules",
            "rules",
            "100",
            new Numbers(0, 10_000),
            "how many rules have series of their own at /metrics; the others are one together");

    private final String key;
    private final String unit;
    private final String byDefault;

    @SuppressWarnings("ImmutableEnumChecker") // records of numbers and of a list that nobody changes
    private final SettingRange range;

    private final String meaning;

    Setting(String key, String unit, String byDefault, SettingRange range, String meaning) {
        this.key = key;
        this.unit = unit;
        this.byDefault = byDefault;
        this.range = range;
        this.meaning = meaning;
    }

    /** As in {@code tripline.properties}: {@code events.max-body-bytes}. */
    public String key() {
        return key;
    }

    /** As in the environment: {@code TRIPLINE_EVENTS_MAX_BODY_BYTES}. */
    public String variable() {
        return "TRIPLINE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public String unit() {
        return unit;
    }

    public String byDefault() {
        return byDefault;
    }

    public String meaning() {
        return meaning;
    }

    SettingRange range() {
        return range;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
