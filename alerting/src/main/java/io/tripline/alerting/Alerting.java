package io.tripline.alerting;

import io.tripline.alerting.delivery.DeliveryService;
import io.tripline.alerting.outbox.Deliveries;
import io.tripline.alerting.outbox.Endpoints;
import io.tripline.alerting.outbox.Outbox;
import io.tripline.alerting.sql.Database;
import io.tripline.alerting.store.AlertFeed;
import io.tripline.alerting.store.AlertStore;
import io.tripline.alerting.store.Alerts;
import io.tripline.alerting.store.LateLog;
import io.tripline.alerting.store.StoredLists;
import io.tripline.alerting.store.ViewRows;
import io.tripline.alerting.webhook.AddressLookup;
import io.tripline.alerting.webhook.WebhookSender;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Alerts, their outbox and its delivery over one relational database. Everything it hands out is safe for use by several
 * threads, but for {@link AlertStore#accept}.
 *
 * <p>The data source belongs to the caller: a pool, open until after {@link #close}. Other tables may live in the same
 * database.
 */
public final class Alerting implements AutoCloseable {

    private final AlertStore store;
    private final Alerts alerts;
    private final LateLog late;
    private final ViewRows rows;
    private final StoredLists lists;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final AlertFeed feed;
    private final DeliveryService delivery;

    private Alerting(DataSource dataSource, AlertingOptions options) {
        Database database = Database.open(dataSource);
        Outbox outbox = new Outbox(database, options.clock());
        this.store = new AlertStore(database, outbox, options.clock(), this::outcomesKept);
        this.late = new LateLog(database);
        this.rows = new ViewRows(database);
        this.lists = new StoredLists(database);
        this.deliveries = new Deliveries(database, outbox, options.clock(), this::deliveriesChanged);
        this.endpoints = new Endpoints(database, outbox, options.targets(), options.clock(), this::deliveriesChanged);
        this.alerts = new Alerts(database, store, deliveries);
        this.feed = new AlertFeed(alerts);
        this.delivery = new DeliveryService(
                outbox,
                endpoints,
                new WebhookSender(
                        options.targets(),
                        AddressLookup.SYSTEM,
                        options.clock(),
                        options.delivery().senderLimits()),
                options.clock(),
                options.delivery(),
                new Random(),
                options.endpointDisabled());
    }

    /**
     * Brings the database's schema up to date and opens it. Nothing is sent before {@link DeliveryService#start}.
     *
     * @throws io.tripline.alerting.sql.StoreException when the database cannot be used
     */
    public static Alerting open(DataSource dataSource, AlertingOptions options) {
        return new Alerting(dataSource, options);
    }

    /** Where the engine's host hands outcomes to. */
    public AlertStore store() {
        return store;
    }

    public Alerts alerts() {
        return alerts;
    }

    public LateLog late() {
        return late;
    }

    /** The rows of views. */
    public ViewRows rows() {
        return rows;
    }

    /** The entries of lists. */
    public StoredLists lists() {
        return lists;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** Changes of alerts as they happen. */
    public AlertFeed feed() {
        return feed;
    }

    /** Sends webhooks once it is started. */
    public DeliveryService delivery() {
        return delivery;
    }

    private void outcomesKept() {
        feed.signal();
        delivery.wake();
    }

    private void deliveriesChanged() {
        delivery.wake();
    }

    /** Stops delivering, ends all subscriptions and writes the position. To be called when the host has stopped. */
    @Override
    public void close() {
        delivery.close();
        feed.close();
        store.savePosition();
    }
}
