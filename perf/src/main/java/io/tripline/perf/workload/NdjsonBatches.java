package io.tripline.perf.workload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Request bodies, made before the clock starts. */
record NdjsonBatches(List<byte[]> bodies, long events, boolean gzip) {

    static NdjsonBatches of(List<CardTransaction> transactions, int batch, boolean gzip) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < transactions.size(); start += batch) {
            text.setLength(0);
            transactions
                    .subList(start, Math.min(transactions.size(), start + batch))
                    .forEach(transaction -> transaction.appendJson(text));
            byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
            bodies.add(gzip ? compressed(plain) : plain);
        }
        return new NdjsonBatches(bodies, transactions.size(), gzip);
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(plain);
        }
        return bytes.toByteArray();
    }
}
