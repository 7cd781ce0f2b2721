package io.tripline.dsl.check;

import java.util.Optional;

/**
 * A step of a rule, as expressions see it.
 *
 * @param named whether the rule gives it a name; else {@code name} is made up and cannot be used
 * @param event the name of its event type
 * @param shape empty when that type is not known
 * @param repeated whether it can take more than one event
 */
record Step(int number, String name, boolean named, String event, Optional<EventShape> shape, boolean repeated) {}
