package io.tripline.console.decode;

/** Thrown while one event is read, and caught before the next. Carries no stack trace: a body may hold many of them. */
public final class InvalidEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String pointer;

    public InvalidEventException(ErrorCode code, String detail) {
        this(code, "", detail);
    }

    private InvalidEventException(ErrorCode code, String pointer, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.pointer = pointer;
    }

    /** The same one level further out: {@code name} is the member or the place that holds what is wrong. */
    public InvalidEventException inside(String name) {
        String escaped = Shown.shortened(name).replace("~", "~0").replace("/", "~1");
        return new InvalidEventException(code, "/" + escaped + pointer, getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    public EventError atLine(long line) {
        return new EventError(line, pointer, code, getMessage());
    }
}
