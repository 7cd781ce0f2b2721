package io.tripline.engine.expression;

/** A compiled condition: a missing bool is false. */
public interface Condition {

    Condition ALWAYS = scope -> true;

    boolean holds(Scope scope);
}
