package io.tripline.console.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error answer in the form of RFC 9457.
 *
 * @param status of HTTP
 * @param type the last part of {@code /problems/…}; stable
 * @param title the same for all problems of the type
 * @param detail what is wrong this time, and what to do
 * @param more further members of the body, in order
 * @param headers further headers of the answer
 */
public record Problem(
        int status, String type, String title, String detail, Map<String, Object> more, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Map.of(), Map.of());
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is no such thing", detail);
    }

    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "The request cannot be understood", detail);
    }

    /** The same with one more member in its body. */
    public Problem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, type, title, detail, members, headers);
    }

    /** The same with one more header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(status, type, title, detail, more, all);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", instance);
        body.putAll(more);
        return body;
    }
}
