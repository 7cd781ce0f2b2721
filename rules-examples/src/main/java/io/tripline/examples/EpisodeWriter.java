package io.tripline.examples;

import io.tripline.examples.PaymentEvent.PasswordChanged;
import io.tripline.examples.PaymentEvent.PayeeAdded;
import io.tripline.examples.PaymentEvent.Transaction;
import io.tripline.examples.PaymentEvent.Transfer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the events of one episode; they may be written in any order of their times. */
final class EpisodeWriter {

    private final Customer customer;
    private final Draw draw;
    private final EventIds ids;
    private final String card;
    private final List<PaymentEvent> events = new ArrayList<>();

    /** Where the payments are made from: the customer's own device, unless {@link #stolen}. */
    private String device;

    private String ip;

    EpisodeWriter(Customer customer, Draw draw, EventIds ids) {
        this.customer = customer;
        this.draw = draw;
        this.ids = ids;
        this.card = draw.oneOf(customer.cards());
        this.device = customer.device();
        this.ip = customer.ip();
    }

    Draw draw() {
        return draw;
    }

    Customer customer() {
        return customer;
    }

    /** From here on somebody else acts in the customer's name. */
    void stolen() {
        device = "device-" + Integer.toHexString(draw.number(0x10_0000, 0xFF_FFFF));
        // 203.0.113.0/24 is set aside for documentation.
        ip = "203.0.113." + draw.number(1, 254);
    }

    Transaction charge(Instant at) {
        return charge(at, customer.home(), Merchants.ordinary(draw, customer.home()));
    }

    Transaction charge(Instant at, BigDecimal amount) {
        return charge(at, amount, customer.home());
    }

    Transaction charge(Instant at, BigDecimal amount, String country) {
        return charge(at, country, Merchants.online(draw, country, amount));
    }

    private Transaction charge(Instant at, String country, Merchants.Purchase purchase) {
        Optional<String> usedDevice = purchase.online() ? Optional.of(device) : Optional.empty();
        Optional<String> usedIp = purchase.online() ? Optional.of(ip) : Optional.empty();
        Transaction transaction = new Transaction(
                ids.next("tx"),
                card,
                customer.name(),
                purchase.amount(),
                purchase.merchant(),
                country,
                usedDevice,
                usedIp,
                at);
        events.add(transaction);
        return transaction;
    }

    PasswordChanged passwordChange(Instant at) {
        PasswordChanged changed = new PasswordChanged(ids.next("pw"), customer.name(), device, ip, at);
        events.add(changed);
        return changed;
    }

    PayeeAdded newPayee(Instant at) {
        PayeeAdded added = new PayeeAdded(ids.next("payee"), customer.name(), Customer.account(draw), at);
        events.add(added);
        return added;
    }

    Transfer transfer(Instant at, String payee, BigDecimal amount) {
        Transfer transfer = new Transfer(ids.next("transfer"), customer.name(), payee, amount, at);
        events.add(transfer);
        return transfer;
    }

    Episode unlabelled() {
        return episode(Optional.empty());
    }

    Episode attack(AttackKind kind, PaymentEvent alertingEvent, Map<String, List<String>> matched) {
        String key = kind.keyName().equals("card") ? card : customer.name();
        Instant lastAt = events.stream()
                .map(PaymentEvent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return episode(Optional.of(new Attack(kind, key, alertingEvent.at(), matched, lastAt)));
    }

    private Episode episode(Optional<Attack> attack) {
        events.sort(Comparator.comparing(PaymentEvent::at));
        return new Episode(events, attack);
    }
}
