package io.tripline.perf.peers;

import io.tripline.perf.engine.Answers;
import io.tripline.perf.engine.Contender;
import io.tripline.perf.engine.Payments;
import io.tripline.perf.engine.Reading;
import io.tripline.perf.engine.Workload;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Flink CEP in a cluster within the process, parallelism 1, object reuse on. The time counts from the first payment that
 * its source gives. Amounts are whole cents.
 */
public final class Flink implements Contender {

    @Override
    public String name() {
        return "Flink CEP 2.3";
    }

    @Override
    public Opened open(Workload workload, Payments payments) {
        Optional<FlinkPatterns.Job> job = FlinkPatterns.of(workload);
        return job.isEmpty()
                ? Opened.not("not written for it")
                : Opened.runs(FlinkSession.of(job.get(), payments, workload.id().equals("W4") ? 300_000 : 0));
    }

    /** Sources and sinks of the job are copies, made from bytes: what they share with the session is static. */
    private static final class FlinkSession implements Session {

        private static final long WATERMARK_INTERVAL_MILLIS = 50;

        private static volatile FlinkPayment[] source = new FlinkPayment[0];
        private static volatile long startedNanos;
        private static volatile long deadlineMillis;
        private static volatile Answers answers = new Answers();

        private final FlinkPatterns.Job job;

        private FlinkSession(FlinkPatterns.Job job) {
            this.job = job;
        }

        static FlinkSession of(FlinkPatterns.Job job, Payments payments, long absenceMillis) {
            source = FlinkPayment.all(payments);
            deadlineMillis = absenceMillis;
            return new FlinkSession(job);
        }

        @Override
        public Reading reading() {
            return Reading.AFRESH;
        }

        @Override
        public void deploy() {
            // A job is deployed when it runs.
        }

        @Override
        public long firstPaymentNanos() {
            return startedNanos;
        }

        @Override
        public Answers run() throws Exception {
            answers = new Answers();
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
            environment.getConfig().enableObjectReuse();
            environment.getConfig().setAutoWatermarkInterval(WATERMARK_INTERVAL_MILLIS);
            DataGeneratorSource<FlinkPayment> generator = new DataGeneratorSource<>(
                    FlinkSession::payment, source.length, TypeInformation.of(FlinkPayment.class));
            DataStream<FlinkPayment> payments = environment.fromSource(
                    generator,
                    WatermarkStrategy.<FlinkPayment>forMonotonousTimestamps()
                            .withTimestampAssigner((payment, before) -> payment.millis),
                    "payments");
            job.matches(payments).map(FlinkSession::found).returns(Long.class).sinkTo(new DiscardingSink<>());
            environment.execute();
            return answers;
        }

        private static FlinkPayment payment(long index) {
            if (index == 0) {
                startedNanos = System.nanoTime();
            }
            return source[(int) index];
        }

        private static Long found(long[] match) {
            FlinkPayment last = source[source.length - 1];
            boolean absence = deadlineMillis > 0;
            // At the end of its input Flink moves time past every deadline, which no payment has passed.
            if (!absence || source[(int) match[1]].millis + deadlineMillis < last.millis) {
                answers.add((int) match[0], match[1], match[2]);
            }
            return match[1];
        }
    }
}
