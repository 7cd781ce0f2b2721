package io.tripline.examples;

import java.time.Duration;
import java.time.Instant;

/** What customers do all day. */
final class OrdinaryLife {

    /** How many events an episode has on average. */
    static final double EVENTS_PER_EPISODE = 1.2;

    private static final double[] BY_HOUR_UTC = {
        0.35, 0.25, 0.2, 0.2, 0.25, 0.4, 0.7, 1.0, 1.1, 1.1, 1.2, 1.4, 1.5, 1.3, 1.2, 1.2, 1.4, 1.7, 1.8, 1.6, 1.3, 1.0,
        0.7, 0.5
    };

    /** The busiest hour's share; {@link #rhythm} never exceeds it. */
    static final double BUSIEST = 1.8;

    private OrdinaryLife() {}

    /** How busy the hour is, 1 being the average of a day. */
    static double rhythm(Instant at) {
        return BY_HOUR_UTC[(int) Math.floorMod(at.getEpochSecond() / 3600, 24L)];
    }

    static Episode write(EpisodeWriter writer, Instant start) {
        Draw draw = writer.draw();
        int kind = draw.number(1, 100);
        if (kind <= 82) {
            writer.charge(start);
        } else if (kind <= 90) {
            shoppingTrip(writer, start);
        } else if (kind <= 94) {
            writer.transfer(start, draw.oneOf(writer.customer().payees()), draw.amount(1_000, 250_000));
        } else if (kind <= 97) {
            firstPaymentToSomebody(writer, start);
        } else {
            writer.passwordChange(start);
            writer.charge(start.plus(draw.part(Duration.ofMinutes(20), 0.1, 1)));
        }
        return writer.unlabelled();
    }

    private static void shoppingTrip(EpisodeWriter writer, Instant start) {
        int shops = writer.draw().number(2, 3);
        writer.draw().times(start, Duration.ofMinutes(20), shops).forEach(writer::charge);
    }

    /** A rent deposit, a used car: a new payee and much money, but no new password. */
    private static void firstPaymentToSomebody(EpisodeWriter writer, Instant start) {
        Draw draw = writer.draw();
        String payee = writer.newPayee(start).payee();
        writer.transfer(start.plus(draw.part(Duration.ofMinutes(15), 0.05, 1)), payee, draw.amount(20_000, 900_000));
    }
}
