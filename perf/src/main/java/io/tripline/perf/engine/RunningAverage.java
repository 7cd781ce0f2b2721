package io.tripline.perf.engine;

import java.util.ArrayDeque;
import java.util.Iterator;

/** W5: payments between 20 and 50, then one over ten times their average. */
final class RunningAverage implements Workload {

    private static final int LEAST_CENTS = 2_000;
    private static final int MOST_CENTS = 5_000;
    private static final long WITHIN_MILLIS = 600_000;

    private static final class Start {
        private final int payment;
        private long cents;
        private int count;

        private Start(int payment) {
            this.payment = payment;
        }

        private void take(int more) {
            cents += more;
            count++;
        }
    }

    @Override
    public String id() {
        return "W5";
    }

    @Override
    public String title() {
        return "repetition, then over 10 x its average";
    }

    @Override
    public Payments.Shape shape() {
        return new Payments.Shape(3_000_000, 100_000, 1_000, 1_000);
    }

    @Override
    public String rules() {
        return PaymentRules.byAccount("""
                match small: Payment[amount between 20 and 50]+ then big: Payment[amount > 10 * avg(small.amount)]
                within 10m
                """);
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        PerAccount<ArrayDeque<Start>> accounts = new PerAccount<>(payments, ArrayDeque::new);
        for (int i = 0; i < payments.count(); i++) {
            int cents = payments.cents(i);
            ArrayDeque<Start> starts = accounts.of(i);
            while (!starts.isEmpty()
                    && payments.timeMillis(i) - payments.timeMillis(starts.getFirst().payment) > WITHIN_MILLIS) {
                starts.removeFirst();
            }
            boolean completed = complete(starts, i, cents, reading, answers);
            if (cents >= LEAST_CENTS && cents <= MOST_CENTS && !(completed && reading == Reading.AFRESH)) {
                starts.add(new Start(i));
                starts.forEach(start -> start.take(cents));
            }
        }
        return answers;
    }

    private static boolean complete(
            ArrayDeque<Start> starts, int payment, int cents, Reading reading, Answers answers) {
        boolean completed = false;
        for (Iterator<Start> each = starts.iterator(); each.hasNext(); ) {
            Start start = each.next();
            if ((long) cents * start.count > 10 * start.cents) {
                answers.add(0, start.payment, payment);
                completed = true;
                if (reading == Reading.AFRESH) {
                    starts.clear();
                    return true;
                }
                each.remove();
            }
        }
        return completed;
    }
}
