package io.tripline.perf.peers;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import io.tripline.perf.engine.Answers;
import io.tripline.perf.engine.Contender;
import io.tripline.perf.engine.PaymentObjects;
import io.tripline.perf.engine.Payments;
import io.tripline.perf.engine.Reading;
import io.tripline.perf.engine.Workload;
import java.util.Optional;

/**
 * Esper. Amounts are whole cents, which it compares faster than decimals; its intervals are a millisecond longer, because
 * their ends do not belong to them.
 */
public final class Esper implements Contender {

    @Override
    public String name() {
        return "Esper 9.0";
    }

    @Override
    public Opened open(Workload workload, Payments payments) {
        Optional<String> statements = EsperStatements.of(workload);
        if (statements.isEmpty()) {
            return Opened.not("not written for it");
        }
        Reading reading = workload.id().equals("W2") ? Reading.EVERY_START : Reading.AFRESH;
        return Opened.runs(new EsperSession(statements.get(), PaymentObjects.rows(payments), reading));
    }

    private static final class EsperSession implements Session {

        private final String statements;
        private final Object[][] events;
        private final Reading reading;
        private EPRuntime runtime;
        private Answers answers = new Answers();

        private EsperSession(String statements, Object[][] events, Reading reading) {
            this.statements = statements;
            this.events = events;
            this.reading = reading;
        }

        @Override
        public Reading reading() {
            return reading;
        }

        @Override
        public void deploy() throws EPCompileException, EPDeployException {
            if (runtime != null) {
                runtime.destroy();
            }
            Configuration configuration = new Configuration();
            configuration.getCommon().addEventType("Payment", PaymentObjects.names(), PaymentObjects.types());
            configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
            EPCompiled compiled =
                    EPCompilerProvider.getCompiler().compile(statements, new CompilerArguments(configuration));
            runtime = EPRuntimeProvider.getRuntime("perf", configuration);
            runtime.initialize();
            runtime.getEventService().advanceTime(Payments.START_MILLIS);
            int rule = 0;
            for (EPStatement statement :
                    runtime.getDeploymentService().deploy(compiled).getStatements()) {
                int number = rule++;
                statement.addListener((news, olds, source, self) -> add(number, news));
            }
        }

        private void add(int rule, EventBean[] news) {
            for (EventBean match : news) {
                answers.add(rule, (Long) match.get("first"), (Long) match.get("last"));
            }
        }

        @Override
        public Answers run() {
            answers = new Answers();
            EPEventService service = runtime.getEventService();
            for (Object[] event : events) {
                service.advanceTime((Long) event[PaymentObjects.MILLIS]);
                service.sendEventObjectArray(event, "Payment");
            }
            return answers;
        }
    }
}
