package io.tripline.alerting.delivery;

/**
 * How the tries since the start of the process have ended.
 *
 * @param delivered the receiver has taken it
 * @param failed it is tried again later
 * @param dead it was the last try
 */
public record AttemptCounts(long delivered, long failed, long dead) {}
