package io.tripline.perf.language;

import io.tripline.dsl.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rule sets as a bank would have them, in any number: filters, velocities, sums and distinct values over windows,
 * sequences with repetitions and conditions between steps, each with its own thresholds. One seed gives one rule set.
 */
final class GeneratedRules {

    private static final List<String> COUNTRIES =
            List.of("DE", "FR", "IT", "ES", "PL", "RO", "US", "BR", "NG", "IN", "CN", "AU");
    private static final List<String> KEYS = List.of("card", "customer", "merchant", "device");
    private static final List<String> WINDOWS = List.of("30s", "5m", "10m", "1h", "6h", "1d", "7d", "30d");
    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

    static final SourceFile EVENTS = new SourceFile("events.trip", """
            // What the generated rules look at.

            event Payment {
              id        string     @id
              card      string
              customer  string
              merchant  string
              device    string
              country   string
              city      string?
              amount    decimal
              items     int
              risk      float
              channel   enum(web, app, branch, phone)
              address   ip
              at        timestamp  @time
            } late after 30s

            event Login {
              id        string     @id
              customer  string
              device    string
              country   string
              ok        bool
              address   ip
              at        timestamp  @time
            } late after 30s

            event PasswordChanged { customer string, device string, at timestamp @time } late after 30s

            event PayeeAdded { customer string, payee string, at timestamp @time } late after 30s

            event Transfer {
              id        string     @id
              customer  string
              payee     string
              amount    decimal
              at        timestamp  @time
            } late after 30s
            """);

    private final SplittableRandom random;
    private int rules;

    private GeneratedRules(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The event types and {@code files} files of {@code rulesPerFile} rules each. */
    static List<SourceFile> files(long seed, int files, int rulesPerFile) {
        GeneratedRules generator = new GeneratedRules(seed);
        List<SourceFile> all = new ArrayList<>(List.of(EVENTS));
        for (int file = 0; file < files; file++) {
            StringBuilder text = new StringBuilder("// Rules of team " + file + ".\n");
            for (int rule = 0; rule < rulesPerFile; rule++) {
                text.append('\n').append(generator.rule());
            }
            all.add(new SourceFile(String.format(Locale.ROOT, "team-%04d.trip", file), text.toString()));
        }
        return all;
    }

    /** A rule of its own name. */
    private String rule() {
        String name = "r" + rules++;
        return switch (random.nextInt(9)) {
            case 0 -> largePayment(name);
            case 1 -> velocity(name);
            case 2 -> countries(name);
            case 3 -> turnover(name);
            case 4 -> unusual(name);
            case 5 -> cardTesting(name);
            case 6 -> takeover(name);
            case 7 -> guessing(name);
            default -> risky(name);
        };
    }

    private String largePayment(String name) {
        return """
            // Large for this country.
            rule %s "Payment over %d" {
              severity %s
              on p: Payment[channel == web]
              when amount > %d.50 and country in ("%s", "%s", "%s") and items < %d
              alert "{p.customer} paid {p.amount} at {p.merchant} in {p.country}"
            }
            """.formatted(
                name, number(100, 900), severity(), number(100, 900), country(), country(), country(), number(2, 50));
    }

    private String velocity(String name) {
        String key = pick(KEYS);
        String window = pick(WINDOWS);
        return """
            rule %s "Many payments by %s" {
              severity %s
              by %s
              on p: Payment
              when count(Payment[amount > %d]) over %s > %d
              alert "{%s}: {count(Payment[amount > %d]) over %s} payments, {sum(Payment.amount) over %s} in all"
              once per %s
            }
            """.formatted(
                        name, key, severity(), key, 7, window, number(5, 60), key, 7, window, window, pick(WINDOWS));
    }

    private String countries(String name) {
        String window = pick(WINDOWS);
        return """
            rule %s "Countries" {
              by customer
              on p: Payment[channel != branch]
              when distinct(Payment.country) over %s > %d and p.country != "%s"
              alert "{customer} paid from {distinct(Payment.country) over %s} countries, last {p.country}"
              once per 1h
            }
            """.formatted(name, window, number(2, 9), country(), window);
    }

    private String turnover(String name) {
        String window = pick(WINDOWS);
        return """
            rule %s "Turnover" {
              severity %s
              by %s
              on p: Payment
              when sum(Payment[country == "%s"].amount * Payment.items) over %s > %d and count(Payment) over %s > %d
              alert "{p.merchant}: {sum(Payment[country == "%s"].amount * Payment.items) over %s}"
            }
            """.formatted(
                name, severity(), pick(KEYS), "DE", window, number(1_000, 90_000), window, number(3, 90), "DE", window);
    }

    private String unusual(String name) {
        return """
            rule %s {
              by card
              on p: Payment
              when amount > %d * (avg(Payment[channel == app].amount) over %s)
               and count(Payment[channel == app]) over %s >= %d
               and (merchant != "m%d" or city is missing)
              alert "{card}: {amount}, far above what is usual"
            }
            """.formatted(name, number(3, 9), "30d", "30d", number(5, 20), number(1, 999));
    }

    private String cardTesting(String name) {
        return """
            rule %s "Small charges, then a large one" {
              severity %s
              by card
              match probe: Payment[amount < %d]{%d,}
               then hit:   Payment[amount > %d and merchant != probe.merchant]
              within %s
              alert "Card {card}: {count(probe)} probes at {distinct(probe.merchant)} merchants, then {hit.amount}"
            }
            """.formatted(name, severity(), number(1, 5), number(2, 5), number(100, 900), pick(WINDOWS));
    }

    private String takeover(String name) {
        return """
            /* First the owner is locked out,
               then the money goes. */
            rule %s "Password change, new payee, transfer" {
              severity critical
              by customer
              match p: PasswordChanged
               then n: PayeeAdded
               then t: Transfer[amount > %d and payee == n.payee and amount > %d * (avg(Transfer.amount) over 30d)]
              within %dm
              alert "{customer}: {t.amount} to new payee {n.payee}, {t.at - p.at} after a password change"
            }
            """.formatted(name, number(100, 5_000), number(2, 6), number(10, 90));
    }

    private String guessing(String name) {
        return """
            rule %s "Guessing" {
              by customer
              match failed: Login[not ok and (count(failed) == 0 or address == failed.address)]{%d,20}
               then done:   Login[ok and country != "%s"]
              within 1h
              alert "{customer} got in after {count(failed)} attempts, the last {done.at - failed.at} before"
            }
            """.formatted(name, number(3, 9), country());
    }

    private String risky(String name) {
        return """
            rule %s "Risk" {
              severity %s
              on p: Payment[risk > 0.%d and items between %d and 20]
              when (city ?? "unknown") in ("unknown", "%s") or amount * items > %d - 5
              alert "{p.card} at {p.merchant}: {p.risk}"
            }
            """.formatted(name, severity(), number(5, 9), number(1, 5), country(), number(500, 5_000));
    }

    private int number(int from, int below) {
        return random.nextInt(from, below);
    }

    private String country() {
        return pick(COUNTRIES);
    }

    private String severity() {
        return pick(SEVERITIES);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
