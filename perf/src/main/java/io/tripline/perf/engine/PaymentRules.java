package io.tripline.perf.engine;

/** Rule texts about payments. */
final class PaymentRules {

    private static final String EVENT = """
            event Payment {
              account   string
              merchant  string
              country   string
              amount    decimal
              at        timestamp  @time
            }

            """;

    private PaymentRules() {}

    /** One rule, {@code r0}, by account. */
    static String byAccount(String clauses) {
        return of("rule r0 {\n  by account\n" + clauses.indent(2) + "  alert \"{account}\"\n}\n");
    }

    static String of(String rules) {
        return EVENT + rules;
    }
}
