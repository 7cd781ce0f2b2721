package io.tripline.console.http;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads parameters of a query. */
public final class Queries {

    private Queries() {}

    /** A parameter that is there and not empty. */
    public static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    /**
     * A parameter by the function that reads it.
     *
     * @throws ProblemException with the message of the {@link IllegalArgumentException} that the function threw
     */
    public static <T> Optional<T> parsed(String value, Function<String, T> reader) {
        return text(value).map(text -> checked(() -> reader.apply(text)));
    }

    /** How many to list. */
    public static int limit(String value, int byDefault, int max) {
        int limit = parsed(value, text -> {
                    try {
                        return Integer.valueOf(text);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("the limit '" + Clipped.of(text) + "' is not a number", e);
                    }
                })
                .orElse(byDefault);
        if (limit < 1 || limit > max) {
            throw Problem.badRequest("the limit " + limit + " is not between 1 and " + max)
                    .asException();
        }
        return limit;
    }

    /** A result, or a problem with the message of the {@link IllegalArgumentException} that came instead. */
    public static <T> T checked(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage()).asException();
        }
    }
}
