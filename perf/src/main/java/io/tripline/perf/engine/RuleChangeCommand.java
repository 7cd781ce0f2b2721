package io.tripline.perf.engine;

import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.RunnableRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * For how long an engine with many rules looks at no event while one of them is replaced. After each change the engine has
 * to give just the matches of the rules as they are then.
 */
@Command(name = "rule-change", description = "Replaces one rule of many in an engine: milliseconds without an event.")
public final class RuleChangeCommand implements Callable<Integer> {

    private static final int EVENTS_BETWEEN = 5_000;
    private static final long SEED = 1;
    private static final int CENTS = 990_00;
    private static final int LOWER_CENTS = 900_00;

    @Option(names = "--rules", defaultValue = "10000", description = "default: ${DEFAULT-VALUE}")
    private int rules;

    @Option(names = "--changes", defaultValue = "200", description = "default: ${DEFAULT-VALUE}")
    private int changes;

    @Option(names = "--warm-up", defaultValue = "50", description = "changes before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    private final TreeSet<Integer> lowered = new TreeSet<>();
    private final Event event = new Event();
    private Payments payments;
    private EventCatalog catalog;
    private byte[] events;
    private int position;
    private int seen;

    @Override
    public Integer call() {
        ManyRules workload = new ManyRules(ManyRules.Sharing.EQUAL, rules);
        RuleSetPlan plan = plan(workload.rules());
        RuleSetPlan lower = plan(workload.rules().replace("amount > 990", "amount > 900"));
        int count = (warmUp + changes) * EVENTS_BETWEEN;
        payments = Payments.generate(new Payments.Shape(count, 1_000, rules, 1_000), SEED);
        catalog = new EventCatalog(1, plan.events());
        events = EncodedPayments.of(payments, catalog.layoutOrNull("Payment"));

        Engine engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
        engine.rulesChanged(0, catalog, plan, outcome -> {});
        Histogram nanos = new Histogram(3);
        boolean right = true;
        for (int change = 0; change < warmUp + changes; change++) {
            plan = replaced(plan, lower, (int) (change * 7919L % rules));
            long before = System.nanoTime();
            engine.rulesChanged(seen, catalog, plan, outcome -> {});
            long took = System.nanoTime() - before;
            if (change >= warmUp) {
                nanos.recordValue(took);
            }
            int from = seen;
            right &= matchesOfNext(engine).equals(expected(from, seen));
        }
        System.out.printf(
                "%,d changes of one rule of %,d: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.2f ms, answers %s%n",
                changes,
                rules,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(90) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getMaxValue() / 1e6,
                right ? "right" : "WRONG");
        return right ? 0 : 1;
    }

    private static RuleSetPlan plan(String text) {
        return RunnableRules.compile(Tripline.files("many", text)).plan().orElseThrow();
    }

    private RuleSetPlan replaced(RuleSetPlan plan, RuleSetPlan lower, int place) {
        List<RulePlan> next = new ArrayList<>(plan.rules());
        RulePlan other = lower.rules().get(place);
        next.set(place, other);
        lowered.add(Integer.parseInt(other.name().substring(1)));
        return plan.withRules(next);
    }

    private List<String> matchesOfNext(Engine engine) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < EVENTS_BETWEEN; i++) {
            int payment = seen;
            event.wrap(catalog, events, position, seen + 1L, 0);
            position += Event.lengthAt(events, position);
            seen++;
            engine.eventArrived(event, outcome -> {
                if (outcome instanceof Outcome.Fired fired) {
                    found.add(payment + " " + fired.alert().rule());
                }
            });
        }
        return found;
    }

    private List<String> expected(int from, int to) {
        List<String> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int least = lowered.contains(payments.merchant(i)) ? LOWER_CENTS : CENTS;
            if (payments.cents(i) > least) {
                found.add(i + " r" + payments.merchant(i));
            }
        }
        return found;
    }
}
