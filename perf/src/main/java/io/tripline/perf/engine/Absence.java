package io.tripline.perf.engine;

import java.util.ArrayDeque;

/** W4: a big payment that no small one follows. */
final class Absence implements Workload {

    private static final int BIG_CENTS = 50_000;
    private static final int SMALL_CENTS = 200;
    private static final long DEADLINE_MILLIS = 300_000;

    @Override
    public String id() {
        return "W4";
    }

    @Override
    public String title() {
        return "absence: big, no small one within 5 min";
    }

    @Override
    public Payments.Shape shape() {
        return new Payments.Shape(5_000_000, 100_000, 1_000, 1_000);
    }

    @Override
    public String rules() {
        return PaymentRules.byAccount("""
                match big: Payment[amount > 500] then not Payment[amount < 2] within 5m
                """);
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        PerAccount<ArrayDeque<Integer>> waiting = new PerAccount<>(payments, ArrayDeque::new);
        ArrayDeque<Integer> deadlines = new ArrayDeque<>();
        boolean[] disproved = new boolean[payments.count()];
        for (int i = 0; i < payments.count(); i++) {
            while (!deadlines.isEmpty()
                    && payments.timeMillis(deadlines.getFirst()) + DEADLINE_MILLIS < payments.timeMillis(i)) {
                int big = deadlines.removeFirst();
                if (!disproved[big]) {
                    answers.add(0, big, big);
                    waiting.of(big).remove((Integer) big);
                }
            }
            if (payments.cents(i) > BIG_CENTS) {
                deadlines.add(i);
                waiting.of(i).add(i);
            } else if (payments.cents(i) < SMALL_CENTS) {
                waiting.of(i).forEach(big -> disproved[big] = true);
                waiting.of(i).clear();
            }
        }
        return answers;
    }
}
