package io.tripline.engine.host;

import io.tripline.engine.port.Journal;
import io.tripline.engine.port.JournalNeeds;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has the journal tidied every now and then, by a thread of its own. What goes wrong with that is said and tried again the
 * next time: ingest does not depend on it.
 */
final class JournalUpkeep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JournalUpkeep.class.getName());
    private static final long EVERY_SECONDS = 60;

    private final Journal journal;
    private final JournalNeeds needs;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(JournalUpkeep::thread);

    JournalUpkeep(Journal journal, JournalNeeds needs) {
        this.journal = journal;
        this.needs = needs;
    }

    /** Begins; to be called once, when the journal has been read. */
    void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::tidy, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tripline-journal-upkeep");
        thread.setDaemon(true);
        return thread;
    }

    private void tidy() {
        try {
            journal.tidy(needs);
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.log(Level.WARNING, "the journal could not be tidied; it is tried again: {0}", e.toString());
            }
        }
    }

    /** Stops in the middle of whatever it does, which is finished by the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the thread that tidies the journal does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
