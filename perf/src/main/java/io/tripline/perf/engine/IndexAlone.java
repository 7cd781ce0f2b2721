package io.tripline.perf.engine;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import io.tripline.dsl.plan.TriggerPlan.OnEvent;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.predicate.Interest;
import io.tripline.engine.predicate.PredicateIndex;
import java.util.ArrayList;
import java.util.List;

/** The predicate index by itself: which rules an event concerns. For filters these are the answers. */
public final class IndexAlone implements Contender {

    @Override
    public String name() {
        return "predicate index alone";
    }

    @Override
    public Opened open(Workload workload, Payments payments) {
        if (!(workload instanceof ManyRules || workload instanceof Filter)) {
            return Opened.not("for filters only");
        }
        Compilation compilation = RuleCompiler.compile(Tripline.files(workload.id(), workload.rules()));
        RuleSetPlan plan = compilation.plan().orElseThrow();
        EventCatalog catalog = new EventCatalog(1, plan.events());
        byte[] events = EncodedPayments.of(payments, catalog.layoutOrNull("Payment"));
        return Opened.runs(new IndexSession(plan, catalog, events));
    }

    private static final class IndexSession implements Session {

        private final RuleSetPlan plan;
        private final EventCatalog catalog;
        private final byte[] events;
        private PredicateIndex index = PredicateIndex.of(List.of());

        private IndexSession(RuleSetPlan plan, EventCatalog catalog, byte[] events) {
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
            List<Interest> interests = new ArrayList<>();
            for (RulePlan rule : plan.rules()) {
                OnEvent on = (OnEvent) rule.trigger();
                int number = Integer.parseInt(rule.name().substring(1));
                interests.add(new Interest(number, on.step().condition(), rule.key()));
            }
            index = PredicateIndex.of(interests);
        }

        @Override
        public Answers run() {
            Answers answers = new Answers();
            Event event = new Event();
            Scope scope = new Scope();
            long number = 0;
            for (int start = 0; start < events.length; start += Event.lengthAt(events, start)) {
                event.wrap(catalog, events, start, number, 0);
                scope.showMoving(event);
                int count = index.find(scope);
                for (int i = 0; i < count; i++) {
                    answers.add(index.found()[i], number, number);
                }
                number++;
            }
            return answers;
        }
    }
}
