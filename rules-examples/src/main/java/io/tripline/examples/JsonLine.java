package io.tripline.examples;

import java.math.BigDecimal;

/** Writes a flat JSON object on one line. The stream's texts are plain ASCII without quotes, so none needs escaping. */
final class JsonLine {

    private final StringBuilder json = new StringBuilder(256);
    private final PaymentEvent event;

    JsonLine(PaymentEvent event) {
        this.event = event;
        json.append("{\"type\": \"").append(event.type()).append('"');
        text("id", event.id());
    }

    JsonLine text(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException(name + " is not plain text: " + value);
        }
        json.append(", \"").append(name).append("\": \"").append(value).append('"');
        return this;
    }

    JsonLine number(String name, BigDecimal value) {
        json.append(", \"").append(name).append("\": ").append(value.toPlainString());
        return this;
    }

    /** The event's time comes last, as the type declares it. */
    String end() {
        return text("at", event.at().toString()).json.append('}').toString();
    }
}
