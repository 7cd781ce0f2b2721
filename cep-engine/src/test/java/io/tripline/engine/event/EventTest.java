package io.tripline.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Writing events and reading them back. */
class EventTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private static final EventSchema SCHEMA = schema(
            "T",
            OptionalInt.of(4),
            Scalar.TIMESTAMP,
            Scalar.INT,
            Scalar.DECIMAL,
            Scalar.FLOAT,
            Scalar.STRING,
            Scalar.BOOL,
            Scalar.DURATION,
            new EnumType(List.of("red", "blue")),
            Scalar.IP,
            Scalar.GEO,
            new ListType(Scalar.STRING),
            new ListType(Scalar.DECIMAL),
            new ListType(Scalar.IP),
            new ListType(Scalar.GEO));

    private final EventCatalog catalog = new EventCatalog(1, List.of(SCHEMA));
    private final EventWriter writer = new EventWriter(0);

    /** All fields but the first, the time, are optional. */
    private static EventSchema schema(String name, OptionalInt id, FieldType... types) {
        List<FieldSchema> fields = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            fields.add(new FieldSchema(i, "f" + i, types[i], i > 0));
        }
        return new EventSchema(name, fields, id, 0, 0);
    }

    private void writeAll() {
        writer.begin(catalog.layout(0));
        writer.putLong(0, Nanos.of(AT));
        writer.putLong(1, -7);
        writer.putDecimal(2, Decimals.pack(-1999, 2));
        writer.putFloat(3, -0.0);
        writer.putText(4, "first");
        writer.putText(4, "käse €");
        writer.putBool(5, true);
        writer.putLong(6, Duration.ofMinutes(5).toNanos());
        writer.putLong(7, 1);
        writer.putIp(8, IpAddresses.parse("2001:db8::7"));
        writer.putGeo(9, new GeoPoint(48.1, -11.5));
        writer.putList(10, List.of("a", "", "c"));
        writer.putList(11, List.of(Decimals.pack(15, 1)));
        writer.putList(12, List.of(IpAddresses.parse("192.0.2.1")));
        writer.putList(13, List.of(new GeoPoint(1, 2)));
        writer.end();
    }

    private static void assertAll(Event event) {
        assertThat(event.timeNanos()).isEqualTo(Nanos.of(AT));
        assertThat(event.values().values())
                .containsExactly(
                        AT,
                        -7L,
                        new BigDecimal("-19.99"),
                        0.0,
                        "käse €",
                        true,
                        Duration.ofMinutes(5),
                        "blue",
                        "2001:db8:0:0:0:0:0:7",
                        new GeoPoint(48.1, -11.5),
                        List.of("a", "", "c"),
                        List.of(new BigDecimal("1.5")),
                        List.of("192.0.2.1"),
                        List.of(new GeoPoint(1, 2)));
        assertThat(event.identity()).isEqualTo("käse €");
        byte[] text = "käse €".getBytes(StandardCharsets.UTF_8);
        assertThat(event.hashAt(4)).isEqualTo(ByteHash.of(text, 0, text.length));
    }

    @Test
    void everyTypeComesBack() {
        writeAll();
        Event event = new Event();
        event.wrap(catalog, writer.array(), 0, 9, 3);
        assertAll(event);
        assertThat(event.sequence()).isEqualTo(9);
        assertThat(event.source()).isEqualTo(3);
        assertThat(event.length()).isEqualTo(writer.length());
    }

    @Test
    void eventsStandBehindEachOtherAndARetainedOneStays() {
        writeAll();
        writeAll();
        byte[] bytes = writer.toByteArray();
        Event event = new Event();
        int second = Event.lengthAt(bytes, 0);
        event.wrap(catalog, bytes, second, 2, 0);
        assertAll(event);
        Event retained = event.retained();
        java.util.Arrays.fill(bytes, (byte) 7);
        event.wrap(catalog, writer.array(), 0, 1, 0);
        assertAll(retained);
        assertThat(retained.sequence()).isEqualTo(2);
        assertThat(second + retained.length()).isEqualTo(writer.length());
    }

    @Test
    void whatIsNotPutIsMissing() {
        writer.begin(catalog.layout(0));
        writer.putLong(0, 5);
        writer.end();
        Event event = new Event();
        event.wrap(catalog, writer.array(), 0, 1, 0);
        assertThat(event.has(0)).isTrue();
        assertThat(event.has(1)).isFalse();
        assertThat(event.values()).containsOnlyKeys("f0");
        assertThat(event.valueAt(4)).isNull();
    }

    @Test
    void anEventWithoutWhatItsTypeRequiresIsAbandoned() {
        writer.begin(catalog.layout(0));
        writer.putText(4, "x");
        assertThatThrownBy(writer::end).isInstanceOfSatisfying(MissingFieldException.class, e -> assertThat(e.field())
                .isEqualTo("f0"));
        assertThat(writer.count()).isZero();
        writeAll();
        Event event = new Event();
        event.wrap(catalog, writer.array(), 0, 1, 0);
        assertAll(event);
    }

    @Test
    void anAbandonedEventLeavesNothingBehind() {
        writeAll();
        int length = writer.length();
        writer.begin(catalog.layout(0));
        writer.putLong(0, 1);
        writer.putText(4, "abandoned");
        writer.abandon();
        assertThat(writer.length()).isEqualTo(length);
        assertThat(writer.count()).isEqualTo(1);
    }

    @Test
    void moreThan64FieldsHaveTheirPresenceToo() {
        FieldType[] types = new FieldType[130];
        java.util.Arrays.fill(types, Scalar.INT);
        types[0] = Scalar.TIMESTAMP;
        EventCatalog wide = new EventCatalog(1, List.of(schema("W", OptionalInt.empty(), types)));
        writer.begin(wide.layout(0));
        writer.putLong(0, 5);
        writer.putLong(63, 63);
        writer.putLong(64, 64);
        writer.putLong(129, 129);
        writer.end();
        Event event = new Event();
        event.wrap(wide, writer.array(), 0, 77, 0);
        assertThat(event.values()).containsOnlyKeys("f0", "f63", "f64", "f129").containsEntry("f129", 129L);
        assertThat(event.identity()).isEqualTo("#77");
    }

    @Test
    void aFloatIsAFiniteNumber() {
        writer.begin(catalog.layout(0));
        assertThatThrownBy(() -> writer.putFloat(3, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.putFloat(3, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typesAreFoundByNumberAndName() {
        assertThat(catalog.layoutOrNull("T")).isSameAs(catalog.layout(0));
        assertThat(catalog.layoutOrNull("U")).isNull();
        assertThat(catalog.layout(0).fieldOrNull("f4").index()).isEqualTo(4);
        assertThat(catalog.layout(0).fieldOrNull("g")).isNull();
    }
}
