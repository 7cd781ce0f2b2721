package io.tripline.perf.engine;

/** W6: many filters, of which an event concerns few. */
public final class ManyRules implements Workload {

    /** How the rules share the events. */
    enum Sharing {
        /** Each rule has a merchant of its own. */
        EQUAL,
        /** Each rule has a range of amounts; every amount is in the range of one in a hundred. */
        RANGE,
        /** One rule in a hundred looks at the same merchant. */
        SHARE
    }

    private static final int SHARED_MERCHANTS = 100;
    private static final int LEAST_CENTS = 200;
    private static final int SPREAD_CENTS = 19_800;

    private final Sharing sharing;
    private final int rules;

    ManyRules(Sharing sharing, int rules) {
        this.sharing = sharing;
        this.rules = rules;
    }

    @Override
    public String id() {
        return "W6-" + sharing.name().toLowerCase(java.util.Locale.ROOT) + "-" + rules;
    }

    @Override
    public String title() {
        return rules + " rules, "
                + switch (sharing) {
                    case EQUAL -> "each with a merchant of its own";
                    case RANGE -> "overlapping ranges of amounts";
                    case SHARE -> "1 % share the merchant";
                };
    }

    @Override
    public Payments.Shape shape() {
        int merchants = sharing == Sharing.EQUAL ? rules : SHARED_MERCHANTS;
        // So that an engine that asks every rule comes to an end.
        int count = (int) Math.min(2_000_000, 1_000_000_000L / rules);
        return new Payments.Shape(count, 1_000, merchants, 1_000);
    }

    @Override
    public String rules() {
        StringBuilder text = new StringBuilder();
        for (int rule = 0; rule < rules; rule++) {
            text.append("rule r").append(rule).append(" { on p: Payment[");
            switch (sharing) {
                case EQUAL -> text.append("merchant == \"m").append(rule).append("\" and amount > 990");
                case RANGE ->
                    text.append("amount between ")
                            .append(amount(low(rule)))
                            .append(" and ")
                            .append(amount(high(rule)))
                            .append(" and account == \"a")
                            .append(account(rule))
                            .append('"');
                case SHARE ->
                    text.append("merchant == \"m")
                            .append(rule % SHARED_MERCHANTS)
                            .append("\" and account == \"a")
                            .append(account(rule))
                            .append('"');
            }
            text.append("] alert \"{account}\" }\n");
        }
        return PaymentRules.of(text.toString());
    }

    /** How many. */
    public int ruleCount() {
        return rules;
    }

    /** A rule's condition in the words of SQL, amounts in cents. */
    public String condition(int rule) {
        return switch (sharing) {
            case EQUAL -> "merchant = 'm" + rule + "' and cents > 99000";
            case RANGE ->
                "cents between " + low(rule) + " and " + high(rule) + " and account = 'a" + account(rule) + "'";
            case SHARE -> "merchant = 'm" + rule % SHARED_MERCHANTS + "' and account = 'a" + account(rule) + "'";
        };
    }

    private static String amount(int cents) {
        return java.math.BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private int low(int rule) {
        return LEAST_CENTS + (int) ((long) SPREAD_CENTS * rule / rules);
    }

    private int high(int rule) {
        return low(rule) + SPREAD_CENTS / 100;
    }

    private static int account(int rule) {
        return rule * 7 % 1_000;
    }

    @Override
    public Answers expected(Payments payments, Reading reading) {
        Answers answers = new Answers();
        for (int i = 0; i < payments.count(); i++) {
            for (int rule = 0; rule < rules; rule++) {
                boolean fits =
                        switch (sharing) {
                            case EQUAL -> payments.merchant(i) == rule && payments.cents(i) > 99_000;
                            case RANGE ->
                                payments.cents(i) >= low(rule)
                                        && payments.cents(i) <= high(rule)
                                        && payments.account(i) == account(rule);
                            case SHARE ->
                                payments.merchant(i) == rule % SHARED_MERCHANTS && payments.account(i) == account(rule);
                        };
                if (fits) {
                    answers.add(rule, i, i);
                }
            }
        }
        return answers;
    }
}
