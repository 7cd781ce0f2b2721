package io.tripline.engine.event;

/**
 * A position on the earth.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude " + latitude + " is not between -90 and 90");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude " + longitude + " is not between -180 and 180");
        }
    }

    /** How many bytes a position takes in an event. */
    public static final int BYTES = 16;

    /** The position that stands there, as {@link #bytes} writes it. */
    public static GeoPoint read(byte[] array, int from) {
        return new GeoPoint(Double.longBitsToDouble((long) Event.LONG.get(array, from)), Double.longBitsToDouble((long)
                Event.LONG.get(array, from + 8)));
    }

    /** Latitude and longitude as little-endian doubles; −0 is written as 0, so that equal positions have equal bytes. */
    public byte[] bytes() {
        byte[] both = new byte[BYTES];
        Event.LONG.set(both, 0, Double.doubleToLongBits(latitude + 0.0));
        Event.LONG.set(both, 8, Double.doubleToLongBits(longitude + 0.0));
        return both;
    }
}
