package io.tripline.perf.peers;

import java.util.ArrayDeque;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** A sliding window by account, kept by hand in keyed state. */
final class FlinkWindow extends KeyedProcessFunction<Integer, FlinkPayment, long[]> {

    private static final long serialVersionUID = 1;

    private final long windowMillis;
    private final boolean countries;
    private transient ValueState<ArrayDeque<long[]>> state;

    private FlinkWindow(long windowMillis, boolean countries) {
        this.windowMillis = windowMillis;
        this.countries = countries;
    }

    static FlinkWindow countries() {
        return new FlinkWindow(600_000, true);
    }

    static FlinkWindow sums() {
        return new FlinkWindow(3_600_000, false);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void open(OpenContext context) {
        Class<ArrayDeque<long[]>> type = (Class<ArrayDeque<long[]>>) (Class<?>) ArrayDeque.class;
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("window", type));
    }

    @Override
    public void processElement(FlinkPayment payment, Context context, Collector<long[]> out) throws Exception {
        ArrayDeque<long[]> window = state.value();
        if (window == null) {
            window = new ArrayDeque<>();
        }
        window.add(new long[] {payment.millis, countries ? 1L << payment.country : payment.cents});
        while (window.getFirst()[0] < payment.millis - windowMillis) {
            window.removeFirst();
        }
        long sum = 0;
        long seen = 0;
        for (long[] entry : window) {
            sum += entry[1];
            seen |= entry[1];
        }
        state.update(window);
        if (countries ? Long.bitCount(seen) > 3 : sum > 500_000 && window.size() > 10) {
            out.collect(new long[] {0, payment.n, payment.n});
        }
    }
}
