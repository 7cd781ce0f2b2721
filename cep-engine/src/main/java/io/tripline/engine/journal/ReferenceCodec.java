package io.tripline.engine.journal;

import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.table.ReferenceChange;
import io.tripline.engine.table.ReferenceChange.AddToList;
import io.tripline.engine.table.ReferenceChange.DeleteRow;
import io.tripline.engine.table.ReferenceChange.FieldValue;
import io.tripline.engine.table.ReferenceChange.PutRow;
import io.tripline.engine.table.ReferenceChange.RemoveFromList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Changes of lists and tables as bytes: their number, then for each a letter for its kind, the name, and what it says. A
 * value is a letter for its type and the value; texts are a length and UTF-8. Numbers are big-endian.
 */
public final class ReferenceCodec {

    private static final long NO_DURATION = -1;

    /** The language has lists of values, not lists of lists; whatever is deeper was not written by {@link #encode}. */
    private static final int DEEPEST = 16;

    private ReferenceCodec() {}

    /** How many bytes the journal needs for them. */
    public static int lengthOf(List<ReferenceChange> changes) {
        return encode(changes).length;
    }

    static byte[] encode(List<ReferenceChange> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(changes.size());
            for (ReferenceChange change : changes) {
                write(out, change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, ReferenceChange change) throws IOException {
        if (change instanceof AddToList add) {
            out.writeByte('+');
            writeText(out, add.list());
            writeValue(out, add.value());
            out.writeLong(add.forNanos().orElse(NO_DURATION));
            out.writeLong(add.timeNanos());
        } else if (change instanceof RemoveFromList remove) {
            out.writeByte('-');
            writeText(out, remove.list());
            writeValue(out, remove.value());
        } else if (change instanceof PutRow put) {
            out.writeByte('P');
            writeText(out, put.table());
            out.writeInt(put.values().size());
            for (FieldValue value : put.values()) {
                out.writeInt(value.field());
                writeValue(out, value.value());
            }
            out.writeLong(put.timeNanos());
        } else {
            DeleteRow delete = (DeleteRow) change;
            out.writeByte('D');
            writeText(out, delete.table());
            writeValue(out, delete.key());
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte('L');
            out.writeLong(number);
        } else if (value instanceof BigDecimal number) {
            out.writeByte('N');
            writeText(out, number.toString());
        } else if (value instanceof Double number) {
            out.writeByte('F');
            out.writeDouble(number);
        } else if (value instanceof Boolean truth) {
            out.writeByte(truth ? 'T' : 'f');
        } else if (value instanceof String text) {
            out.writeByte('S');
            writeText(out, text);
        } else if (value instanceof Instant time) {
            out.writeByte('I');
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        } else if (value instanceof Duration duration) {
            out.writeByte('D');
            out.writeLong(duration.getSeconds());
            out.writeInt(duration.getNano());
        } else if (value instanceof GeoPoint place) {
            out.writeByte('G');
            out.writeDouble(place.latitude());
            out.writeDouble(place.longitude());
        } else {
            List<?> values = (List<?>) value;
            out.writeByte('[');
            out.writeInt(values.size());
            for (Object each : values) {
                writeValue(out, each);
            }
        }
    }

    /** The changes that {@link #encode} made these bytes of. */
    static List<ReferenceChange> decode(byte[] bytes, int start, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, start, length))) {
            int count = in.readInt();
            List<ReferenceChange> changes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                changes.add(readChange(in));
            }
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceChange readChange(DataInputStream in) throws IOException {
        char kind = (char) in.readByte();
        String name = readText(in);
        switch (kind) {
            case '+' -> {
                Object value = readValue(in, 0);
                long forNanos = in.readLong();
                OptionalLong stays = forNanos == NO_DURATION ? OptionalLong.empty() : OptionalLong.of(forNanos);
                return new AddToList(name, value, stays, in.readLong());
            }
            case '-' -> {
                return new RemoveFromList(name, readValue(in, 0));
            }
            case 'P' -> {
                int count = in.readInt();
                List<FieldValue> values = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    values.add(new FieldValue(in.readInt(), readValue(in, 0)));
                }
                return new PutRow(name, values, in.readLong());
            }
            case 'D' -> {
                return new DeleteRow(name, List.copyOf((List<?>) readValue(in, 0)));
            }
            default -> throw new IllegalStateException("no kind of change: " + kind);
        }
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Object readValue(DataInputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IllegalStateException("values within values, too deep");
        }
        char type = (char) in.readByte();
        return switch (type) {
            case 'L' -> in.readLong();
            case 'N' -> new BigDecimal(readText(in));
            case 'F' -> in.readDouble();
            case 'T' -> true;
            case 'f' -> false;
            case 'S' -> readText(in);
            case 'I' -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case 'D' -> Duration.ofSeconds(in.readLong(), in.readInt());
            case 'G' -> new GeoPoint(in.readDouble(), in.readDouble());
            case '[' -> {
                int count = in.readInt();
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    values.add(readValue(in, depth + 1));
                }
                yield values;
            }
            default -> throw new IllegalStateException("no type of value: " + type);
        };
    }
}
