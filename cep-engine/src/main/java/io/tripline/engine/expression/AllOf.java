package io.tripline.engine.expression;

import java.util.List;

/** Every condition holds; those behind the first that does not are not looked at. */
final class AllOf implements Condition {

    private final Condition[] conditions;

    private AllOf(List<Condition> conditions) {
        this.conditions = conditions.toArray(new Condition[0]);
    }

    static Condition of(List<Condition> conditions) {
        return switch (conditions.size()) {
            case 0 -> ALWAYS;
            case 1 -> conditions.get(0);
            default -> new AllOf(conditions);
        };
    }

    @Override
    public boolean holds(Scope scope) {
        for (Condition condition : conditions) {
            if (!condition.holds(scope)) {
                return false;
            }
        }
        return true;
    }
}
