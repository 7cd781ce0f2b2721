package io.tripline.dsl.check;

import static io.tripline.dsl.check.FunctionSignature.Parameter.*;

import io.tripline.dsl.plan.Function;
import io.tripline.dsl.schema.FieldType;
import io.tripline.dsl.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a function takes and gives.
 *
 * @param parameters of a function that takes any number, the last one stands for the others too
 * @param least how many arguments it needs
 * @param repeats whether it takes any number of arguments
 * @param result empty where it is the type of the arguments
 */
record FunctionSignature(
        Function function, List<Parameter> parameters, int least, boolean repeats, Optional<FieldType> result) {

    /** What may stand in one place; numbers are converted, others are not. */
    enum Parameter {
        /** Any number; all numbers of a call get one type. */
        NUMBER("a number"),
        /** A number with a fraction; an int becomes a decimal. */
        FRACTION("a number"),
        FLOAT("a number"),
        INT("an int"),
        STRING("a string"),
        TIMESTAMP("a timestamp"),
        /** A constant IANA name. */
        ZONE("a time zone"),
        DURATION("a duration"),
        GEO("a geo"),
        LIST("a list"),
        /** Anything but a list. */
        SINGLE("a single value");

        private final String words;

        Parameter(String words) {
            this.words = words;
        }

        /** What is needed there, with its article. */
        String words() {
            return words;
        }
    }

    private static final Map<String, FunctionSignature> BY_NAME = new TreeMap<>();

    static {
        same(Function.ABS, NUMBER);
        several(Function.MIN, NUMBER, Optional.empty());
        several(Function.MAX, NUMBER, Optional.empty());
        add(Function.ROUND, 1, Optional.empty(), FRACTION, INT);
        same(Function.FLOOR, FRACTION);
        same(Function.CEIL, FRACTION);
        giving(Scalar.FLOAT, Function.SQRT, FLOAT);
        giving(Scalar.FLOAT, Function.LN, FLOAT);
        giving(Scalar.FLOAT, Function.POWER, FLOAT, FLOAT);

        giving(Scalar.STRING, Function.LOWER, STRING);
        giving(Scalar.STRING, Function.UPPER, STRING);
        giving(Scalar.STRING, Function.TRIM, STRING);
        giving(Scalar.INT, Function.LENGTH, STRING);
        giving(Scalar.BOOL, Function.STARTS_WITH, STRING, STRING);
        giving(Scalar.BOOL, Function.ENDS_WITH, STRING, STRING);
        giving(Scalar.BOOL, Function.CONTAINS, STRING, STRING);
        giving(Scalar.STRING, Function.SUBSTRING, STRING, INT, INT);
        several(Function.CONCAT, STRING, Optional.of(Scalar.STRING));
        giving(Scalar.STRING, Function.TEXT, SINGLE);
        giving(Scalar.DECIMAL, Function.NUMBER, STRING);

        for (Function part : List.of(
                Function.YEAR,
                Function.MONTH,
                Function.DAY,
                Function.HOUR,
                Function.MINUTE,
                Function.DAY_OF_WEEK,
                Function.DAY_OF_YEAR)) {
            add(part, 1, Optional.of(Scalar.INT), TIMESTAMP, ZONE);
        }
        add(Function.IS_WEEKEND, 1, Optional.of(Scalar.BOOL), TIMESTAMP, ZONE);
        add(Function.START_OF_DAY, 1, Optional.of(Scalar.TIMESTAMP), TIMESTAMP, ZONE);
        for (Function length : List.of(Function.SECONDS, Function.MINUTES, Function.HOURS, Function.DAYS)) {
            giving(Scalar.DECIMAL, length, DURATION);
        }

        giving(Scalar.FLOAT, Function.DISTANCE, GEO, GEO);
        giving(Scalar.GEO, Function.GEO, FLOAT, FLOAT);
        giving(Scalar.FLOAT, Function.LATITUDE, GEO);
        giving(Scalar.FLOAT, Function.LONGITUDE, GEO);
        giving(Scalar.INT, Function.SIZE, LIST);
    }

    private static void same(Function function, Parameter parameter) {
        add(function, 1, Optional.empty(), parameter);
    }

    private static void giving(FieldType result, Function function, Parameter... parameters) {
        add(function, parameters.length, Optional.of(result), parameters);
    }

    private static void several(Function function, Parameter parameter, Optional<FieldType> result) {
        BY_NAME.put(name(function), new FunctionSignature(function, List.of(parameter), 2, true, result));
    }

    private static void add(Function function, int least, Optional<FieldType> result, Parameter... parameters) {
        BY_NAME.put(name(function), new FunctionSignature(function, List.of(parameters), least, false, result));
    }

    private static String name(Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    static Optional<FunctionSignature> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all functions and aggregates, as they are written. */
    static List<String> names() {
        List<String> names = new ArrayList<>(AggregateNames.ALL);
        names.addAll(BY_NAME.keySet());
        names.add("prev");
        return names.stream().distinct().toList();
    }

    Parameter parameter(int place) {
        return parameters.get(Math.min(place, parameters.size() - 1));
    }

    boolean takes(int arguments) {
        return arguments >= least && (repeats || arguments <= parameters.size());
    }

    /** {@code 1 or 2 arguments}. */
    String takesWords() {
        if (repeats) {
            return least + " or more arguments";
        }
        int most = parameters.size();
        return (least == most ? "" : least + " or ") + most + (most == 1 ? " argument" : " arguments");
    }
}
