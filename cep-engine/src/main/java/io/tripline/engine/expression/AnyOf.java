package io.tripline.engine.expression;

import java.util.List;

/** One condition holds at least; those behind the first that does are not looked at. */
final class AnyOf implements Condition {

    private final Condition[] conditions;

    AnyOf(List<Condition> conditions) {
        this.conditions = conditions.toArray(new Condition[0]);
    }

    @Override
    public boolean holds(Scope scope) {
        for (Condition condition : conditions) {
            if (condition.holds(scope)) {
                return true;
            }
        }
        return false;
    }
}
