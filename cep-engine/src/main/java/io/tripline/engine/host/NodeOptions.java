package io.tripline.engine.host;

import io.tripline.engine.port.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a node is started with.
 *
 * @param dataDirectory where it keeps its journal; none keeps nothing
 * @param partitions engines, each with a thread of its own; changes no outcome
 * @param tickInterval how often event time moves on while no events come; never where it is empty
 * @param snapshots when a node with a directory writes what it knows; never where it is empty
 */
public record NodeOptions(
        Optional<Path> dataDirectory,
        Durability durability,
        int partitions,
        NodeLimits limits,
        WaitMode waitMode,
        TimeSource time,
        RecoveryListener recoveryListener,
        Optional<Duration> tickInterval,
        Optional<SnapshotOptions> snapshots) {

    private static final int MOST_PARTITIONS_UNASKED = 4;

    public NodeOptions {
        if (partitions < 1) {
            throw new IllegalArgumentException("there must be a partition");
        }
    }

    /** A durable node with a partition for each core, but at most four. */
    public static NodeOptions in(Path dataDirectory) {
        int partitions = Math.min(MOST_PARTITIONS_UNASKED, Runtime.getRuntime().availableProcessors());
        return of(Optional.of(dataDirectory), Durability.DISK, partitions);
    }

    /** A node that keeps nothing, for replays. */
    public static NodeOptions inMemory(int partitions) {
        return of(Optional.empty(), Durability.PROCESS, partitions);
    }

    private static NodeOptions of(Optional<Path> dataDirectory, Durability durability, int partitions) {
        return new NodeOptions(
                dataDirectory,
                durability,
                partitions,
                NodeLimits.DEFAULT,
                WaitMode.BLOCKING,
                SystemTime.INSTANCE,
                sequence -> {},
                Optional.empty(),
                Optional.empty());
    }

    public NodeOptions withDurability(Durability other) {
        return new NodeOptions(
                dataDirectory, other, partitions, limits, waitMode, time, recoveryListener, tickInterval, snapshots);
    }

    public NodeOptions withPartitions(int count) {
        return new NodeOptions(
                dataDirectory, durability, count, limits, waitMode, time, recoveryListener, tickInterval, snapshots);
    }

    public NodeOptions withLimits(NodeLimits other) {
        return new NodeOptions(
                dataDirectory,
                durability,
                partitions,
                other,
                waitMode,
                time,
                recoveryListener,
                tickInterval,
                snapshots);
    }

    public NodeOptions withWaitMode(WaitMode other) {
        return new NodeOptions(
                dataDirectory, durability, partitions, limits, other, time, recoveryListener, tickInterval, snapshots);
    }

    public NodeOptions withTime(TimeSource other) {
        return new NodeOptions(
                dataDirectory,
                durability,
                partitions,
                limits,
                waitMode,
                other,
                recoveryListener,
                tickInterval,
                snapshots);
    }

    public NodeOptions withRecoveryListener(RecoveryListener other) {
        return new NodeOptions(
                dataDirectory, durability, partitions, limits, waitMode, time, other, tickInterval, snapshots);
    }

    public NodeOptions withTickInterval(Duration interval) {
        return new NodeOptions(
                dataDirectory,
                durability,
                partitions,
                limits,
                waitMode,
                time,
                recoveryListener,
                interval.isZero() ? Optional.empty() : Optional.of(interval),
                snapshots);
    }

    public NodeOptions withSnapshots(SnapshotOptions options) {
        return new NodeOptions(
                dataDirectory,
                durability,
                partitions,
                limits,
                waitMode,
                time,
                recoveryListener,
                tickInterval,
                Optional.of(options));
    }
}
