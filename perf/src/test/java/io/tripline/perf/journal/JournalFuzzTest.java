package io.tripline.perf.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The short form of {@code perf/run fuzz-journal}. */
class JournalFuzzTest {

    /** Kept, so that its level stays. */
    private static final Logger LOG = Logger.getLogger("io.tripline.engine.journal");

    @Test
    void noBytesMakeReadingEndInAnyWayButTheDeclaredOne() throws Exception {
        long seed = System.nanoTime();
        System.out.println("changed journals from seed " + seed);
        LOG.setLevel(Level.OFF);
        assertThat(FuzzJournalCommand.run(300, seed)).contains("anything else 0");
        LOG.setLevel(null);
    }
}
