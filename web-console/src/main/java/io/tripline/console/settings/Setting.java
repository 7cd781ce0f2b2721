package io.tripline.console.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything about a node that can be configured. {@code docs/operations.md} has the same table; a test compares. */
public enum Setting {
    DATA("data", "folder", "data", "where the node keeps its journal and its database"),
    PORT("port", "port, 0 for any", "8080", "where it listens, on 127.0.0.1"),
    DURABILITY(
            "durability",
            "disk or process",
            "disk",
            "what an acknowledged event survives: a power cut, or the end of the process"),
    PARTITIONS(
            "partitions",
            "1 to 64, or auto",
            "auto",
            "how many threads run the rules; auto is one for each core, at most 4"),
    RING_SLOTS("ring.slots", "batches, a power of two", "1024", "how many batches may be on their way at once"),
    RING_BYTES("ring.bytes", "bytes", "67108864", "how many bytes of events may be on their way at once"),
    RING_WAIT(
            "ring.wait",
            "blocking or phased",
            "blocking",
            "how the node's threads wait; phased where there is a core for each"),
    REMEMBERED_IDS("events.remembered-ids", "ids", "5000000", "among how many of the newest @ids a duplicate is found"),
    TICK_MILLIS(
            "events.tick-millis",
            "milliseconds",
            "1000",
            "how often event time moves on while no events come, so that deadlines pass; 0 for never"),
    MAX_BODY_BYTES("events.max-body-bytes", "bytes", "33554432", "largest body of POST /v1/events as it is sent"),
    MAX_DECODED_BYTES(
            "events.max-decoded-bytes", "bytes", "268435456", "largest body of POST /v1/events after decompression"),
    MAX_READING_BYTES(
            "events.max-reading-bytes",
            "bytes",
            "134217728",
            "memory for bodies that are being read; each takes about 2 MiB while it is"),
    BUSY_WAIT_MILLIS(
            "events.busy-wait-millis",
            "milliseconds",
            "5000",
            "how long a request in the middle of its body waits in all while the node is busy"),
    MAX_STREAMS("alerts.max-streams", "connections", "64", "how many may follow GET /v1/alerts/stream at a time"),
    WEBHOOK_LOOPBACK(
            "webhooks.allow-loopback",
            "true or false",
            "true",
            "whether webhooks may be sent to programs on this machine"),
    WEBHOOK_PRIVATE(
            "webhooks.allow-private", "true or false", "false", "whether webhooks may be sent into private networks");

    private final String key;
    private final String unit;
    private final String byDefault;
    private final String meaning;

    Setting(String key, String unit, String byDefault, String meaning) {
        this.key = key;
        this.unit = unit;
        this.byDefault = byDefault;
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

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
