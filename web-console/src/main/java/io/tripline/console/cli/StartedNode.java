package io.tripline.console.cli;

import io.tripline.console.ConsoleVersion;
import io.tripline.console.node.NodeServer;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.RecoveryListener;
import io.tripline.engine.host.RuleSet;
import io.tripline.engine.state.SnapshotManifest;
import java.io.PrintWriter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a node and tells a person about it, or the log where that is JSON for a machine. */
final class StartedNode {

    private static final Logger LOG = LoggerFactory.getLogger(StartedNode.class);

    private final NodeSettings settings;
    private final PrintWriter out;
    private final PrintWriter err;

    StartedNode(NodeSettings settings, PrintWriter out, PrintWriter err) {
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    NodeServer start() {
        long startNanos = System.nanoTime();
        Progress progress = new Progress();
        NodeServer server = NodeServer.start(settings, progress, this::listening);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        RuleSet rules = server.node().rules();
        say(String.format(
                Locale.ROOT,
                "  recovered  %,d journal entries%s, %d rules in %d files, started in %.1f s",
                progress.sequence,
                progress.known == 0 ? "" : String.format(Locale.ROOT, ", %,d of them from a snapshot", progress.known),
                rules.plan().rules().size(),
                rules.files().size(),
                seconds));
        return server;
    }

    private void listening(NodeServer server) {
        say("Tripline " + ConsoleVersion.current());
        say("  console    " + server.address() + "  (this machine only: there are no users and keys yet)");
        say("  data       " + settings.data().toAbsolutePath().normalize());
        say("  durability " + (settings.durable() ? "disk" : "process") + ", partitions " + settings.partitions());
    }

    void say(String line) {
        if (settings.jsonLog()) {
            LOG.info(line.strip().replaceFirst(" {2,}", " "));
        } else {
            out.println(line);
            out.flush();
        }
    }

    /** Says now and then how far the journal has been replayed. */
    private final class Progress implements RecoveryListener {

        private static final long PROGRESS_NANOS = 1_000_000_000;

        private long saidNanos = System.nanoTime();
        private volatile long sequence;
        private volatile long known;

        @Override
        public void snapshotLoaded(SnapshotManifest snapshot) {
            known = snapshot.sequence();
        }

        @Override
        public void snapshotUnusable(String reason) {
            warn("A snapshot is not used: " + reason);
        }

        @Override
        public void replayed(long through) {
            sequence = through;
            if (through > 0 && System.nanoTime() - saidNanos > PROGRESS_NANOS) {
                saidNanos = System.nanoTime();
                warn(String.format(Locale.ROOT, "Replaying the journal: %,d entries so far", through));
            }
        }

        private void warn(String line) {
            if (settings.jsonLog()) {
                LOG.info(line);
            } else {
                err.println(line);
                err.flush();
            }
        }
    }
}
