package io.tripline.examples;

/** What a thief does in the stream; each kind is the business of one rule. */
public enum AttackKind {
    /** At least three charges below 2, then one above 200, on one card within 10 minutes. */
    CARD_TESTING("card_testing", "card"),
    /** Charges to one customer from more than three countries within 10 minutes. */
    MANY_COUNTRIES("many_countries", "customer"),
    /** A password change, a new payee, and more than 1000 to that payee, within 30 minutes. */
    ACCOUNT_TAKEOVER("account_takeover", "customer"),
    /** More than eight charges on one card within 5 minutes. */
    CARD_VELOCITY("card_velocity", "card");

    private final String rule;
    private final String keyName;

    AttackKind(String rule, String keyName) {
        this.rule = rule;
        this.keyName = keyName;
    }

    /** The name of the rule that finds it. */
    public String rule() {
        return rule;
    }

    /** What that rule goes by. */
    public String keyName() {
        return keyName;
    }
}
