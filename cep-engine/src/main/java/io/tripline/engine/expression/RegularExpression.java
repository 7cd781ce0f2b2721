package io.tripline.engine.expression;

import com.google.re2j.Pattern;
import io.tripline.engine.value.Value;

/** {@code text matches "…"}, in time that grows with the length of the text only: RE2 never goes back. */
final class RegularExpression implements Condition {

    private final Expression operand;
    private final Pattern pattern;
    private final Value value = new Value();

    /** @throws com.google.re2j.PatternSyntaxException when it is none; the rule's checker has looked at it before */
    RegularExpression(Expression operand, String pattern) {
        this.operand = operand;
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public boolean holds(Scope scope) {
        operand.evaluate(scope, value);
        return !value.isMissing() && pattern.matcher(value.copyBytes()).find();
    }
}
