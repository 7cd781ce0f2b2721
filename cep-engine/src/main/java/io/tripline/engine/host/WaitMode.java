package io.tripline.engine.host;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.TimeUnit;

/** How the node's threads wait for work. */
public enum WaitMode {
    /** Asleep: right when there are fewer cores than threads. */
    BLOCKING {
        @Override
        WaitStrategy strategy() {
            return new BlockingWaitStrategy();
        }
    },
    /** Awake for a moment, then asleep: a little faster where there is a core for each thread. */
    PHASED {
        @Override
        WaitStrategy strategy() {
            return PhasedBackoffWaitStrategy.withLock(20, 200, TimeUnit.MICROSECONDS);
        }
    };

    abstract WaitStrategy strategy();
}
