package io.tripline.perf.engine;

import java.util.ArrayDeque;

/** W3, first half: distinct values over a sliding window by account. */
final class DistinctCountries implements Workload {

    private static final long WINDOW_MILLIS = 600_000;

    @Override
    public String id() {
        return "W3-distinct";
    }

    @Override
    public String title() {
        return "distinct countries over 10 min by account > 3";
    }

    @Override
    public Payments.Shape shape() {
        return new Payments.Shape(3_000_000, 100_000, 1_000, 1_000);
    }

    @Override
    public String rules() {
        return PaymentRules.byAccount("""
                on p: Payment
                when distinct(Payment.country) over 10m > 3
                """);
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        PerAccount<ArrayDeque<Integer>> windows = new PerAccount<>(payments, ArrayDeque::new);
        for (int i = 0; i < payments.count(); i++) {
            ArrayDeque<Integer> window = windows.of(i);
            window.add(i);
            while (payments.timeMillis(window.getFirst()) < payments.timeMillis(i) - WINDOW_MILLIS) {
                window.removeFirst();
            }
            long countries = 0;
            for (int payment : window) {
                countries |= 1L << payments.country(payment);
            }
            if (Long.bitCount(countries) > 3) {
                answers.add(0, i, i);
            }
        }
        return answers;
    }
}
