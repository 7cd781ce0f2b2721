package io.tripline.examples;

import io.tripline.examples.PaymentEvent.PayeeAdded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What looks like an attack and is none. Where a limit is all that is missing, the limit is met to the cent or millisecond. */
final class NearMisses {

    private static final Duration A_MILLISECOND = Duration.ofMillis(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final BigDecimal EXACTLY_A_THOUSAND = new BigDecimal("1000.00");

    private interface NearMiss {
        void write(EpisodeWriter writer, Draw draw, Instant start);
    }

    private static final List<NearMiss> KINDS = List.of(
            NearMisses::twoSmallCharges,
            NearMisses::threeCountries,
            NearMisses::payeeBeforePassword,
            NearMisses::eightQuickCharges,
            NearMisses::largeChargeTooLate,
            NearMisses::fourCountriesTooSlowly,
            NearMisses::transferTooLate,
            NearMisses::nineChargesTooSlowly,
            NearMisses::largeChargeFirst,
            NearMisses::transferToSomebodyElse,
            NearMisses::limitsMetExactly,
            NearMisses::transferOfExactlyTheLimit);

    private NearMisses() {}

    /** Writes the kind whose turn it is. */
    static Episode write(int turn, EpisodeWriter writer, Instant start) {
        KINDS.get(Math.floorMod(turn, KINDS.size())).write(writer, writer.draw(), start);
        return writer.unlabelled();
    }

    private static void twoSmallCharges(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, draw.part(TEN_MINUTES, 0.3, 1), 3).iterator();
        writer.charge(times.next(), draw.amount(10, 199));
        writer.charge(times.next(), draw.amount(10, 199));
        writer.charge(times.next(), draw.amount(20_001, 90_000));
    }

    private static void largeChargeTooLate(EpisodeWriter writer, Draw draw, Instant start) {
        draw.times(start, draw.part(TEN_MINUTES, 0.3, 1), 3).forEach(at -> writer.charge(at, draw.amount(10, 199)));
        writer.charge(start.plus(TEN_MINUTES).plus(A_MILLISECOND), draw.amount(20_001, 90_000));
    }

    private static void largeChargeFirst(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, draw.part(TEN_MINUTES, 0.3, 1), 4).iterator();
        writer.charge(times.next(), draw.amount(20_001, 90_000));
        times.forEachRemaining(at -> writer.charge(at, draw.amount(10, 199)));
    }

    private static void limitsMetExactly(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, draw.part(TEN_MINUTES, 0.3, 1), 5).iterator();
        writer.charge(times.next(), draw.amount(10, 199));
        writer.charge(times.next(), new BigDecimal("2.00"));
        writer.charge(times.next(), draw.amount(10, 199));
        writer.charge(times.next(), draw.amount(10, 199));
        writer.charge(times.next(), new BigDecimal("200.00"));
    }

    private static void threeCountries(EpisodeWriter writer, Draw draw, Instant start) {
        List<String> route = new ArrayList<>(draw.several(3, Merchants.COUNTRIES));
        route.addAll(List.copyOf(route.subList(0, 2)));
        var times =
                draw.times(start, draw.part(TEN_MINUTES, 0.3, 1), route.size()).iterator();
        route.forEach(country -> writer.charge(times.next(), draw.amount(1_000, 19_000), country));
    }

    /** Four countries, but the first has just left the window when the fourth comes. */
    private static void fourCountriesTooSlowly(EpisodeWriter writer, Draw draw, Instant start) {
        List<String> route = draw.several(4, Merchants.COUNTRIES);
        var times =
                draw.times(start, TEN_MINUTES.plus(A_MILLISECOND), route.size()).iterator();
        route.forEach(country -> writer.charge(times.next(), draw.amount(1_000, 19_000), country));
    }

    private static void payeeBeforePassword(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, draw.part(HALF_AN_HOUR, 0.3, 1), 3).iterator();
        PayeeAdded added = writer.newPayee(times.next());
        writer.passwordChange(times.next());
        writer.transfer(times.next(), added.payee(), draw.amount(100_001, 900_000));
    }

    private static void transferTooLate(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, HALF_AN_HOUR.plus(A_MILLISECOND), 3).iterator();
        writer.passwordChange(times.next());
        PayeeAdded added = writer.newPayee(times.next());
        writer.transfer(times.next(), added.payee(), draw.amount(100_001, 900_000));
    }

    private static void transferToSomebodyElse(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, draw.part(HALF_AN_HOUR, 0.3, 1), 3).iterator();
        writer.passwordChange(times.next());
        writer.newPayee(times.next());
        writer.transfer(times.next(), draw.oneOf(writer.customer().payees()), draw.amount(100_001, 900_000));
    }

    private static void transferOfExactlyTheLimit(EpisodeWriter writer, Draw draw, Instant start) {
        var times = draw.times(start, draw.part(HALF_AN_HOUR, 0.3, 1), 3).iterator();
        writer.passwordChange(times.next());
        PayeeAdded added = writer.newPayee(times.next());
        writer.transfer(times.next(), added.payee(), EXACTLY_A_THOUSAND);
    }

    private static void eightQuickCharges(EpisodeWriter writer, Draw draw, Instant start) {
        draw.times(start, draw.part(FIVE_MINUTES, 0.3, 1), 8)
                .forEach(at -> writer.charge(at, draw.amount(1_500, 19_000)));
    }

    /** Nine charges, but the first has just left the window when the ninth comes. */
    private static void nineChargesTooSlowly(EpisodeWriter writer, Draw draw, Instant start) {
        draw.times(start, FIVE_MINUTES.plus(A_MILLISECOND), 9)
                .forEach(at -> writer.charge(at, draw.amount(1_500, 19_000)));
    }
}
