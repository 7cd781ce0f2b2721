package io.tripline.alerting.store;

/** Ends with {@link #close}; closing twice does nothing. */
public interface FeedSubscription extends AutoCloseable {

    boolean isClosed();

    @Override
    void close();
}
