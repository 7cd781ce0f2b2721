package io.tripline.perf.peers;

import io.tripline.perf.engine.ManyRules;
import io.tripline.perf.engine.Workload;
import java.util.Optional;

/** The workloads in Esper's language; every statement gives the numbers of the first and the last payment. */
final class EsperStatements {

    private EsperStatements() {}

    static Optional<String> of(Workload workload) {
        if (workload instanceof ManyRules many) {
            return Optional.of(manyRules(many));
        }
        return Optional.ofNullable(
                switch (workload.id()) {
                    case "W1" -> "select n as first, n as last from Payment(cents > 99000, country != 'c7')";
                    case "W2" -> """
                        select a.n as first, c.n as last from pattern [
                          every a=Payment(cents < 200)
                          -> (b=Payment(cents < 200, account = a.account)
                              -> c=Payment(cents > 20000, account = a.account)) where timer:within(600001 milliseconds)]
                        """;
                    case "W3-distinct" -> """
                        select n as first, n as last from Payment#time(600001 milliseconds)
                        group by account having count(distinct country) > 3
                        """;
                    case "W3-sum" -> """
                        select n as first, n as last from Payment#time(3600001 milliseconds)
                        group by account having sum(cents) > 500000 and count(*) > 10
                        """;
                    case "W4" -> """
                        select a.n as first, a.n as last from pattern [
                          every a=Payment(cents > 50000)
                          -> (timer:interval(300001 milliseconds) and not Payment(cents < 200, account = a.account))]
                        """;
                    case "W5" -> """
                        select f as first, l as last from Payment match_recognize (
                          partition by account
                          measures small.firstOf().n as f, big.n as l
                          after match skip past last row
                          pattern (small (small | other)* big)
                          define
                            small as small.cents between 2000 and 5000,
                            other as (other.cents < 2000 or other.cents > 5000) and other.cents <= 10 * small.average(x => x.cents),
                            big as big.cents > 10 * small.average(x => x.cents) and big.millis - small.firstOf().millis <= 600000)
                        """;
                    default -> null;
                });
    }

    private static String manyRules(ManyRules many) {
        StringBuilder text = new StringBuilder();
        for (int rule = 0; rule < many.ruleCount(); rule++) {
            text.append("select n as first, n as last from Payment(")
                    .append(many.condition(rule))
                    .append(");\n");
        }
        return text.toString();
    }
}
