package io.tripline.perf.workload;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Option;

/** A CSV file of card transactions in order of time, and what its columns are called. */
final class RecordedStream {

    @Option(
            names = "--events",
            required = true,
            description = "CSV of card transactions, ordered by time; plain or .gz")
    Path file;

    @Option(names = "--id", defaultValue = "TRANSACTION_ID", description = "column (default: ${DEFAULT-VALUE})")
    String idColumn;

    @Option(names = "--at", defaultValue = "TX_DATETIME", description = "column, UTC (default: ${DEFAULT-VALUE})")
    String atColumn;

    @Option(names = "--customer", defaultValue = "CUSTOMER_ID", description = "column (default: ${DEFAULT-VALUE})")
    String customerColumn;

    @Option(names = "--terminal", defaultValue = "TERMINAL_ID", description = "column (default: ${DEFAULT-VALUE})")
    String terminalColumn;

    @Option(names = "--amount", defaultValue = "TX_AMOUNT", description = "column (default: ${DEFAULT-VALUE})")
    String amountColumn;

    /** The options by which {@code tripline replay} reads the same file. */
    List<String> replayArguments() {
        return List.of(
                "--events",
                file.toString(),
                "--type",
                "Transaction",
                "--map",
                idColumn + "=id",
                "--map",
                atColumn + "=at",
                "--map",
                customerColumn + "=customer",
                "--map",
                terminalColumn + "=terminal",
                "--map",
                amountColumn + "=amount");
    }

    List<CardTransaction> read() throws IOException {
        List<CardTransaction> transactions = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> rows = csv.stream()) {
            rows.forEach(row -> transactions.add(transaction(row)));
        }
        return transactions;
    }

    private CardTransaction transaction(NamedCsvRecord row) {
        Instant at =
                LocalDateTime.parse(row.getField(atColumn).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        return new CardTransaction(
                row.getField(idColumn),
                at,
                row.getField(customerColumn),
                row.getField(terminalColumn),
                new BigDecimal(row.getField(amountColumn)));
    }
}
