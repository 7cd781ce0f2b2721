package io.tripline.perf.engine;

/** W1: one rule that looks at one payment at a time. */
final class Filter implements Workload {

    @Override
    public String id() {
        return "W1";
    }

    @Override
    public String title() {
        return "filter, 1 rule";
    }

    @Override
    public Payments.Shape shape() {
        return new Payments.Shape(5_000_000, 100_000, 1_000, 1_000);
    }

    @Override
    public String rules() {
        return PaymentRules.of("""
                rule r0 {
                  on p: Payment[amount > 990 and country != "c7"]
                  alert "{account} paid {amount}"
                }
                """);
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        for (int i = 0; i < payments.count(); i++) {
            if (payments.cents(i) > 99_000 && payments.country(i) != 7) {
                answers.add(0, i, i);
            }
        }
        return answers;
    }
}
