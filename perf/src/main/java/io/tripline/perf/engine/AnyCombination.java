package io.tripline.perf.engine;

/** W5b: state without output. Every combination of the steps is alive, and none is ever complete. */
final class AnyCombination implements Workload {

    private static final int OTHER_MERCHANTS = 6;

    private final int steps;
    private final int windowPayments;

    AnyCombination(int steps, int windowPayments) {
        this.steps = steps;
        this.windowPayments = windowPayments;
    }

    @Override
    public String id() {
        return "W5b-" + steps + "-" + windowPayments;
    }

    @Override
    public String title() {
        return steps + " steps by `then any`, a window of " + windowPayments + " payments, no match";
    }

    @Override
    public Payments.Shape shape() {
        // The last step's merchant never comes.
        return new Payments.Shape(1_000_000, 1_000, steps - 1 + OTHER_MERCHANTS, 1_000);
    }

    @Override
    public String rules() {
        StringBuilder match = new StringBuilder("match ");
        for (int step = 0; step < steps; step++) {
            match.append(step == 0 ? "" : " then any ");
            match.append("s").append(step).append(": Payment[merchant == \"");
            match.append(step == steps - 1 ? "never" : "m" + step).append("\"]");
        }
        return PaymentRules.of("rule r0 {\n  " + match + "\n  within " + windowPayments + "ms\n  alert \"never\"\n}\n");
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        return new Answers();
    }
}
