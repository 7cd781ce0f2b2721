package io.tripline.console.node;

import io.tripline.console.settings.NodeSettings;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** A node cannot start; the message says why, and what to do about it where that is known. */
public final class NodeStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** H2's code for a database file that another process has open. */
    private static final int DATABASE_IN_USE = 90020;

    private static final Logger LOG = LoggerFactory.getLogger(NodeStartException.class);

    private final boolean stopped;

    private NodeStartException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private NodeStartException(String message, Throwable cause, boolean stopped) {
        super(message, cause);
        this.stopped = stopped;
    }

    /** Somebody stopped it before it had started. */
    static NodeStartException stopped(RuntimeException failure) {
        return new NodeStartException("the node was stopped while it was starting", failure, true);
    }

    /** Whether it was only stopped, by a signal, and nothing is wrong. */
    public boolean isStopped() {
        return stopped;
    }

    static NodeStartException of(RuntimeException failure, NodeSettings settings) {
        Throwable root = failure;
        while (root.getCause() != null) {
            if (root instanceof PortInUseException) {
                break;
            }
            root = root.getCause();
        }
        if (root instanceof PortInUseException) {
            return new NodeStartException(
                    "port " + settings.port() + " is in use; choose another with --port, or --port 0 for any free one",
                    failure);
        }
        if (root instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE) {
            return new NodeStartException(
                    "the data directory " + settings.data().toAbsolutePath()
                            + " is in use by another process; stop it, or choose another with --data",
                    failure);
        }
        if (!isExpected(root)) {
            LOG.error("the node cannot start", failure);
        }
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        return new NodeStartException("the node cannot start: " + message, failure);
    }

    /** Whether the message alone tells a person what is wrong. */
    private static boolean isExpected(Throwable root) {
        return root.getClass().getName().startsWith("io.tripline.")
                || root instanceof IllegalStateException
                || root instanceof IOException
                || root instanceof SQLException;
    }
}
