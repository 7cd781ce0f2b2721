package io.tripline.engine.host;

import io.tripline.engine.core.RuleStarts;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.table.ReferenceChange;
import java.util.List;
import java.util.Optional;

/** What the journal handler leaves in a slot for the engines: a durable input with its place. */
sealed interface Work {

    /** The last sequence of it. */
    long lastSequence();

    record Nothing() implements Work {
        @Override
        public long lastSequence() {
            return 0;
        }
    }

    record Events(long firstSequence, EventBatch batch, int source) implements Work {
        @Override
        public long lastSequence() {
            return firstSequence + batch.count() - 1;
        }
    }

    record Tick(long sequence, long timeNanos) implements Work {
        @Override
        public long lastSequence() {
            return sequence;
        }
    }

    record References(long sequence, List<ReferenceChange> changes) implements Work {
        @Override
        public long lastSequence() {
            return sequence;
        }
    }

    record Rules(long sequence, RuleSet rules, EventCatalog catalog, RuleStarts starts, Optional<WarmStart> warm)
            implements Work {
        @Override
        public long lastSequence() {
            return sequence;
        }
    }

    /** The engines say how their rules are doing. */
    record Meters() implements Work {
        @Override
        public long lastSequence() {
            return 0;
        }
    }

    /** The state as it is here is written, in what follows. */
    record Snapshot(long sequence, SnapshotJob job) implements Work {
        @Override
        public long lastSequence() {
            return sequence;
        }
    }

    Work NOTHING = new Nothing();
}
