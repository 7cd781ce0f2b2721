package io.tripline.engine.snapshot;

/** The form of written states. */
public final class StateForm {

    /** Raised with every change of what any class writes of its state: what was written in another form is not read. */
    public static final int VERSION = 2;

    private StateForm() {}
}
