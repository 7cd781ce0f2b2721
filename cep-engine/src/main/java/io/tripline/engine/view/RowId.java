package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.IdDigest;
import io.tripline.engine.value.PlainValues;
import io.tripline.engine.value.ValueText;

/**
 * Makes the ids of rows: of the view, its version, the group, and what the window is known by. That is its start; of a
 * session the start it was first published with; of what slides, its end and the identity of its event.
 */
final class RowId {

    private static final String MISSING = "";
    private static final String PRESENT = "=";

    private final ViewPlan plan;
    private final IdDigest digest = new IdDigest();

    RowId(ViewPlan plan) {
        this.plan = plan;
    }

    String of(GroupKey key, long windowNanos) {
        addGroup(key);
        return digest.addTime(windowNanos).take();
    }

    String of(GroupKey key, Event event) {
        addGroup(key);
        return digest.addTime(event.timeNanos()).add(event.identity()).take();
    }

    private void addGroup(GroupKey key) {
        digest.add(plan.name()).add(plan.version());
        for (int i = 0; i < key.size(); i++) {
            boolean missing = key.value(i).isMissing();
            digest.add(
                    missing
                            ? MISSING
                            : PRESENT
                                    + ValueText.of(PlainValues.of(
                                            key.value(i),
                                            plan.groups().get(i).value().type())));
        }
    }
}
