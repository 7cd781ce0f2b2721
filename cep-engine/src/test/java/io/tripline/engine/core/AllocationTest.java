package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.driver.Letters;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An event that changes nothing costs no memory. */
class AllocationTest {

    private static final int EVENTS = 20_000;
    private static final String RULES = """
            rule filter { on a: A when v > 100 and k != "x" alert "hit" }
            rule pair { by k match a: A[v > 100] then b: B within 10s alert "hit" }
            rule waiting { by k match c: C then a: A[v > c.v] within 1000h alert "hit" }
            rule list { by k on a: A[v in (200, 300)] when k in ("x", "y") alert "hit" }
            """;

    private final EngineWithEvents engine = new EngineWithEvents(RULES);

    @Test
    void anEventThatMatchesNothingAllocatesNothing() {
        engine.send("C", 50);
        engine.write("A", 1);
        engine.run(EVENTS);
        long before = allocatedBytes();
        engine.run(EVENTS);
        long allocated = allocatedBytes() - before;
        // Reading the counter itself allocates a little.
        assertThat(allocated).isLessThan(EVENTS);
        assertThat(engine.outcomes).isZero();
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** One event, arriving again and again. */
    private static final class EngineWithEvents implements Consumer<Outcome> {
        private final EventCatalog catalog;
        private final Engine engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
        private final EventWriter writer = new EventWriter(1024);
        private final Event event = new Event();
        private long sequence;
        private long outcomes;

        EngineWithEvents(String rules) {
            RuleSetPlan plan = EngineDriver.compile(Letters.declarations("0s") + rules);
            catalog = new EventCatalog(1, plan.events());
            engine.rulesChanged(0, catalog, plan, this);
        }

        @Override
        public void accept(Outcome outcome) {
            outcomes++;
        }

        void write(String type, long v) {
            writer.clear();
            writer.begin(catalog.layoutOrNull(type));
            writer.putText(0, "id");
            writer.putText(1, "k");
            writer.putDecimal(2, Decimals.pack(v, 0));
            writer.putLong(3, 1_000_000_000L);
            writer.end();
        }

        void send(String type, long v) {
            write(type, v);
            run(1);
        }

        void run(int times) {
            for (int i = 0; i < times; i++) {
                event.wrap(catalog, writer.array(), 0, ++sequence, 0);
                engine.eventArrived(event, this);
            }
        }
    }
}
