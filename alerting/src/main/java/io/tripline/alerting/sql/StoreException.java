package io.tripline.alerting.sql;

/** The database failed; what was being written has not been kept. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
