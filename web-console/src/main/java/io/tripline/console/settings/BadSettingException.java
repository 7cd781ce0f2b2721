package io.tripline.console.settings;

/** The configuration cannot be used; the message names the key, the value, where it stands, and what to write. */
public final class BadSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSettingException(String message) {
        super(message);
    }
}
