package io.tripline.perf.engine;

import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import java.util.Arrays;

/** Payments as the engine takes them: binary events one behind the other. */
final class EncodedPayments {

    private static final int USUAL_BYTES = 112;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private EncodedPayments() {}

    static byte[] of(Payments payments, EventLayout layout) {
        EventWriter writer = new EventWriter(payments.count() * USUAL_BYTES);
        String[] accounts = Payments.names("a", payments.shape().accounts());
        String[] merchants = Payments.names("m", payments.shape().merchants());
        String[] countries = Payments.names("c", Payments.COUNTRIES);
        int account = layout.fieldOrNull("account").index();
        int merchant = layout.fieldOrNull("merchant").index();
        int country = layout.fieldOrNull("country").index();
        int amount = layout.fieldOrNull("amount").index();
        int at = layout.fieldOrNull("at").index();
        for (int i = 0; i < payments.count(); i++) {
            writer.begin(layout);
            writer.putText(account, accounts[payments.account(i)]);
            writer.putText(merchant, merchants[payments.merchant(i)]);
            writer.putText(country, countries[payments.country(i)]);
            writer.putDecimal(amount, Decimals.pack(payments.cents(i), 2));
            writer.putLong(at, payments.timeMillis(i) * NANOS_PER_MILLI);
            writer.end();
        }
        return Arrays.copyOf(writer.array(), writer.length());
    }
}
