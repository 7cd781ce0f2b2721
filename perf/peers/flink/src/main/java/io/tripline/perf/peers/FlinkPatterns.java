package io.tripline.perf.peers;

import io.tripline.perf.engine.Workload;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The workloads as Flink jobs: patterns, and for windows a process function by hand. W5 is not among them: a repetition of
 * Flink's may leave out events that fit, which makes other averages.
 */
final class FlinkPatterns {

    /** Payments in, rule, first and last payment of each match out. */
    interface Job {
        DataStream<long[]> matches(DataStream<FlinkPayment> payments);
    }

    private FlinkPatterns() {}

    static Optional<Job> of(Workload workload) {
        return Optional.ofNullable(
                switch (workload.id()) {
                    case "W1" -> FlinkPatterns::filter;
                    case "W2" -> FlinkPatterns::sequence;
                    case "W3-distinct" -> payments -> windowed(payments, FlinkWindow.countries());
                    case "W3-sum" -> payments -> windowed(payments, FlinkWindow.sums());
                    case "W4" -> FlinkPatterns::absence;
                    default -> null;
                });
    }

    private static DataStream<long[]> filter(DataStream<FlinkPayment> payments) {
        return payments.filter(payment -> payment.cents > 99_000 && payment.country != 7)
                .map(payment -> new long[] {0, payment.n, payment.n})
                .returns(long[].class);
    }

    private static DataStream<long[]> windowed(DataStream<FlinkPayment> payments, FlinkWindow window) {
        return payments.keyBy(payment -> payment.account).process(window).returns(long[].class);
    }

    private static DataStream<long[]> sequence(DataStream<FlinkPayment> payments) {
        Pattern<FlinkPayment, FlinkPayment> pattern = Pattern.<FlinkPayment>begin(
                        "a", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(SimpleCondition.of(payment -> payment.cents < 200))
                .followedBy("b")
                .where(SimpleCondition.of(payment -> payment.cents < 200))
                .followedBy("c")
                .where(SimpleCondition.of(payment -> payment.cents > 20_000))
                // The end does not belong to it.
                .within(Duration.ofMillis(600_001));
        return matches(payments, pattern, "a", "c");
    }

    private static DataStream<long[]> absence(DataStream<FlinkPayment> payments) {
        Pattern<FlinkPayment, FlinkPayment> pattern = Pattern.<FlinkPayment>begin("big")
                .where(SimpleCondition.of(payment -> payment.cents > 50_000))
                .notFollowedBy("small")
                .where(SimpleCondition.of(payment -> payment.cents < 200))
                .within(Duration.ofMillis(300_001));
        return matches(payments, pattern, "big", "big");
    }

    private static DataStream<long[]> matches(
            DataStream<FlinkPayment> payments, Pattern<FlinkPayment, FlinkPayment> pattern, String first, String last) {
        return CEP.pattern(payments.keyBy(payment -> payment.account), pattern)
                .inEventTime()
                .select(match -> new long[] {
                    0, match.get(first).get(0).n, match.get(last).get(0).n
                })
                .returns(long[].class);
    }
}
