package io.tripline.alerting.outbox;

import io.tripline.alerting.model.CreatedEndpoint;
import io.tripline.alerting.model.Endpoint;
import io.tripline.alerting.model.EndpointChange;
import io.tripline.alerting.model.EndpointState;
import io.tripline.alerting.sql.Database;
import io.tripline.alerting.webhook.EndpointSecret;
import io.tripline.alerting.webhook.TargetPolicy;
import io.tripline.alerting.webhook.TargetUrl;
import io.tripline.engine.event.Nanos;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Where webhooks are sent. Safe for use by several threads. */
public final class Endpoints {

    /** More than this many cannot be created: each costs a row for each alert. */
    public static final int MAX_ENDPOINTS = 100;

    public static final int MAX_NAME_CHARS = 200;

    private static final String COLUMNS =
            "SELECT endpoint_id, name, url, state, disabled_reason, created_nanos FROM endpoint";
    private static final int ID_BYTES = 12;

    private final Database database;
    private final Outbox outbox;
    private final TargetPolicy policy;
    private final InstantSource clock;
    private final Runnable endpointsChanged;
    private final SecureRandom random = new SecureRandom();

    /** Calls {@code endpointsChanged} after each change. */
    public Endpoints(
            Database database, Outbox outbox, TargetPolicy policy, InstantSource clock, Runnable endpointsChanged) {
        this.database = database;
        this.outbox = outbox;
        this.policy = policy;
        this.clock = clock;
        this.endpointsChanged = endpointsChanged;
    }

    /**
     * A new endpoint, enabled.
     *
     * @throws IllegalArgumentException when the name or the URL cannot be used; the message says why
     */
    public CreatedEndpoint create(String name, String url) {
        String checkedName = checkedName(name);
        String checkedUrl = TargetUrl.parse(url, policy).toString();
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String endpointId = "ep_" + HexFormat.of().formatHex(id);
        EndpointSecret secret = EndpointSecret.generate(random);
        Endpoint endpoint = changing(() -> database.writeDurably("create an endpoint", handle -> {
            checkRoom(handle);
            handle.createUpdate("INSERT INTO endpoint (endpoint_id, name, url, secret, state, created_nanos)"
                            + " VALUES (:endpoint, :name, :url, :secret, :state, :now)")
                    .bind("endpoint", endpointId)
                    .bind("name", checkedName)
                    .bind("url", checkedUrl)
                    .bind("secret", secret.reveal())
                    .bind("state", EndpointState.ENABLED.wireName())
                    .bind("now", Nanos.of(clock.instant()))
                    .execute();
            return find(handle, endpointId).orElseThrow();
        }));
        return new CreatedEndpoint(endpoint, secret.reveal());
    }

    /** In the order of creation. */
    public List<Endpoint> list() {
        return database.read("list the endpoints", handle -> handle.createQuery(COLUMNS + " ORDER BY created_nanos")
                .map((row, context) -> endpoint(row))
                .list());
    }

    public Optional<Endpoint> find(String endpointId) {
        return database.read("read an endpoint", handle -> find(handle, endpointId));
    }

    /**
     * Changes an endpoint. Enabling it begins anew: what is pending is sent, and earlier failures count no more.
     *
     * @return the endpoint as it now is; empty when there is none of that id
     * @throws IllegalArgumentException when the name or the URL cannot be used; the message says why
     */
    public Optional<Endpoint> change(String endpointId, EndpointChange change) {
        Optional<String> name = change.name().map(Endpoints::checkedName);
        Optional<String> url =
                change.url().map(text -> TargetUrl.parse(text, policy).toString());
        return changing(() -> database.writeDurably("change an endpoint", handle -> {
            name.ifPresent(value -> update(handle, endpointId, "name = :value", value));
            url.ifPresent(value -> update(handle, endpointId, "url = :value", value));
            if (change.state().equals(Optional.of(EndpointState.ENABLED))) {
                update(
                        handle,
                        endpointId,
                        "state = :value, disabled_reason = NULL, failing_since_nanos = NULL",
                        EndpointState.ENABLED.wireName());
            } else if (change.state().equals(Optional.of(EndpointState.DISABLED))) {
                disable(handle, endpointId, "disabled by hand");
            }
            return find(handle, endpointId);
        }));
    }

    /** Stops sending to an endpoint, if it is enabled; what is pending waits. */
    public Optional<Endpoint> disable(String endpointId, String reason) {
        return changing(() -> database.writeDurably("disable an endpoint", handle -> {
            disable(handle, endpointId, reason);
            return find(handle, endpointId);
        }));
    }

    /** Deletes an endpoint with its deliveries, and gives up what is pending; false when there is none of that id. */
    public boolean delete(String endpointId) {
        boolean deleted = changing(() -> database.writeDurably("delete an endpoint", handle -> {
            handle.createUpdate("DELETE FROM delivery_attempt WHERE delivery_id IN"
                            + " (SELECT delivery_id FROM delivery WHERE endpoint_id = :endpoint)")
                    .bind("endpoint", endpointId)
                    .execute();
            handle.createUpdate("DELETE FROM delivery WHERE endpoint_id = :endpoint")
                    .bind("endpoint", endpointId)
                    .execute();
            return handle.createUpdate("DELETE FROM endpoint WHERE endpoint_id = :endpoint")
                            .bind("endpoint", endpointId)
                            .execute()
                    > 0;
        }));
        outbox.tally().forget(endpointId);
        return deleted;
    }

    /** Where and with what to sign a message to an endpoint, whatever its state. */
    public Optional<Target> target(String endpointId) {
        return database.read("read an endpoint", handle -> handle.createQuery(
                        "SELECT url, secret FROM endpoint WHERE endpoint_id = :endpoint")
                .bind("endpoint", endpointId)
                .map((row, context) -> new Target(row.getString(1), EndpointSecret.parse(row.getString(2))))
                .findOne());
    }

    /** Where an endpoint is, and its secret. */
    public record Target(String url, EndpointSecret secret) {}

    private <T> T changing(Supplier<T> change) {
        outbox.endpointsLock().lock();
        try {
            return change.get();
        } finally {
            outbox.endpointsLock().unlock();
            endpointsChanged.run();
        }
    }

    private static void checkRoom(Handle handle) {
        int endpoints = handle.createQuery("SELECT COUNT(*) FROM endpoint")
                .mapTo(Integer.class)
                .one();
        if (endpoints >= MAX_ENDPOINTS) {
            throw new IllegalArgumentException("there are " + endpoints + " endpoints already; delete one first");
        }
    }

    private static String checkedName(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > MAX_NAME_CHARS
                || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + MAX_NAME_CHARS + " characters, all of them printable");
        }
        return trimmed;
    }

    private static void disable(Handle handle, String endpointId, String reason) {
        handle.createUpdate("UPDATE endpoint SET state = :disabled, disabled_reason = :reason"
                        + " WHERE endpoint_id = :endpoint AND state = :enabled")
                .bind("disabled", EndpointState.DISABLED.wireName())
                .bind("enabled", EndpointState.ENABLED.wireName())
                .bind("reason", reason)
                .bind("endpoint", endpointId)
                .execute();
    }

    private static void update(Handle handle, String endpointId, String assignment, String value) {
        handle.createUpdate("UPDATE endpoint SET " + assignment + " WHERE endpoint_id = :endpoint")
                .bind("value", value)
                .bind("endpoint", endpointId)
                .execute();
    }

    private Optional<Endpoint> find(Handle handle, String endpointId) {
        return handle.createQuery(COLUMNS + " WHERE endpoint_id = :endpoint")
                .bind("endpoint", endpointId)
                .map((row, context) -> endpoint(row))
                .findOne();
    }

    private Endpoint endpoint(ResultSet row) throws SQLException {
        String id = row.getString("endpoint_id");
        return new Endpoint(
                id,
                row.getString("name"),
                row.getString("url"),
                EndpointState.fromWireName(row.getString("state")),
                Optional.ofNullable(row.getString("disabled_reason")),
                Nanos.toInstant(row.getLong("created_nanos")),
                outbox.tally().of(id));
    }
}
