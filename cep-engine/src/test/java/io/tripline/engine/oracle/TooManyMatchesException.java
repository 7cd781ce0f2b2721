package io.tripline.engine.oracle;

/** A case has more partial matches than the oracle has patience for. */
final class TooManyMatchesException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
