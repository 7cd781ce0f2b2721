package io.tripline.console.decode;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.dsl.schema.FieldType.EnumType;
import io.tripline.dsl.schema.FieldType.Scalar;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.event.IpAddresses;
import java.nio.charset.StandardCharsets;

/** Reads values that are texts: the strings of JSON, and every column of a CSV file. */
public final class ScalarText {

    private static final int MAX_NUMBER_CHARS = 30;

    private final DecodeLimits limits;

    public ScalarText(DecodeLimits limits) {
        this.limits = limits;
    }

    /**
     * Puts a column of a CSV file into a field. A timestamp without an offset is UTC; a list cannot be read.
     *
     * @throws InvalidEventException when the text is no value of the field's type
     */
    public void put(FieldSchema field, String text, EventWriter out) throws InvalidEventException {
        int index = field.index();
        if (field.type() instanceof EnumType names) {
            out.putLong(index, enumIndex(text, names));
            return;
        }
        if (!(field.type() instanceof Scalar type)) {
            throw new InvalidEventException(
                    ErrorCode.WRONG_TYPE, "a column cannot hold " + Shown.noun(field.type()) + "; use NDJSON");
        }
        switch (type) {
            case INT -> {
                char[] chars = text.toCharArray();
                out.putLong(index, NumberText.wholeNumber(chars, 0, chars.length));
            }
            case DECIMAL -> {
                char[] chars = text.toCharArray();
                out.putDecimal(index, NumberText.packedDecimal(chars, 0, chars.length));
            }
            case FLOAT -> {
                char[] chars = text.toCharArray();
                out.putFloat(index, NumberText.floatingPoint(chars, 0, chars.length));
            }
            case STRING -> out.putText(index, checked(text));
            case BOOL -> out.putBool(index, bool(text));
            case TIMESTAMP -> out.putLong(index, TimestampText.utcUnlessSaid(text));
            case DURATION -> out.putLong(index, DurationText.nanos(text));
            case IP -> out.putIp(index, ipAddress(text));
            case GEO -> out.putGeo(index, positionOfColumn(text));
        }
    }

    /** The text, when it is not too long and all of it is Unicode. */
    String checked(String text) throws InvalidEventException {
        int length = text.length();
        if (length > limits.textBytes() / 4 && text.getBytes(StandardCharsets.UTF_8).length > limits.textBytes()) {
            throw new InvalidEventException(
                    ErrorCode.TOO_LONG,
                    Shown.quoted(text) + " is longer than the " + limits.textBytes() + " bytes a text may have");
        }
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == length || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new InvalidEventException(
                            ErrorCode.WRONG_TYPE,
                            Shown.quoted(text) + " holds half of a surrogate pair, which is no character");
                }
                i++;
            }
        }
        return text;
    }

    static long enumIndex(String text, EnumType names) throws InvalidEventException {
        int index = names.names().indexOf(text);
        if (index < 0) {
            throw new InvalidEventException(
                    ErrorCode.WRONG_TYPE,
                    Shown.quoted(text) + " is not " + Shown.noun(names) + Shown.question(text, names.names()));
        }
        return index;
    }

    static byte[] ipAddress(String text) throws InvalidEventException {
        try {
            return IpAddresses.parse(text);
        } catch (IllegalArgumentException e) {
            throw Shown.wrongType(Shown.quoted(text), Scalar.IP);
        }
    }

    static GeoPoint position(double latitude, double longitude) throws InvalidEventException {
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(ErrorCode.OUT_OF_RANGE, e.getMessage());
        }
    }

    static boolean isNumber(String text) {
        if (text.length() > MAX_NUMBER_CHARS) {
            return false;
        }
        try {
            NumberText.packedDecimal(text.toCharArray(), 0, text.length());
            return true;
        } catch (InvalidEventException e) {
            return false;
        }
    }

    /** {@code 48.2 16.4}, with a space, comma or semicolon between. */
    private static GeoPoint positionOfColumn(String text) throws InvalidEventException {
        String[] parts = text.strip().split("[ ,;]+", -1);
        if (parts.length != 2) {
            throw new InvalidEventException(
                    ErrorCode.WRONG_TYPE,
                    Shown.quoted(text) + " is not a position; write latitude and longitude: 48.2 16.4");
        }
        return position(
                NumberText.floatingPoint(parts[0].toCharArray(), 0, parts[0].length()),
                NumberText.floatingPoint(parts[1].toCharArray(), 0, parts[1].length()));
    }

    private static boolean bool(String text) throws InvalidEventException {
        if (text.equals("true") || text.equals("1")) {
            return true;
        }
        if (text.equals("false") || text.equals("0")) {
            return false;
        }
        throw Shown.wrongType(Shown.quoted(text), Scalar.BOOL);
    }
}
