package io.tripline.perf.state;

import io.tripline.dsl.SourceFile;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;

/** Payments of many accounts in turn, all within an hour, and rules that keep something of each account. */
final class KeyedPayments {
    static final SourceFile RULES = new SourceFile("keyed.trip", """
            event Payment {
              id       string   @id
              account  string
              amount   decimal
              at       timestamp @time
            } late after 2s

            rule busy "Much in an hour" {
              by account
              on p: Payment
              when sum(Payment.amount) over 2h > 100000 and count(Payment) over 2h > 10
              alert "{account}"
            }

            rule probed "Two small ones, then a big one" {
              by account
              match first: Payment[amount < 3] then second: Payment[amount < 3] then hit: Payment[amount > 400]
              within 2h
              alert "{account}: {hit.amount}"
            }
            """);

    private static final long START_NANOS = 1_772_323_200_000_000_000L;
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final int accounts;
    private final long stepNanos;

    /** @param events how many there will be, at most */
    KeyedPayments(int accounts, long events) {
        this.accounts = accounts;
        this.stepNanos = HOUR_NANOS / events;
    }

    /** Payments from a number on, one behind the other. */
    EventWriter write(EventCatalog catalog, long first, int count) {
        EventWriter writer = new EventWriter(128 * count);
        EventLayout layout = catalog.layoutOrNull("Payment");
        for (long number = first; number < first + count; number++) {
            writer.begin(layout);
            writer.putText(0, "p" + number);
            writer.putText(1, "account-" + number % accounts);
            writer.putDecimal(2, Decimals.pack(100 + number * 7_919 % 50_000, 2));
            writer.putLong(3, START_NANOS + number * stepNanos);
            writer.end();
        }
        return writer;
    }
}
