package io.tripline.console.decode;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.ListType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the parser's current value as the type its field has. */
final class JsonValues {

    private final JsonParser parser;
    private final ScalarText texts;

    JsonValues(JsonParser parser, ScalarText texts) {
        this.parser = parser;
        this.texts = texts;
    }

    /** Puts the current value, which is not null, into the field. */
    void put(FieldSchema field, EventWriter out) throws InvalidEventException {
        FieldType type = field.type();
        int index = field.index();
        if (type instanceof EnumType names) {
            out.putLong(index, ScalarText.enumIndex(string(type), names));
        } else if (type instanceof ListType list) {
            out.putList(index, elements(list));
        } else {
            putScalar(index, (Scalar) type, out);
        }
    }

    private void putScalar(int index, Scalar type, EventWriter out) throws InvalidEventException {
        switch (type) {
            case INT -> out.putLong(index, wholeNumber());
            case DECIMAL -> out.putDecimal(index, packedDecimal());
            case FLOAT -> out.putFloat(index, floatingPoint());
            case STRING -> out.putText(index, texts.checked(string(type)));
            case BOOL -> out.putBool(index, bool());
            case TIMESTAMP -> out.putLong(index, timestamp());
            case DURATION -> out.putLong(index, DurationText.nanos(string(type)));
            case IP -> out.putIp(index, ScalarText.ipAddress(string(type)));
            case GEO -> out.putGeo(index, position());
        }
    }

    private List<Object> elements(ListType list) throws InvalidEventException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw wrongType(list);
        }
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                elements.add(element(list.element()));
            } catch (InvalidEventException e) {
                throw e.inside(String.valueOf(elements.size()));
            }
        }
        return elements;
    }

    private Object element(FieldType type) throws InvalidEventException {
        if (type instanceof EnumType names) {
            return ScalarText.enumIndex(string(type), names);
        }
        if (type instanceof ListType) {
            throw wrongType(type);
        }
        return switch ((Scalar) type) {
            case INT -> (Object) wholeNumber();
            case DECIMAL -> packedDecimal();
            case FLOAT -> floatingPoint();
            case STRING -> texts.checked(string(type));
            case BOOL -> bool();
            case TIMESTAMP -> timestamp();
            case DURATION -> DurationText.nanos(string(type));
            case IP -> ScalarText.ipAddress(string(type));
            case GEO -> position();
        };
    }

    private long wholeNumber() throws InvalidEventException {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw wrongType(Scalar.INT);
        }
        return NumberText.wholeNumber(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private long packedDecimal() throws InvalidEventException {
        if (!isNumber()) {
            throw wrongType(Scalar.DECIMAL);
        }
        return NumberText.packedDecimal(
                parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private double floatingPoint() throws InvalidEventException {
        if (!isNumber()) {
            throw wrongType(Scalar.FLOAT);
        }
        return NumberText.floatingPoint(
                parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private boolean isNumber() {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
    }

    private boolean bool() throws InvalidEventException {
        if (parser.hasToken(JsonToken.VALUE_TRUE)) {
            return true;
        }
        if (parser.hasToken(JsonToken.VALUE_FALSE)) {
            return false;
        }
        throw wrongType(Scalar.BOOL);
    }

    private long timestamp() throws InvalidEventException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return TimestampText.ofEpochMillis(wholeNumber());
        }
        return TimestampText.withOffset(string(Scalar.TIMESTAMP));
    }

    private String string(FieldType type) throws InvalidEventException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw wrongType(type);
        }
        return parser.getString();
    }

    /** {@code {"lat": 48.2, "lon": 16.4}} or {@code [48.2, 16.4]}. */
    private GeoPoint position() throws InvalidEventException {
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            parser.nextToken();
            double latitude = degrees("0");
            parser.nextToken();
            double longitude = degrees("1");
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                throw new InvalidEventException(
                        ErrorCode.WRONG_TYPE, "a position has two numbers: latitude, then longitude");
            }
            return ScalarText.position(latitude, longitude);
        }
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw wrongType(Scalar.GEO);
        }
        return positionOfObject();
    }

    private GeoPoint positionOfObject() throws InvalidEventException {
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        String name = parser.nextName();
        while (name != null) {
            parser.nextToken();
            if (name.equals("lat") && Double.isNaN(latitude)) {
                latitude = degrees(name);
            } else if (name.equals("lon") && Double.isNaN(longitude)) {
                longitude = degrees(name);
            } else {
                boolean known = name.equals("lat") || name.equals("lon");
                throw new InvalidEventException(
                                known ? ErrorCode.DUPLICATE_FIELD : ErrorCode.UNKNOWN_FIELD,
                                known
                                        ? Shown.quoted(name) + " stands in it twice"
                                        : Shown.quoted(name) + " is not part of a position; it has `lat` and `lon`")
                        .inside(name);
            }
            name = parser.nextName();
        }
        if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
            String missing = Double.isNaN(latitude) ? "lat" : "lon";
            throw new InvalidEventException(ErrorCode.MISSING_FIELD, "the position has no `" + missing + "`")
                    .inside(missing);
        }
        return ScalarText.position(latitude, longitude);
    }

    private double degrees(String name) throws InvalidEventException {
        try {
            return floatingPoint();
        } catch (InvalidEventException e) {
            throw e.inside(name);
        }
    }

    private InvalidEventException wrongType(FieldType type) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING && type instanceof Scalar scalar && scalar.isNumeric()) {
            String text = parser.getString();
            if (ScalarText.isNumber(text)) {
                return new InvalidEventException(
                        ErrorCode.WRONG_TYPE,
                        "\"" + text + "\" is a text, not " + Shown.noun(type) + "; write " + text + " without quotes");
            }
        }
        if (isNumber() && type == Scalar.STRING) {
            String number = Shown.shortened(parser.getString());
            return new InvalidEventException(
                    ErrorCode.WRONG_TYPE, number + " is a number, not a string; write \"" + number + "\" in quotes");
        }
        return Shown.wrongType(seen(token), type);
    }

    private String seen(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case END_ARRAY -> "the end of the array";
            case VALUE_STRING -> Shown.quoted(parser.getString());
            default -> Shown.shortened(parser.getString());
        };
    }
}
