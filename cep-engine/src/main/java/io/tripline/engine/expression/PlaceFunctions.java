package io.tripline.engine.expression;

import io.tripline.dsl.plan.Function;
import io.tripline.engine.event.GeoPoint;
import io.tripline.engine.expression.FunctionExpression.Operation;
import io.tripline.engine.value.Text;
import io.tripline.engine.value.Value;

/**
 * Functions of places on the earth, taken as a sphere with the mean radius of WGS 84. Distances are great circles by the
 * haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984), good for near and far points.
 */
final class PlaceFunctions {

    private static final double RADIUS_KILOMETRES = 6371.0088;

    private PlaceFunctions() {}

    static Operation of(Function function) {
        return switch (function) {
            case DISTANCE -> (arguments, into) -> into.setFloat(distance(place(arguments[0]), place(arguments[1])));
            case GEO -> PlaceFunctions::place;
            case LATITUDE ->
                (arguments, into) -> into.setFloat(place(arguments[0]).latitude());
            case LONGITUDE ->
                (arguments, into) -> into.setFloat(place(arguments[0]).longitude());
            default -> throw new IllegalArgumentException(function + " is no function of places");
        };
    }

    private static GeoPoint place(Value value) {
        return GeoPoint.read(value.array(), value.start());
    }

    private static void place(Value[] arguments, Value into) {
        double latitude = arguments[0].asDouble();
        double longitude = arguments[1].asDouble();
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            into.setText(Text.of(new GeoPoint(latitude, longitude).bytes()));
        } else {
            into.setMissing();
        }
    }

    static double distance(GeoPoint from, GeoPoint to) {
        double latitude = StrictMath.toRadians(to.latitude() - from.latitude()) / 2;
        double longitude = StrictMath.toRadians(to.longitude() - from.longitude()) / 2;
        double sinLatitude = StrictMath.sin(latitude);
        double sinLongitude = StrictMath.sin(longitude);
        double haversine = sinLatitude * sinLatitude
                + StrictMath.cos(StrictMath.toRadians(from.latitude()))
                        * StrictMath.cos(StrictMath.toRadians(to.latitude()))
                        * sinLongitude
                        * sinLongitude;
        return 2 * RADIUS_KILOMETRES * StrictMath.asin(Math.min(1, StrictMath.sqrt(haversine)));
    }
}
