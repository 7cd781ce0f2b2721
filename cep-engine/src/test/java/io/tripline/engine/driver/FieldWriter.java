package io.tripline.engine.driver;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.Decimals;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.IpAddresses;
import io.tripline.engine.event.Nanos;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Writes plain objects into events. */
final class FieldWriter {

    private FieldWriter() {}

    static void put(EventWriter writer, FieldSchema field, Object value) {
        int index = field.index();
        FieldType type = field.type();
        if (type instanceof EnumType names) {
            writer.putLong(index, names.names().indexOf((String) value));
            return;
        }
        switch ((Scalar) type) {
            case INT -> writer.putLong(index, ((Number) value).longValue());
            case DECIMAL -> writer.putDecimal(index, Decimals.pack(new BigDecimal(value.toString())));
            case FLOAT -> writer.putFloat(index, ((Number) value).doubleValue());
            case STRING -> writer.putText(index, (String) value);
            case BOOL -> writer.putBool(index, (Boolean) value);
            case TIMESTAMP -> writer.putLong(index, Nanos.of((Instant) value));
            case DURATION -> writer.putLong(index, ((Duration) value).toNanos());
            case IP -> writer.putIp(index, IpAddresses.parse((String) value));
            case GEO -> writer.putGeo(index, (GeoPoint) value);
        }
    }
}
