package io.tripline.engine.expression;

import io.tripline.engine.aggregate.ValueSet;
import io.tripline.engine.value.Value;
import io.tripline.engine.value.ValueKind;
import java.util.ArrayList;
import java.util.List;

/** {@code operand in (candidates)}: constants are looked up by hash, the others compared one by one. */
final class Membership implements Condition {

    private final Expression operand;
    private final ValueKind kind;
    private final ValueSet constants;
    private final List<Expression> others = new ArrayList<>();
    private final Value value = new Value();
    private final Value other = new Value();

    Membership(Expression operand, List<Expression> candidates, ValueKind kind) {
        this.operand = operand;
        this.kind = kind;
        this.constants = new ValueSet(kind);
        for (Expression candidate : candidates) {
            if (!(candidate instanceof Constant constant)) {
                others.add(candidate);
            } else if (!constant.missing()) {
                value.setKept(constant.slot(), constant.kept());
                constants.add(value);
            }
        }
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        if (value.isMissing()) {
            return false;
        }
        if (constants.find(value) >= 0) {
            return true;
        }
        for (int i = 0; i < others.size(); i++) {
            others.get(i).evaluate(scope, other);
            if (!other.isMissing() && value.equalTo(other, kind)) {
                return true;
            }
        }
        return false;
    }
}
