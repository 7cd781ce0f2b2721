package io.tripline.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.table.ReferenceChange;
import io.tripline.engine.table.ReferenceChange.FieldValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReferenceCodecTest {

    @Test
    void changesOfEveryKindWithValuesOfEveryTypeAreReadAsTheyWere() {
        List<ReferenceChange> changes = List.of(
                new ReferenceChange.AddToList("blocked", "Zoë \uD83D\uDE00", OptionalLong.of(5), -7),
                new ReferenceChange.AddToList("amounts", new BigDecimal("12.50"), OptionalLong.empty(), Long.MAX_VALUE),
                new ReferenceChange.RemoveFromList("numbers", Long.MIN_VALUE),
                new ReferenceChange.PutRow(
                        "Customer",
                        List.of(
                                new FieldValue(0, "c1"),
                                new FieldValue(1, 0.1),
                                new FieldValue(2, true),
                                new FieldValue(3, false),
                                new FieldValue(4, Instant.parse("1969-12-31T23:59:59.999999999Z")),
                                new FieldValue(5, Duration.ofNanos(-1)),
                                new FieldValue(6, new GeoPoint(48.1, -11.5)),
                                new FieldValue(7, List.of("a", "b")),
                                new FieldValue(8, List.of())),
                        3),
                new ReferenceChange.DeleteRow("Customer", List.of("c1", 7L)));
        byte[] bytes = ReferenceCodec.encode(changes);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + 5);
        assertThat(ReferenceCodec.decode(padded, 0, bytes.length)).isEqualTo(changes);
    }
}
