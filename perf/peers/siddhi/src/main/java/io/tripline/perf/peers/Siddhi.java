package io.tripline.perf.peers;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import io.tripline.perf.engine.Answers;
import io.tripline.perf.engine.Contender;
import io.tripline.perf.engine.PaymentObjects;
import io.tripline.perf.engine.Payments;
import io.tripline.perf.engine.Reading;
import io.tripline.perf.engine.Workload;
import java.util.Optional;

/** Siddhi, on event time ({@code @app:playback}). Amounts are whole cents. */
public final class Siddhi implements Contender {

    @Override
    public String name() {
        return "Siddhi 5.1";
    }

    @Override
    public Opened open(Workload workload, Payments payments) {
        Optional<String> queries = SiddhiQueries.of(workload);
        if (queries.isEmpty()) {
            return Opened.not("not written for it");
        }
        Reading reading = workload.id().equals("W2") ? Reading.EVERY_START : Reading.AFRESH;
        return Opened.runs(new SiddhiSession(queries.get(), PaymentObjects.rows(payments), reading));
    }

    private static final class SiddhiSession implements Session {

        private static final String STREAMS = """
                @app:playback
                define stream Payment
                  (n long, account string, merchant string, country string, cents int, millis long);
                define stream Found (rule int, first long, last long);
                """;

        private final String queries;
        private final Object[][] events;
        private final Reading reading;
        private final SiddhiManager manager = new SiddhiManager();
        private SiddhiAppRuntime app;
        private InputHandler input;
        private Answers answers = new Answers();

        private SiddhiSession(String queries, Object[][] events, Reading reading) {
            this.queries = queries;
            this.events = events;
            this.reading = reading;
        }

        @Override
        public Reading reading() {
            return reading;
        }

        @Override
        public void deploy() {
            if (app != null) {
                app.shutdown();
            }
            app = manager.createSiddhiAppRuntime(STREAMS + queries);
            app.addCallback("Found", new StreamCallback() {
                @Override
                public void receive(Event[] found) {
                    for (Event match : found) {
                        answers.add((Integer) match.getData(0), (Long) match.getData(1), (Long) match.getData(2));
                    }
                }
            });
            input = app.getInputHandler("Payment");
            app.start();
        }

        @Override
        public Answers run() throws InterruptedException {
            answers = new Answers();
            for (Object[] event : events) {
                // It writes into the array it is given.
                input.send((Long) event[PaymentObjects.MILLIS], event.clone());
            }
            return answers;
        }
    }
}
