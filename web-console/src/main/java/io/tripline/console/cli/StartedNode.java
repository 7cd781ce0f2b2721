package io.tripline.console.cli;

import io.tripline.console.ConsoleVersion;
import io.tripline.console.node.NodeServer;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.RecoveryListener;
import io.tripline.engine.host.RuleSet;
import java.io.PrintWriter;
import java.util.Locale;

/** Starts a node and tells a person about it. */
final class StartedNode {

    private static final long PROGRESS_NANOS = 1_000_000_000;

    private StartedNode() {}

    static NodeServer start(NodeSettings settings, PrintWriter out, PrintWriter err) {
        long startNanos = System.nanoTime();
        Progress progress = new Progress(err);
        NodeServer server = NodeServer.start(settings, progress);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        RuleSet rules = server.node().rules();
        out.println("Tripline " + ConsoleVersion.current());
        out.println("  console    " + server.address() + "  (this machine only: there are no users and keys yet)");
        out.println("  data       " + settings.data().toAbsolutePath().normalize());
        out.println(
                "  durability " + (settings.durable() ? "disk" : "process") + ", partitions " + settings.partitions());
        out.println("  recovered  "
                + String.format(
                        Locale.ROOT,
                        "%,d journal entries, %d rules in %d files, started in %.1f s",
                        progress.sequence,
                        rules.plan().rules().size(),
                        rules.files().size(),
                        seconds));
        out.flush();
        return server;
    }

    /** Says now and then how far the journal has been replayed. */
    private static final class Progress implements RecoveryListener {

        private final PrintWriter err;
        private long saidNanos = System.nanoTime();
        private volatile long sequence;

        Progress(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void replayed(long through) {
            sequence = through;
            if (through > 0 && System.nanoTime() - saidNanos > PROGRESS_NANOS) {
                saidNanos = System.nanoTime();
                err.println(String.format(Locale.ROOT, "Replaying the journal: %,d entries so far", through));
                err.flush();
            }
        }
    }
}
