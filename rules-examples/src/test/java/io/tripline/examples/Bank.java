package io.tripline.examples;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.Engine;
import io.tripline.engine.core.EngineLimits;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.core.Partition;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The example rules in a real engine, and the alerts that stand in it. */
final class Bank {

    private final EventCatalog catalog;
    private final Engine engine = new Engine(new Partition(0, 1), EngineLimits.DEFAULT);
    private final EventWriter writer = new EventWriter(512);
    private final Event view = new Event();
    private final Map<String, Alert> standing = new LinkedHashMap<>();
    private long sequence = 1;
    private int late;

    Bank() {
        var plan = compiledExamples().plan().orElseThrow();
        catalog = new EventCatalog(1, plan.events());
        engine.rulesChanged(sequence, catalog, plan, this::take);
    }

    static Compilation compiledExamples() {
        List<SourceFile> files = ExampleRules.files().stream()
                .map(file -> new SourceFile(file.name(), file.text()))
                .toList();
        return RuleCompiler.compile(files);
    }

    List<Alert> standing() {
        return List.copyOf(standing.values());
    }

    int late() {
        return late;
    }

    void see(PaymentEvent event) {
        writer.clear();
        write(event);
        sequence++;
        view.wrap(catalog, writer.array(), 0, sequence, 0);
        engine.eventArrived(view, this::take);
    }

    private void take(Outcome outcome) {
        if (outcome instanceof Outcome.Fired fired) {
            standing.put(fired.alert().id(), fired.alert());
        } else if (outcome instanceof Outcome.Amended amended) {
            standing.put(amended.alert().id(), amended.alert());
        } else if (outcome instanceof Outcome.Retracted retracted) {
            standing.remove(retracted.alert().id());
        } else {
            late++;
        }
    }

    private void write(PaymentEvent event) {
        EventLayout layout = catalog.layoutOrNull(event.type());
        writer.begin(layout);
        text(layout, "id", event.id());
        text(layout, "customer", event.customer());
        writer.putLong(field(layout, "at"), Nanos.of(event.at()));
        if (event instanceof PaymentEvent.Transaction transaction) {
            text(layout, "card", transaction.card());
            text(layout, "merchant", transaction.merchant());
            text(layout, "country", transaction.country());
            writer.putDecimal(field(layout, "amount"), Decimals.pack(transaction.amount()));
            transaction.device().ifPresent(device -> text(layout, "device", device));
            transaction.ip().ifPresent(ip -> writer.putIp(field(layout, "ip"), IpAddresses.parse(ip)));
        } else if (event instanceof PaymentEvent.PasswordChanged changed) {
            text(layout, "device", changed.device());
            writer.putIp(field(layout, "ip"), IpAddresses.parse(changed.ip()));
        } else if (event instanceof PaymentEvent.PayeeAdded added) {
            text(layout, "payee", added.payee());
        } else if (event instanceof PaymentEvent.Transfer transfer) {
            text(layout, "payee", transfer.payee());
            writer.putDecimal(field(layout, "amount"), Decimals.pack(transfer.amount()));
        }
        writer.end();
    }

    private void text(EventLayout layout, String name, String value) {
        writer.putText(field(layout, name), value);
    }

    private static int field(EventLayout layout, String name) {
        return layout.fieldOrNull(name).index();
    }
}
