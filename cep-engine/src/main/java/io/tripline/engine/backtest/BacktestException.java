package io.tripline.engine.backtest;

/** A backtest that cannot be run, or not to its end; the message says why and what to do. */
public final class BacktestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BacktestException(String message) {
        super(message);
    }

    public BacktestException(String message, Throwable cause) {
        super(message, cause);
    }
}
