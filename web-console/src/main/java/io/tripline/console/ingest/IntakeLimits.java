package io.tripline.console.ingest;

/**
 * How much of a request is taken at a time, and how long it may wait.
 *
 * @param batchEvents most events handed to the node at once
 * @param batchBytes a batch that has reached so many bytes is handed over
 * @param listedErrors most errors an answer lists; all are counted
 * @param busyWaitMillis how long a request in the middle of its body waits in all while the node is busy
 * @param answerMillis how long the node may take to make a batch durable
 */
public record IntakeLimits(int batchEvents, int batchBytes, int listedErrors, long busyWaitMillis, long answerMillis) {

    public static IntakeLimits waiting(long busyWaitMillis) {
        return new IntakeLimits(1_000, 256 << 10, 100, busyWaitMillis, 120_000);
    }
}
