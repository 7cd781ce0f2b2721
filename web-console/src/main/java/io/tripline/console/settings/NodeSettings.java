package io.tripline.console.settings;

import io.tripline.engine.journal.JournalLimits;
import java.nio.file.Path;

/**
 * A node's configuration, checked. See {@link Setting} for what each part means.
 *
 * @param port 0 for any free one
 * @param tickMillis how often event time moves on while no events come; 0 for never
 * @param sourceIdleMillis how long a source may be silent while others send
 * @param snapshotMinutes how often the state is written; 0 for never
 * @param phasedWait whether waiting threads stay awake for a moment
 * @param backtestCpuPercent of a core, for each that runs
 * @param durable whether an acknowledged event survives a power cut, not only the end of the process
 */
public record NodeSettings(
        Path data,
        int port,
        boolean durable,
        int partitions,
        int ringSlots,
        long ringBytes,
        boolean phasedWait,
        int rememberedIds,
        long tickMillis,
        long sourceIdleMillis,
        JournalLimits journal,
        long snapshotMinutes,
        long snapshotJournalBytes,
        long snapshotStopMillis,
        long maxBodyBytes,
        long maxDecodedBytes,
        long maxReadingBytes,
        long busyWaitMillis,
        long silenceMillis,
        int maxStreams,
        int backtestsRunning,
        int backtestCpuPercent,
        int backtestsKept,
        boolean webhookLoopback,
        boolean webhookPrivate,
        long stopFlushMillis,
        boolean jsonLog,
        int metricsMaxRules) {}
