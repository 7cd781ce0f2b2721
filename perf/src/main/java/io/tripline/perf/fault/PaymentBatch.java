package io.tripline.perf.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A request body of payments. The i-th payment of three batches in a row belongs to the same account, so each account has
 * three payments in three requests.
 *
 * @param ids of its payments
 */
record PaymentBatch(String text, List<String> ids) {

    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The batch with that number from that poster. */
    static PaymentBatch of(int poster, int number, int size, Instant start) {
        StringBuilder text = new StringBuilder();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = "p" + poster + "-" + number + "-" + i;
            ids.add(id);
            text.append("{\"type\":\"Payment\",\"id\":\"").append(id);
            text.append("\",\"account\":\"").append(account(poster, number, i));
            text.append("\",\"amount\":").append(i).append(".25,\"at\":\"");
            text.append(start.plusMillis(number)).append("\"}\n");
        }
        return new PaymentBatch(text.toString(), ids);
    }

    static String account(int poster, int number, int i) {
        return "a" + poster + "-" + number / 3 + "-" + i;
    }
}
