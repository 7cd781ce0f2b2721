package io.tripline.perf.workload;

import java.math.BigDecimal;
import java.time.Instant;

/** One row of a recorded stream of card transactions. */
record CardTransaction(String id, Instant at, String customer, String terminal, BigDecimal amount) {

    /** As a service posts it. */
    void appendJson(StringBuilder line) {
        line.append("{\"type\":\"Transaction\",\"id\":\"").append(id);
        line.append("\",\"at\":\"").append(at);
        line.append("\",\"customer\":\"").append(customer);
        line.append("\",\"terminal\":\"").append(terminal);
        line.append("\",\"amount\":").append(amount.toPlainString()).append("}\n");
    }
}
