package io.tripline.engine.event;

/** An event came without a field that its type requires. */
public final class MissingFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    MissingFieldException(String field) {
        super("the field '" + field + "' is missing");
        this.field = field;
    }

    public String field() {
        return field;
    }
}
