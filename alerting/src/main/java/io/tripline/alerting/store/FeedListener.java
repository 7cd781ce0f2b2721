package io.tripline.alerting.store;

import io.tripline.alerting.model.StoredAlert;
import java.util.List;

/** Hears of alerts that have changed. */
@FunctionalInterface
public interface FeedListener {

    /**
     * Called by one thread at a time, with each alert as it is now, in the order of their numbers. It may block: only
     * its own subscription waits then, and gets of an alert that changed several times meanwhile the newest state. An
     * exception ends the subscription.
     */
    void changed(List<StoredAlert> alerts);
}
