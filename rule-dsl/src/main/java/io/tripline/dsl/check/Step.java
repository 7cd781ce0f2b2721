package io.tripline.dsl.check;

import java.util.Optional;
import java.util.Set;

/**
 * A step of a rule, as expressions see it.
 *
 * @param named whether the rule gives it a name; else {@code name} is made up and cannot be used
 * @param event the name of its event type
 * @param shape empty when that type is not known
 * @param repeated whether it can take more than one event
 * @param optional whether a match can do without it
 * @param before numbers of the steps that can have taken an event when its condition is looked at
 */
record Step(
        int number,
        String name,
        boolean named,
        String event,
        Optional<EventShape> shape,
        boolean repeated,
        boolean optional,
        Set<Integer> before) {

    Step {
        before = Set.copyOf(before);
    }
}
