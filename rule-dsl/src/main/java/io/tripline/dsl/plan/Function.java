package io.tripline.dsl.plan;

/**
 * The functions of single values. Unless something else is said a result is missing when an argument is. Zones are IANA
 * names and always constant; the checker has put in {@code UTC} where none is given, and converted the numbers.
 */
public enum Function {
    // Numbers: the result has the type of the arguments.
    ABS,
    /** The smallest of the arguments that are not missing. */
    MIN,
    /** The largest of the arguments that are not missing. */
    MAX,
    /** (decimal or float, int digits): half away from zero, to so many digits behind the point. */
    ROUND,
    /** (decimal or float): the next whole number below. */
    FLOOR,
    /** (decimal or float): the next whole number above. */
    CEIL,
    /** (float): missing of a negative number. */
    SQRT,
    /** (float): the natural logarithm; missing of what is not positive. */
    LN,
    /** (float, float); missing where there is no real result. */
    POWER,

    // Texts. Places are counted in code points, from 1.
    /** (string): in lower case, by the rules of no particular language. */
    LOWER,
    UPPER,
    /** (string): without white space at both ends. */
    TRIM,
    /** (string): an int, in code points. */
    LENGTH,
    /** (string, string): a bool. */
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    /** (string, int from, int length): what there is of it. */
    SUBSTRING,
    /** (string, …): one behind the other. */
    CONCAT,
    /** (anything but a list): as messages show it. */
    TEXT,
    /** (string): the decimal number it says; missing when it says none. */
    NUMBER,

    // Times: (timestamp, string zone), an int.
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    /** 1 for Monday to 7 for Sunday. */
    DAY_OF_WEEK,
    DAY_OF_YEAR,
    /** (timestamp, string zone): a bool; Saturday or Sunday. */
    IS_WEEKEND,
    /** (timestamp, string zone): a timestamp; the midnight before, or the first moment of a day that has none. */
    START_OF_DAY,
    // Lengths of time: (duration), a decimal.
    SECONDS,
    MINUTES,
    HOURS,
    DAYS,

    // Places.
    /** (geo, geo): kilometres on the WGS 84 mean sphere (haversine, radius 6371.0088 km), a float. */
    DISTANCE,
    /** (float latitude, float longitude): a geo; missing outside of ±90 and ±180 degrees. */
    GEO,
    LATITUDE,
    LONGITUDE,

    /** (list): an int. */
    SIZE
}
