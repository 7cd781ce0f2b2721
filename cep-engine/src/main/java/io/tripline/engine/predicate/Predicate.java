package io.tripline.engine.predicate;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.KeyPlan;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Condition;
import io.tripline.engine.expression.Scope;
import java.util.List;
import java.util.Optional;

/** A part of a condition, in a form in which equal ones are equal, whichever rule they are from. */
sealed interface Predicate {

    boolean holds(Scope scope);

    /** The field has one of the values. */
    record OneOf(int field, List<FieldValue> values) implements Predicate {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Scope scope) {
            Event event = scope.event();
            if (!event.has(field)) {
                return false;
            }
            for (FieldValue value : values) {
                if (value.isIn(event, field)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The field lies in the range. */
    record InRange(int field, SlotRange range) implements Predicate {
        @Override
        public boolean holds(Scope scope) {
            Event event = scope.event();
            return event.has(field) && range.holds(event.slot(field));
        }
    }

    /**
     * Anything else.
     *
     * @param key the key, where it uses parts of it
     */
    record Other(ExpressionPlan plan, Optional<KeyPlan> key, Compiled compiled) implements Predicate {
        @Override
        public boolean holds(Scope scope) {
            return compiled.condition().holds(scope);
        }
    }

    /** A compiled condition; what it was compiled from is compared beside it. */
    record Compiled(Condition condition) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Compiled;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
