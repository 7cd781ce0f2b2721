package io.tripline.perf.engine;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.host.RunnableRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tripline's engine, one partition. */
public final class Tripline implements Contender {

    private static final int LONGEST_FILE = 500_000;

    @Override
    public String name() {
        return "Tripline";
    }

    @Override
    public Opened open(Workload workload, Payments payments) {
        Compilation compilation = RunnableRules.compile(files(workload.id(), workload.rules()));
        if (!compilation.succeeded()) {
            return Opened.not("not runnable yet: "
                    + compilation.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .limit(1)
                            .map(Diagnostic::message)
                            .collect(Collectors.joining()));
        }
        RuleSetPlan plan = compilation.plan().orElseThrow();
        EventCatalog catalog = new EventCatalog(1, plan.events());
        byte[] events = EncodedPayments.of(payments, catalog.layoutOrNull("Payment"));
        return Opened.runs(new EngineSession(plan, catalog, events));
    }

    /** A file may not be longer than a million characters, and 10,000 rules are. */
    static List<SourceFile> files(String name, String rules) {
        List<SourceFile> files = new ArrayList<>();
        String rest = rules;
        while (rest.length() > LONGEST_FILE) {
            int end = rest.lastIndexOf("\nrule ", LONGEST_FILE) + 1;
            files.add(new SourceFile(name + "-" + files.size(), rest.substring(0, end)));
            rest = rest.substring(end);
        }
        files.add(new SourceFile(name, rest));
        return files;
    }

    private static final class EngineSession implements Session {

        private final RuleSetPlan plan;
        private final EventCatalog catalog;
        private final byte[] events;
        private Engine engine;

        private EngineSession(RuleSetPlan plan, EventCatalog catalog, byte[] events) {
            this.plan = plan;
            this.catalog = catalog;
            this.events = events;
        }

        @Override
        public Reading reading() {
            return Reading.AFRESH;
        }

        @Override
        public void deploy() {
            engine = new Engine(Partition.ALL, EngineLimits.DEFAULT);
            engine.rulesChanged(0, catalog, plan, outcome -> {});
        }

        @Override
        public Answers run() {
            Answers answers = new Answers();
            Consumer<Outcome> out = outcome -> add(outcome, answers);
            Event event = new Event();
            long sequence = 0;
            int ahead = 0;
            for (int start = 0; start < events.length; start += Event.lengthAt(events, start)) {
                sequence++;
                if (ahead == 0) {
                    ahead = engine.eventsFollow(catalog, events, start, events.length);
                }
                ahead--;
                event.wrap(catalog, events, start, sequence, 0);
                engine.eventArrived(event, out);
            }
            return answers;
        }

        private static void add(Outcome outcome, Answers answers) {
            if (!(outcome instanceof Outcome.Fired fired)) {
                throw new IllegalStateException("not expected of a stream in order: " + outcome);
            }
            Alert alert = fired.alert();
            List<MatchedStep> matched = alert.matched();
            List<Event> last = matched.get(matched.size() - 1).events();
            answers.add(
                    Integer.parseInt(alert.rule().substring(1)),
                    matched.get(0).events().get(0).sequence() - 1,
                    last.get(last.size() - 1).sequence() - 1);
        }
    }
}
