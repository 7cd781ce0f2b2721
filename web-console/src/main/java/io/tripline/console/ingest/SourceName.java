package io.tripline.console.ingest;

import io.tripline.console.http.Problem;
import io.tripline.engine.host.EventBatch;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who sends events. Until there are keys that tell senders apart, a sender says it in a header; those who say nothing are
 * one source together.
 */
final class SourceName {

    static final String HEADER = "Tripline-Source";

    private static final String UNNAMED = "http";

    private SourceName() {}

    /**
     * The source of a request.
     *
     * @throws io.tripline.console.http.ProblemException when it is no name
     */
    static String of(HttpServletRequest request) {
        String name = request.getHeader(HEADER);
        if (name == null) {
            return UNNAMED;
        }
        boolean printable = name.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (name.isEmpty() || name.length() > EventBatch.MAX_SOURCE_LENGTH || !printable) {
            throw Problem.badRequest("the header " + HEADER + " is 1 to " + EventBatch.MAX_SOURCE_LENGTH
                            + " printable characters of ASCII without spaces")
                    .asException();
        }
        return name;
    }
}
