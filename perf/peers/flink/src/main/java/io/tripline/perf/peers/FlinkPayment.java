package io.tripline.perf.peers;

import io.tripline.perf.engine.Payments;

/** A payment in the form Flink serialises fastest: public fields, a constructor without parameters. */
public final class FlinkPayment {

    public long n;
    public int account;
    public int country;
    public int cents;
    public long millis;

    /** For Flink. */
    public FlinkPayment() {}

    static FlinkPayment[] all(Payments payments) {
        FlinkPayment[] all = new FlinkPayment[payments.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new FlinkPayment();
            all[i].n = i;
            all[i].account = payments.account(i);
            all[i].country = payments.country(i);
            all[i].cents = payments.cents(i);
            all[i].millis = payments.timeMillis(i);
        }
        return all;
    }
}
