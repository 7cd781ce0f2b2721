package io.tripline.perf.engine;

import java.util.ArrayDeque;

/** W3, second half: sum and count over a sliding window by account. */
final class SumAndCount implements Workload {

    private static final long WINDOW_MILLIS = 3_600_000;

    private static final class Window {
        private final ArrayDeque<Integer> payments = new ArrayDeque<>();
        private long cents;
    }

    @Override
    public String id() {
        return "W3-sum";
    }

    @Override
    public String title() {
        return "sum over 1 h > 5,000 and count > 10 by account";
    }

    @Override
    public Payments.Shape shape() {
        return new Payments.Shape(3_000_000, 100_000, 1_000, 500);
    }

    @Override
    public String rules() {
        return PaymentRules.byAccount("""
                on p: Payment
                when sum(Payment.amount) over 1h > 5000 and count(Payment) over 1h > 10
                """);
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        PerAccount<Window> windows = new PerAccount<>(payments, Window::new);
        for (int i = 0; i < payments.count(); i++) {
            Window window = windows.of(i);
            window.payments.add(i);
            window.cents += payments.cents(i);
            while (payments.timeMillis(window.payments.getFirst()) < payments.timeMillis(i) - WINDOW_MILLIS) {
                window.cents -= payments.cents(window.payments.removeFirst());
            }
            if (window.cents > 500_000 && window.payments.size() > 10) {
                answers.add(0, i, i);
            }
        }
        return answers;
    }
}
