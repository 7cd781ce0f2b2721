package io.tripline.perf.peers;

import io.tripline.perf.engine.ManyRules;
import io.tripline.perf.engine.Workload;
import java.util.Optional;

/** The workloads in Siddhi's language. It has no aggregate over the events of a repetition, so W5 is not among them. */
final class SiddhiQueries {

    private SiddhiQueries() {}

    static Optional<String> of(Workload workload) {
        if (workload instanceof ManyRules many) {
            return Optional.of(manyRules(many));
        }
        return Optional.ofNullable(
                switch (workload.id()) {
                    case "W1" ->
                        "from Payment[cents > 99000 and country != 'c7'] select 0 as rule, n as first, n as last insert into Found;";
                    case "W2" -> """
                        partition with (account of Payment) begin
                          from every a=Payment[cents < 200] -> b=Payment[cents < 200] -> c=Payment[cents > 20000]
                            within 10 min
                          select 0 as rule, a.n as first, c.n as last insert into Found;
                        end;
                        """;
                    case "W3-distinct" -> """
                        from Payment#window.time(600001 milliseconds)
                        select n, account, distinctCount(country) as countries group by account insert into Counted;
                        from Counted[countries > 3] select 0 as rule, n as first, n as last insert into Found;
                        """;
                    case "W3-sum" -> """
                        from Payment#window.time(3600001 milliseconds)
                        select n, account, sum(cents) as total, count() as payments group by account
                        insert into Counted;
                        from Counted[total > 500000 and payments > 10]
                        select 0 as rule, n as first, n as last insert into Found;
                        """;
                    case "W4" ->
                        // In a partition for each account it does not come to an end.
                        """
                        from every a=Payment[cents > 50000]
                          -> not Payment[cents < 200 and account == a.account] for 300001 milliseconds
                        select 0 as rule, a.n as first, a.n as last insert into Found;
                        """;
                    default -> null;
                });
    }

    private static String manyRules(ManyRules many) {
        StringBuilder text = new StringBuilder();
        for (int rule = 0; rule < many.ruleCount(); rule++) {
            // Its language has no `between` and writes == for =.
            String condition = many.condition(rule)
                    .replaceAll("(\\w+) between (\\d+) and (\\d+)", "$1 >= $2 and $1 <= $3")
                    .replaceAll("(\\w) = '", "$1 == '");
            text.append("from Payment[")
                    .append(condition)
                    .append("] select ")
                    .append(rule)
                    .append(" as rule, n as first, n as last insert into Found;\n");
        }
        return text.toString();
    }
}
