package io.tripline.engine.journal;

import java.nio.file.Path;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.core.onoes.ExceptionHandler;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * How Chronicle is set up here: one file in each queue, never rolled by a clock, nothing sent anywhere, nothing printed.
 * What goes wrong with a write is told by our own allocation and force, not by Chronicle's warnings.
 */
final class ChronicleSetup {

    /** The name Chronicle gives to the file of cycle 0, the only one there is. */
    static final String FILE_NAME = "19700101F.cq4";

    /** Mapped at a time; four times the largest frame, so that the overlap of two blocks holds one. */
    private static final long BLOCK_BYTES = 4L * JournalLimits.FRAME_BYTES;

    static {
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.disk.monitor.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        Jvm.setExceptionHandlers(
                ExceptionHandler.ignoresEverything(),
                ExceptionHandler.ignoresEverything(),
                ExceptionHandler.ignoresEverything(),
                ExceptionHandler.ignoresEverything());
    }

    private ChronicleSetup() {}

    static ChronicleQueue open(Path folder) {
        return SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(RollCycles.FAST_DAILY)
                .timeProvider(() -> 0L)
                .blockSize(BLOCK_BYTES)
                .checkInterrupts(false)
                .build();
    }
}
