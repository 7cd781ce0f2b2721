package io.tripline.engine.oracle;

import io.tripline.engine.oracle.PatternDraft.StepDraft;
import io.tripline.engine.oracle.TypeDraft.FieldDraft;
import java.util.List;
import java.util.Optional;

/**
 * What an expression may name.
 *
 * @param current type of the event under test, whose fields stand bare
 * @param steps what may be named with a point behind
 * @param windowed types that features may look at; none where features may not stand
 * @param key parts of the key, where they stand bare
 */
record Scope(Optional<TypeDraft> current, List<StepDraft> steps, List<TypeDraft> windowed, List<FieldDraft> key) {

    static Scope filterOf(TypeDraft type) {
        return new Scope(Optional.of(type), List.of(), List.of(), List.of());
    }
}
