package io.tripline.console.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tripline.engine.core.RuleMeter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The series of each rule, for so many rules at most: a monitoring system suffers from ten thousand rules with seven
 * series each. A rule that has series keeps them until it is gone; the rest are one together, under the name {@value
 * #REST}, which no rule can have. Used by one thread at a time.
 */
final class RuleSeries {

    static final String REST = "(others)";

    private static final RuleMeter NOTHING =
            new RuleMeter(REST, "", 0, 0, 0, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, 0);

    private final MeterRegistry registry;
    private final int mostRules;
    private final Map<String, Series> series = new TreeMap<>();
    private volatile long mostPartialMatches;

    RuleSeries(MeterRegistry registry, int mostRules) {
        this.registry = registry;
        this.mostRules = mostRules;
        Gauge.builder("tripline.rule.partial.matches.max", () -> mostPartialMatches)
                .description("Partial matches of the rule that has most")
                .register(registry);
    }

    /** One rule's, or those of the rest. */
    private static final class Series {

        private final List<Meter> meters = new ArrayList<>();
        private volatile RuleMeter now = NOTHING;
    }

    /** Takes the meters of all rules as they are now. */
    void refresh(List<RuleMeter> meters) {
        forgetAllBut(meters);
        RuleMeter rest = NOTHING;
        boolean anyRest = false;
        long most = 0;
        for (RuleMeter meter : meters) {
            most = Math.max(most, meter.partialMatches());
            Series own = series.get(meter.rule());
            if (own == null && ownSeries() < mostRules) {
                own = begin(meter.rule());
            }
            if (own == null) {
                rest = rest.plus(meter);
                anyRest = true;
            } else {
                own.now = meter;
            }
        }
        mostPartialMatches = most;
        if (anyRest || series.containsKey(REST)) {
            Series others = series.containsKey(REST) ? series.get(REST) : begin(REST);
            others.now = rest;
        }
    }

    private int ownSeries() {
        return series.size() - (series.containsKey(REST) ? 1 : 0);
    }

    private void forgetAllBut(List<RuleMeter> meters) {
        Set<String> names = new HashSet<>(Set.of(REST));
        meters.forEach(meter -> names.add(meter.rule()));
        series.entrySet().removeIf(entry -> {
            boolean gone = !names.contains(entry.getKey());
            if (gone) {
                entry.getValue().meters.forEach(registry::remove);
            }
            return gone;
        });
    }

    private Series begin(String rule) {
        Series begun = new Series();
        series.put(rule, begun);
        counter(begun, rule, "events", "Events a rule was asked about", RuleMeter::events);
        counter(begun, rule, "matches", "Matches a rule has reported", RuleMeter::matches);
        counter(
                begun,
                rule,
                "partial.matches.dropped",
                "Partial matches of a rule that were dropped because a key had too many",
                RuleMeter::droppedPartialMatches);
        counter(
                begun,
                rule,
                "effects.refused",
                "What a rule should have done beside its alert and could not",
                RuleMeter::refusedEffects);
        begun.meters.add(FunctionCounter.builder("tripline.rule.time", begun, one -> one.now.estimatedNanos() / 1e9)
                .description("Processor time of a rule, estimated from a sample of its events")
                .baseUnit("seconds")
                .tag("rule", rule)
                .register(registry));
        gauge(begun, rule, "keys", "Keys with a state of a rule", RuleMeter::keys);
        gauge(begun, rule, "partial.matches", "Partial matches of a rule", RuleMeter::partialMatches);
        return begun;
    }

    private void counter(Series begun, String rule, String name, String help, ToDoubleFunction<RuleMeter> value) {
        begun.meters.add(FunctionCounter.builder("tripline.rule." + name, begun, one -> value.applyAsDouble(one.now))
                .description(help)
                .tag("rule", rule)
                .register(registry));
    }

    private void gauge(Series begun, String rule, String name, String help, ToDoubleFunction<RuleMeter> value) {
        begun.meters.add(Gauge.builder("tripline.rule." + name, begun, one -> value.applyAsDouble(one.now))
                .description(help)
                .tag("rule", rule)
                .register(registry));
    }
}
