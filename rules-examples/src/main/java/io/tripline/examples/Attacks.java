package io.tripline.examples;

import io.tripline.examples.PaymentEvent.PasswordChanged;
import io.tripline.examples.PaymentEvent.PayeeAdded;
import io.tripline.examples.PaymentEvent.Transaction;
import io.tripline.examples.PaymentEvent.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What thieves do. Each attack leads to one alert of its own rule and to none of another's: it stays in one country
 * unless countries are the point, and makes at most eight charges in all unless their number is.
 */
final class Attacks {

    private static final Duration CARD_TESTING_WINDOW = Duration.ofMinutes(10);
    private static final Duration COUNTRIES_WINDOW = Duration.ofMinutes(10);
    private static final Duration TAKEOVER_WINDOW = Duration.ofMinutes(30);
    private static final Duration VELOCITY_WINDOW = Duration.ofMinutes(5);

    private final Duration longest;

    Attacks(Duration longest) {
        this.longest = longest;
    }

    Episode write(AttackKind kind, EpisodeWriter writer, Instant start) {
        writer.stolen();
        return switch (kind) {
            case CARD_TESTING -> cardTesting(writer, start);
            case MANY_COUNTRIES -> manyCountries(writer, start);
            case ACCOUNT_TAKEOVER -> accountTakeover(writer, start);
            case CARD_VELOCITY -> cardVelocity(writer, start);
        };
    }

    private Episode cardTesting(EpisodeWriter writer, Instant start) {
        Draw draw = writer.draw();
        int probes = draw.number(3, 5);
        boolean purchaseBetween = draw.chance(0.4);
        boolean greedy = draw.chance(0.4);
        int events = probes + 1 + (purchaseBetween ? 1 : 0) + (greedy ? 1 : 0);
        var times = draw.times(start, span(draw, CARD_TESTING_WINDOW), events).iterator();
        List<String> probeIds = new ArrayList<>();
        for (int i = 0; i < probes; i++) {
            probeIds.add(writer.charge(times.next(), draw.amount(10, 199)).id());
            if (i == 0 && purchaseBetween) {
                writer.charge(times.next(), draw.amount(200, 20_000));
            }
        }
        Transaction hit = writer.charge(times.next(), draw.amount(20_001, 180_000));
        if (greedy) {
            // The match is over with the first large charge; the second belongs to no other.
            writer.charge(times.next(), draw.amount(20_001, 180_000));
        }
        return writer.attack(AttackKind.CARD_TESTING, hit, steps("probe", probeIds, "hit", List.of(hit.id())));
    }

    private Episode manyCountries(EpisodeWriter writer, Instant start) {
        Draw draw = writer.draw();
        List<String> route = new ArrayList<>(draw.several(draw.number(4, 6), Merchants.COUNTRIES));
        if (draw.chance(0.5)) {
            route.add(draw.number(1, route.size() - 1), route.get(0));
        }
        var times =
                draw.times(start, span(draw, COUNTRIES_WINDOW), route.size()).iterator();
        Set<String> seen = new HashSet<>();
        Transaction fourth = null;
        for (String country : route) {
            Transaction charge = writer.charge(times.next(), draw.amount(1_000, 19_000), country);
            if (seen.add(country) && seen.size() == 4) {
                fourth = charge;
            }
        }
        return writer.attack(AttackKind.MANY_COUNTRIES, fourth, Map.of("t", List.of(fourth.id())));
    }

    private Episode accountTakeover(EpisodeWriter writer, Instant start) {
        Draw draw = writer.draw();
        boolean changesTwice = draw.chance(0.3);
        boolean triesSmall = draw.chance(0.4);
        boolean knownPayee = draw.chance(0.3);
        boolean takesMore = draw.chance(0.4);
        int events = 3 + (changesTwice ? 1 : 0) + (triesSmall ? 1 : 0) + (knownPayee ? 1 : 0) + (takesMore ? 1 : 0);
        var times = draw.times(start, span(draw, TAKEOVER_WINDOW), events).iterator();
        PasswordChanged changed = writer.passwordChange(times.next());
        if (changesTwice) {
            writer.passwordChange(times.next());
        }
        PayeeAdded added = writer.newPayee(times.next());
        if (triesSmall) {
            writer.transfer(times.next(), added.payee(), draw.amount(100, 100_000));
        }
        if (knownPayee) {
            writer.transfer(times.next(), draw.oneOf(writer.customer().payees()), draw.amount(100_001, 300_000));
        }
        Transfer loot = writer.transfer(times.next(), added.payee(), draw.amount(100_001, 2_500_000));
        if (takesMore) {
            writer.transfer(times.next(), added.payee(), draw.amount(100_001, 2_500_000));
        }
        Map<String, List<String>> matched =
                steps("p", List.of(changed.id()), "n", List.of(added.id()), "t", List.of(loot.id()));
        return writer.attack(AttackKind.ACCOUNT_TAKEOVER, loot, matched);
    }

    private Episode cardVelocity(EpisodeWriter writer, Instant start) {
        Draw draw = writer.draw();
        List<Instant> times = draw.times(start, span(draw, VELOCITY_WINDOW), draw.number(9, 13));
        List<Transaction> charges = new ArrayList<>();
        times.forEach(at -> charges.add(writer.charge(at, draw.amount(1_500, 19_000))));
        Transaction ninth = charges.get(8);
        return writer.attack(AttackKind.CARD_VELOCITY, ninth, Map.of("t", List.of(ninth.id())));
    }

    /** From first to last event: now and then the very longest that the rule allows. */
    private Duration span(Draw draw, Duration window) {
        Duration most = longest.compareTo(window) < 0 ? longest : window;
        return draw.chance(0.2) ? most : draw.part(most, 0.3, 1);
    }

    private static Map<String, List<String>> steps(String a, List<String> as, String b, List<String> bs) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        steps.put(a, as);
        steps.put(b, bs);
        return steps;
    }

    private static Map<String, List<String>> steps(
            String a, List<String> as, String b, List<String> bs, String c, List<String> cs) {
        Map<String, List<String>> steps = steps(a, as, b, bs);
        steps.put(c, cs);
        return steps;
    }
}
