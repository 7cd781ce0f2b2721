package io.tripline.examples;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One event of the stream, of a type that {@code payments.trip} declares. */
public sealed interface PaymentEvent {

    /** The event's {@code @id}; unique in its stream, and between streams that start at different times. */
    String id();

    String customer();

    Instant at();

    /** The name of the event's type. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** The event as one line of NDJSON, without the line end, as {@code POST /v1/events} takes it. */
    String toJson();

    /**
     * A charge on a card.
     *
     * @param merchant country, trade and number, such as {@code DE-grocery-17}
     * @param country of the merchant, ISO 3166
     * @param device what the customer bought with; empty when the card was in a shop
     * @param ip address of that device
     */
    record Transaction(
            String id,
            String card,
            String customer,
            BigDecimal amount,
            String merchant,
            String country,
            Optional<String> device,
            Optional<String> ip,
            Instant at)
            implements PaymentEvent {

        @Override
        public String toJson() {
            JsonLine line = new JsonLine(this).text("card", card).text("customer", customer);
            line.number("amount", amount).text("merchant", merchant).text("country", country);
            device.ifPresent(value -> line.text("device", value));
            ip.ifPresent(value -> line.text("ip", value));
            return line.end();
        }
    }

    record PasswordChanged(String id, String customer, String device, String ip, Instant at) implements PaymentEvent {

        @Override
        public String toJson() {
            return new JsonLine(this)
                    .text("customer", customer)
                    .text("device", device)
                    .text("ip", ip)
                    .end();
        }
    }

    /** @param payee an account that the customer may pay from now on */
    record PayeeAdded(String id, String customer, String payee, Instant at) implements PaymentEvent {

        @Override
        public String toJson() {
            return new JsonLine(this)
                    .text("customer", customer)
                    .text("payee", payee)
                    .end();
        }
    }

    record Transfer(String id, String customer, String payee, BigDecimal amount, Instant at) implements PaymentEvent {

        @Override
        public String toJson() {
            return new JsonLine(this)
                    .text("customer", customer)
                    .text("payee", payee)
                    .number("amount", amount)
                    .end();
        }
    }
}
