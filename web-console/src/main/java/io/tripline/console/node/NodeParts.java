package io.tripline.console.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tripline.alerting.Alerting;
import io.tripline.alerting.AlertingOptions;
import io.tripline.alerting.webhook.TargetPolicy;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.Durability;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.NodeLimits;
import io.tripline.engine.host.NodeOptions;
import io.tripline.engine.host.RecoveryListener;
import io.tripline.engine.host.SnapshotOptions;
import io.tripline.engine.host.WaitMode;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts of a node. Each is closed before those it was made from: the web server first, then the engine's host, which
 * drains, then alerting, then the database.
 */
@Configuration(proxyBeanMethods = false)
class NodeParts {

    private static final int CONNECTIONS = 24;
    private static final int IDLE_CONNECTIONS = 2;

    @Bean
    HikariDataSource database(NodeSettings settings) {
        Path file = settings.data().toAbsolutePath().resolve("db").resolve("tripline");
        HikariConfig config = new HikariConfig();
        config.setPoolName("tripline");
        // The database must not close itself at SIGTERM: what is drained then still has to be written.
        config.setJdbcUrl("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE");
        config.setUsername("tripline");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        // A full disk makes H2 give up its file. Connections from before still call themselves valid; a query shows it,
        // and the next connection opens the file again.
        config.setConnectionTestQuery("SELECT 1");
        return new HikariDataSource(config);
    }

    @Bean
    Alerting alerting(HikariDataSource database, NodeSettings settings) {
        TargetPolicy targets = new TargetPolicy(settings.webhookLoopback(), settings.webhookPrivate());
        return Alerting.open(database, AlertingOptions.DEFAULT.withTargets(targets));
    }

    private static NodeOptions withSnapshots(NodeOptions options, NodeSettings settings) {
        return settings.snapshotMinutes() == 0
                ? options
                : options.withSnapshots(new SnapshotOptions(
                        Duration.ofMinutes(settings.snapshotMinutes()),
                        settings.snapshotJournalBytes(),
                        Duration.ofMillis(settings.snapshotStopMillis())));
    }

    /** Not started yet: the server listens, and says how far the replay is, before there is anything to take events. */
    @Bean
    Node node(Alerting alerting, NodeSettings settings, RecoveryListener recovery) {
        NodeOptions options = NodeOptions.in(settings.data())
                .withDurability(settings.durable() ? Durability.DISK : Durability.PROCESS)
                .withPartitions(settings.partitions())
                .withLimits(NodeLimits.DEFAULT
                        .withRing(settings.ringSlots(), settings.ringBytes())
                        .withRememberedIds(settings.rememberedIds())
                        .withSourceIdleMillis(settings.sourceIdleMillis())
                        .withJournal(settings.journal()))
                .withWaitMode(settings.phasedWait() ? WaitMode.PHASED : WaitMode.BLOCKING)
                .withTickInterval(Duration.ofMillis(settings.tickMillis()))
                .withRecoveryListener(recovery);
        return Node.create(withSnapshots(options, settings), alerting.store());
    }
}
