package io.tripline.alerting.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.TestDatabase;
import io.tripline.alerting.model.CreatedEndpoint;
import io.tripline.alerting.model.Endpoint;
import io.tripline.alerting.model.EndpointChange;
import io.tripline.alerting.model.EndpointState;
import io.tripline.alerting.sql.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {

    @TempDir
    private Path directory;

    private TestDatabase database;
    private Alerting alerting;

    @BeforeEach
    void open() {
        database = new TestDatabase(directory);
        alerting = Alerting.open(database.dataSource(), AlertingOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        alerting.close();
        database.close();
    }

    @Test
    void theSecretIsGivenOutOnce() {
        CreatedEndpoint created = alerting.endpoints().create(" On-call ", "https://example.com/hook");
        assertThat(created.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        Endpoint endpoint = alerting.endpoints().find(created.endpoint().id()).orElseThrow();
        assertThat(endpoint.name()).isEqualTo("On-call");
        assertThat(endpoint.state()).isEqualTo(EndpointState.ENABLED);
        String key = created.secret().substring("whsec_".length());
        assertThat(created.toString()
                        + alerting.endpoints().list()
                        + alerting.endpoints().target(endpoint.id()))
                .doesNotContain(key);
    }

    @Test
    void anErrorOfTheDatabaseDoesNotRepeatTheSecret() throws Exception {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE endpoint DROP COLUMN name");
        }
        assertThatThrownBy(() -> alerting.endpoints().create("On-call", "https://example.com/hook"))
                .isInstanceOf(StoreException.class)
                .satisfies(error -> {
                    StringWriter text = new StringWriter();
                    error.printStackTrace(new PrintWriter(text));
                    assertThat(text.toString()).doesNotContain("whsec_");
                });
    }

    @Test
    void changesWhatIsAskedFor() {
        String id = alerting.endpoints()
                .create("a", "https://example.com/a")
                .endpoint()
                .id();
        Endpoint changed = alerting.endpoints()
                .change(
                        id,
                        new EndpointChange(
                                Optional.of("b"),
                                Optional.of("https://example.com/b"),
                                Optional.of(EndpointState.DISABLED)))
                .orElseThrow();
        assertThat(changed.name()).isEqualTo("b");
        assertThat(changed.url()).isEqualTo("https://example.com/b");
        assertThat(changed.disabledReason()).contains("disabled by hand");
        Endpoint enabled = alerting.endpoints()
                .change(id, new EndpointChange(Optional.empty(), Optional.empty(), Optional.of(EndpointState.ENABLED)))
                .orElseThrow();
        assertThat(enabled.name()).isEqualTo("b");
        assertThat(enabled.disabledReason()).isEmpty();
        assertThat(alerting.endpoints()
                        .change("ep_none", new EndpointChange(Optional.of("x"), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeUsed() {
        assertThatThrownBy(() -> alerting.endpoints().create("", "https://example.com/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alerting.endpoints().create("a", "http://127.0.0.1:8080/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("127.0.0.1 is loopback; webhooks are not sent there");
        String id = alerting.endpoints()
                .create("a", "https://example.com/a")
                .endpoint()
                .id();
        assertThatThrownBy(() -> alerting.endpoints()
                        .change(
                                id,
                                new EndpointChange(
                                        Optional.empty(), Optional.of("http://169.254.169.254/"), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereIsALimit() {
        for (int n = 0; n < Endpoints.MAX_ENDPOINTS; n++) {
            alerting.endpoints().create("n" + n, "https://example.com/" + n);
        }
        assertThatThrownBy(() -> alerting.endpoints().create("one more", "https://example.com/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 100 endpoints already; delete one first");
        assertThat(alerting.endpoints().list()).hasSize(100);
    }
}
