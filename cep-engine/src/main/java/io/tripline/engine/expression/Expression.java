package io.tripline.engine.expression;

import io.tripline.engine.value.Value;

/** A compiled expression. Its type is known to whoever compiled it. */
public interface Expression {

    /** Computes the value, which may be missing. */
    void evaluate(Scope scope, Value into);
}
