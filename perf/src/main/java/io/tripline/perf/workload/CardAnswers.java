package io.tripline.perf.workload;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules of {@code card-transactions.trip} must find, worked out the plain way and without the engine: for each
 * rule the ids of the transactions that fire it.
 */
final class CardAnswers {

    private static final BigDecimal LARGE = BigDecimal.valueOf(220);
    private static final Duration WINDOW = Duration.ofDays(1);

    private CardAnswers() {}

    static Map<String, Set<String>> of(List<CardTransaction> ordered) {
        Map<String, Set<String>> hits = new LinkedHashMap<>();
        List.of("large_amount", "many_transactions", "many_terminals")
                .forEach(rule -> hits.put(rule, new LinkedHashSet<>()));
        Map<String, ArrayDeque<CardTransaction>> lastDay = new HashMap<>();
        for (CardTransaction transaction : ordered) {
            ArrayDeque<CardTransaction> window =
                    lastDay.computeIfAbsent(transaction.customer(), customer -> new ArrayDeque<>());
            window.add(transaction);
            Instant from = transaction.at().minus(WINDOW);
            while (window.getFirst().at().isBefore(from)) {
                window.removeFirst();
            }
            if (transaction.amount().compareTo(LARGE) > 0) {
                hits.get("large_amount").add(transaction.id());
            }
            if (window.size() > 8) {
                hits.get("many_transactions").add(transaction.id());
            }
            if (window.stream().map(CardTransaction::terminal).distinct().count() > 6) {
                hits.get("many_terminals").add(transaction.id());
            }
        }
        return hits;
    }

    /** Says what differs; true when nothing does. */
    static boolean agree(Map<String, Set<String>> expected, Map<String, Set<String>> actual) {
        boolean agree = expected.keySet().containsAll(actual.keySet());
        for (Map.Entry<String, Set<String>> rule : expected.entrySet()) {
            Set<String> found = actual.getOrDefault(rule.getKey(), Set.of());
            Set<String> missing = new LinkedHashSet<>(rule.getValue());
            missing.removeAll(found);
            Set<String> surplus = new LinkedHashSet<>(found);
            surplus.removeAll(rule.getValue());
            System.out.printf(
                    "  %-20s %,9d expected %,9d found %,7d missing %,7d surplus%n",
                    rule.getKey(), rule.getValue().size(), found.size(), missing.size(), surplus.size());
            agree &= missing.isEmpty() && surplus.isEmpty();
        }
        return agree;
    }
}
