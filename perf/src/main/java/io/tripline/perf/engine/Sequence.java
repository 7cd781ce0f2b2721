package io.tripline.perf.engine;

import java.util.ArrayDeque;
import java.util.Iterator;

/** W2: two small payments of an account, then a large one. */
final class Sequence implements Workload {

    private static final int SMALL_CENTS = 200;
    private static final int LARGE_CENTS = 20_000;
    private static final long WITHIN_MILLIS = 600_000;

    private static final class Start {
        private final int payment;
        private boolean second;

        private Start(int payment) {
            this.payment = payment;
        }
    }

    @Override
    public String id() {
        return "W2";
    }

    @Override
    public String title() {
        return "sequence of 3 by account, 100 k accounts";
    }

    @Override
    public Payments.Shape shape() {
        return new Payments.Shape(5_000_000, 100_000, 1_000, 1_000);
    }

    @Override
    public String rules() {
        return PaymentRules.byAccount("""
                match a: Payment[amount < 2] then b: Payment[amount < 2] then c: Payment[amount > 200]
                within 10m
                """);
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        PerAccount<ArrayDeque<Start>> accounts = new PerAccount<>(payments, ArrayDeque::new);
        for (int i = 0; i < payments.count(); i++) {
            int cents = payments.cents(i);
            if (cents >= SMALL_CENTS && cents <= LARGE_CENTS) {
                continue;
            }
            ArrayDeque<Start> starts = accounts.of(i);
            while (!starts.isEmpty()
                    && payments.timeMillis(i) - payments.timeMillis(starts.getFirst().payment) > WITHIN_MILLIS) {
                starts.removeFirst();
            }
            if (cents < SMALL_CENTS) {
                starts.forEach(start -> start.second = true);
                starts.add(new Start(i));
            } else {
                complete(starts, i, reading, answers);
            }
        }
        return answers;
    }

    private static void complete(ArrayDeque<Start> starts, int payment, Reading reading, Answers answers) {
        for (Iterator<Start> each = starts.iterator(); each.hasNext(); ) {
            Start start = each.next();
            if (!start.second) {
                continue;
            }
            answers.add(0, start.payment, payment);
            if (reading == Reading.AFRESH) {
                starts.clear();
                return;
            }
            each.remove();
        }
    }
}
