package io.tripline.console.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tripline.console.decode.DecodeLimits;
import io.tripline.console.decode.ErrorCode;
import io.tripline.console.decode.EventDecoder;
import io.tripline.console.decode.EventError;
import io.tripline.console.decode.EventInput;
import io.tripline.console.decode.InvalidEventException;
import io.tripline.console.decode.ScalarText;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.MissingFieldException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Events of one type from a CSV file (RFC 4180) whose first row names the columns. An empty column is a missing field; a
 * time without an offset is UTC.
 */
final class CsvInput implements EventInput {

    private static final int BUFFER_CHARS = 1 << 16;

    private final CloseableIterator<CsvRecord> rows;
    private final CsvMapping mapping;
    private final int columns;
    private final ScalarText texts = new ScalarText(DecodeLimits.DEFAULT);
    private long line;
    private EventError error;
    private boolean ended;

    CsvInput(InputStream in, EventLayout layout, Map<String, String> map) {
        // A decoder made this way refuses what is not UTF-8 instead of guessing.
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), BUFFER_CHARS);
        this.rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(reader)
                .iterator();
        if (!rows.hasNext()) {
            throw new ReplayException("the file is empty; its first row must name the columns");
        }
        CsvRecord header = rows.next();
        this.columns = header.getFieldCount();
        this.mapping = CsvMapping.of(layout, header.getFields(), map);
    }

    @Override
    public Step next(EventWriter out) throws IOException {
        if (ended) {
            return Step.END;
        }
        try {
            if (!rows.hasNext()) {
                ended = true;
                return Step.END;
            }
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            return read(row, out);
        } catch (CsvParseException e) {
            ended = true;
            error = new EventError(
                    line + 1, "", ErrorCode.BROKEN_CSV, "not CSV: " + e.getMessage() + "; nothing after it was read");
            return Step.REJECTED;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Step read(CsvRecord row, EventWriter out) {
        try {
            if (row.getFieldCount() != columns) {
                throw new InvalidEventException(
                        ErrorCode.BROKEN_CSV,
                        "the row has " + row.getFieldCount() + " columns, the first row names " + columns);
            }
            event(row, out);
            return Step.DECODED;
        } catch (InvalidEventException e) {
            error = e.atLine(line);
            return Step.REJECTED;
        }
    }

    private void event(CsvRecord row, EventWriter out) throws InvalidEventException {
        out.begin(mapping.layout());
        boolean complete = false;
        try {
            FieldSchema[] fields = mapping.fields();
            for (int i = 0; i < fields.length; i++) {
                FieldSchema field = fields[i];
                if (field != null) {
                    put(field, row.getField(i), out);
                }
            }
            complete = true;
            out.end();
        } catch (MissingFieldException e) {
            throw EventDecoder.missing(mapping.layout(), e.field());
        } finally {
            if (!complete) {
                out.abandon();
            }
        }
    }

    private void put(FieldSchema field, String text, EventWriter out) throws InvalidEventException {
        if (text.isEmpty()) {
            return;
        }
        try {
            texts.put(field, text, out);
        } catch (InvalidEventException e) {
            throw e.inside(field.name());
        }
    }

    @Override
    public EventError error() {
        return error;
    }

    @Override
    public long line() {
        return line;
    }
}
