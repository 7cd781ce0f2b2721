package io.tripline.dsl.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names mean at one place.
 *
 * @param owner the rule or decision it is in
 * @param steps the event type of each named step
 * @param keys what each part of the key means
 * @param event what has the fields that stand bare
 */
record NameScope(String owner, Map<String, String> steps, Map<String, List<Symbol>> keys, Optional<Shape> event) {

    static NameScope outside() {
        return new NameScope("", Map.of(), Map.of(), Optional.empty());
    }

    NameScope withEvent(Optional<Shape> shape) {
        return new NameScope(owner, steps, keys, shape);
    }
}
