package io.tripline.console.settings;

import java.util.List;

/**
 * The configuration cannot be used. Each problem names the key, the value, where it stands, and what to write; the message
 * has one a line.
 */
public final class BadSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSettingException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
