package io.tripline.alerting;

import io.tripline.dsl.plan.AlertSeverity;
import io.tripline.dsl.schema.EventSchema;
import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.core.Alert;
import io.tripline.engine.core.MatchedStep;
import io.tripline.engine.core.Outcome;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.Event;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.view.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Outcomes to hand over, made of payments. */
public final class Payments {

    public static final Instant MORNING = Instant.parse("2026-03-01T10:00:00Z");

    private static final EventCatalog CATALOG = new EventCatalog(
            1,
            List.of(
                    new EventSchema(
                            "Payment",
                            List.of(
                                    new FieldSchema(0, "id", Scalar.STRING, false),
                                    new FieldSchema(1, "card", Scalar.STRING, false),
                                    new FieldSchema(2, "amount", Scalar.DECIMAL, false),
                                    new FieldSchema(3, "at", Scalar.TIMESTAMP, false)),
                            OptionalInt.of(0),
                            3,
                            0),
                    new EventSchema(
                            "Everything",
                            List.of(
                                    new FieldSchema(0, "at", Scalar.TIMESTAMP, false),
                                    new FieldSchema(1, "number", Scalar.INT, true),
                                    new FieldSchema(2, "ratio", Scalar.FLOAT, true),
                                    new FieldSchema(3, "yes", Scalar.BOOL, true),
                                    new FieldSchema(4, "wait", Scalar.DURATION, true),
                                    new FieldSchema(5, "ip", Scalar.IP, true),
                                    new FieldSchema(6, "place", Scalar.GEO, true),
                                    new FieldSchema(7, "channel", new EnumType(List.of("web", "app")), true),
                                    new FieldSchema(8, "sums", new ListType(Scalar.DECIMAL), true),
                                    new FieldSchema(9, "absent", Scalar.STRING, true)),
                            OptionalInt.empty(),
                            0,
                            0),
                    new EventSchema(
                            "by_card",
                            List.of(
                                    new FieldSchema(0, "card", Scalar.STRING, true),
                                    new FieldSchema(1, "total", Scalar.DECIMAL, false),
                                    new FieldSchema(2, "window_start", Scalar.TIMESTAMP, false),
                                    new FieldSchema(3, "window_end", Scalar.TIMESTAMP, false),
                                    new FieldSchema(4, "revision", Scalar.INT, false),
                                    new FieldSchema(5, "#id", Scalar.STRING, false)),
                            OptionalInt.empty(),
                            3,
                            0)));

    private Payments() {}

    public static Event payment(long sequence, String id, String card, String amount, Instant at) {
        EventLayout layout = CATALOG.layout(0);
        EventWriter writer = new EventWriter(128);
        writer.begin(layout);
        writer.putText(0, id);
        writer.putText(1, card);
        writer.putDecimal(2, Decimals.pack(new BigDecimal(amount)));
        writer.putLong(3, Nanos.of(at));
        return written(writer, sequence);
    }

    /** An event without an id that has a field of every type. */
    public static Event everything(long sequence) {
        EventWriter writer = new EventWriter(256);
        writer.begin(CATALOG.layout(1));
        writer.putLong(0, Nanos.of(MORNING.plusNanos(1_500_000)));
        writer.putLong(1, Long.MIN_VALUE);
        writer.putFloat(2, 2.0e-3);
        writer.putBool(3, true);
        writer.putLong(4, 90_000_000_000L);
        writer.putIp(5, new byte[] {(byte) 192, 0, 2, 1});
        writer.putGeo(6, new GeoPoint(52.5, -13.25));
        writer.putLong(7, 1);
        writer.putList(8, List.of(Decimals.pack(new BigDecimal("0.000000001")), Decimals.pack(new BigDecimal("1e15"))));
        return written(writer, sequence);
    }

    /** An alert of one payment for a card. */
    public static Alert alert(String id, String rule, String card) {
        return alert(
                id,
                rule,
                card,
                AlertSeverity.HIGH,
                List.of(payment(1, "tx-" + id, card, "1.50", MORNING.plusSeconds(180))));
    }

    public static Alert alert(String id, String rule, String card, AlertSeverity severity, List<Event> events) {
        return new Alert(
                id,
                rule,
                "Title of " + rule,
                "v1",
                severity,
                new TreeMap<>(Map.of("card", card)),
                Nanos.of(MORNING.plusSeconds(180)),
                "Card " + card + ": too much",
                List.of(new MatchedStep("hit", events)));
    }

    public static Alert withMessage(Alert alert, String message) {
        return new Alert(
                alert.id(),
                alert.rule(),
                alert.title(),
                alert.version(),
                alert.severity(),
                alert.key(),
                alert.atNanos(),
                message,
                alert.matched());
    }

    public static Outcome fired(long sequence, String alertId) {
        return new Outcome.Fired(sequence, alert(alertId, "too_much", "c-" + alertId));
    }

    /** Alerts {@code a<from>} to {@code a<to>}, each fired by the event of its own sequence. */
    public static List<Outcome> fired(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> fired(n, "a" + n)).toList();
    }

    /** A row of the view {@code by_card}: a minute of the morning, ending so many minutes after its beginning. */
    public static Row row(String id, String card, int minute, String total, long revision) {
        EventWriter writer = new EventWriter(128);
        writer.begin(CATALOG.layout(2));
        writer.putText(0, card);
        writer.putDecimal(1, Decimals.pack(new BigDecimal(total)));
        long end = Nanos.of(MORNING.plusSeconds(60L * minute));
        long start = Nanos.of(MORNING.plusSeconds(60L * (minute - 1)));
        writer.putLong(2, start);
        writer.putLong(3, end);
        writer.putLong(4, revision);
        writer.putText(5, id);
        return new Row(id, "by_card", "v1", 1, start, end, revision, written(writer, 1));
    }

    private static Event written(EventWriter writer, long sequence) {
        writer.end();
        Event event = new Event();
        event.wrap(CATALOG, writer.toByteArray(), 0, sequence, 0);
        return event.retained();
    }
}
