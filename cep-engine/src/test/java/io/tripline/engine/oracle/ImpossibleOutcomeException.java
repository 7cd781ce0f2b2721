package io.tripline.engine.oracle;

/** The engine said what cannot be, whatever the rules and the stream are. */
final class ImpossibleOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossibleOutcomeException(String message) {
        super(message);
    }
}
