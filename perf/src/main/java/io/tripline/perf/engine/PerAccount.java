package io.tripline.perf.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Something for each account that has a payment. */
final class PerAccount<T> {

    private final Payments payments;
    private final Supplier<T> fresh;
    private final List<T> byAccount;

    PerAccount(Payments payments, Supplier<T> fresh) {
        this.payments = payments;
        this.fresh = fresh;
        this.byAccount = new ArrayList<>(Collections.nCopies(payments.shape().accounts(), null));
    }

    /** That of the payment's account. */
    T of(int payment) {
        int account = payments.account(payment);
        T known = byAccount.get(account);
        if (known == null) {
            known = fresh.get();
            byAccount.set(account, known);
        }
        return known;
    }
}
