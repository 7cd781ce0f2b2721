package io.tripline.engine.view;

import io.tripline.engine.aggregate.Tally;
import io.tripline.engine.expression.FeatureReadings;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import io.tripline.engine.value.Value;
import java.util.Arrays;

/** What all aggregates of a view come to over some events of one group. */
final class Tallies implements FeatureReadings {

    private final ViewAggregate[] aggregates;
    private final Tally[] tallies;

    Tallies(ViewAggregate[] aggregates) {
        this.aggregates = aggregates;
        this.tallies = Arrays.stream(aggregates).map(ViewAggregate::none).toArray(Tally[]::new);
    }

    /** Takes the event under test in. */
    void add(Scope scope) {
        for (int i = 0; i < tallies.length; i++) {
            aggregates[i].add(scope, tallies[i]);
        }
    }

    /** Takes in what others have, which stay as they are. */
    void addAll(Tallies others) {
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].addAll(others.tallies[i]);
        }
    }

    @Override
    public void read(int feature, Scope scope, Value into) {
        tallies[feature].read(into);
    }

    void writeState(StateWriter out) {
        for (Tally tally : tallies) {
            tally.writeState(out);
        }
    }

    /** Those of no event become what was written. */
    void readState(StateReader in) {
        for (Tally tally : tallies) {
            tally.readState(in);
        }
    }
}
