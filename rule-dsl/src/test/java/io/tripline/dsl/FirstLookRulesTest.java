package io.tripline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.dsl.check.DiagnosticPrinter;
import io.tripline.dsl.plan.RulePlan;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that the language is introduced with compile as they are shown. */
class FirstLookRulesTest {

    private static final String RULES = """
            event Transaction {
              id        string     @id        // idempotency key
              card      string
              user      string
              amount    decimal
              country   string
              merchant  string?               // optional
              at        timestamp  @time      // event time
            } late after 30s

            rule card_testing "Card testing: small charges, then a large one" {
              severity high
              by card
              match probe: Transaction[amount < 2]{3,}
               then hit:   Transaction[amount > 200]
              within 10m
              alert "Card {card}: {count(probe)} probes at {distinct(probe.merchant)} merchants, then {hit.amount}"
            }

            rule many_countries "More than 3 countries in 10 minutes" {
              by user
              on t: Transaction
              when distinct(Transaction.country) over 10m > 3
              alert "{user} paid from {distinct(Transaction.country) over 10m} countries"
              once per 1h
            }

            event PasswordChanged { customer string  at timestamp @time }
            event PayeeAdded { customer string  payee string  at timestamp @time }
            event Transfer { customer string  payee string  amount decimal  at timestamp @time }

            rule account_takeover "Password change, new payee, large transfer" {
              severity critical
              by customer
              match p: PasswordChanged
               then n: PayeeAdded
               then t: Transfer[amount > 1000 and payee == n.payee and amount > 3 * (avg(Transfer.amount) over 30d)]
              within 30m
              alert "{customer}: {t.amount} to new payee {n.payee}, {t.at - p.at} after a password change"
            }

            event LogLine { service string  level string  at timestamp @time }

            rule error_spike "More than 100 errors in 5 minutes" {
              by service
              on e: LogLine[level == "ERROR"]
              when count(LogLine[level == "ERROR"]) over 5m > 100
              alert "{service}: {count(LogLine[level == "ERROR"]) over 5m} errors in 5 minutes"
              once per 5m
            }
            """;

    @Test
    void compileWithNothingToSay() {
        SourceFile file = new SourceFile("first.trip", RULES);

        Compilation compilation = RuleCompiler.compile(List.of(file));

        assertThat(compilation.diagnostics().stream()
                        .map(diagnostic -> DiagnosticPrinter.print(diagnostic, file))
                        .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(compilation.plan().orElseThrow().rules())
                .extracting(RulePlan::name)
                .containsExactly("account_takeover", "card_testing", "error_spike", "many_countries");
    }
}
