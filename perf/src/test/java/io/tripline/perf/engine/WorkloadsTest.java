package io.tripline.perf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine finds what the plain calculation finds, in short streams with few accounts, so that much matches. */
class WorkloadsTest {

    private static final int PAYMENTS = 20_000;
    private static final int MOST_RULES = 100;

    static Stream<Workload> runnable() {
        Payments one = Payments.generate(new Payments.Shape(1, 1, 1, 1), 1);
        return Workloads.all().stream()
                .filter(workload -> workload.rules().split("rule ", -1).length - 1 <= MOST_RULES)
                .filter(workload -> new Tripline().open(workload, one).session().isPresent());
    }

    @ParameterizedTest
    @MethodSource("runnable")
    void answersAsThePlainCalculation(Workload workload) throws Exception {
        Payments payments = Payments.generate(
                new Payments.Shape(PAYMENTS, 200, workload.shape().merchants(), 1), 1);
        Contender.Session session =
                new Tripline().open(workload, payments).session().orElseThrow();

        session.deploy();
        Answers answers = session.run();

        assertThat(answers)
                .hasToString(workload.expected(payments, session.reading()).toString());
    }
}
