package io.tripline.console.ingest;

import io.tripline.console.decode.DecodeLimits;
import io.tripline.console.decode.EventReader;
import io.tripline.console.http.Problem;
import io.tripline.engine.event.EventCatalog;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How the events of a body are written down. */
enum BodyFormat {
    JSON {
        @Override
        EventReader reader(InputStream in, EventCatalog catalog) {
            return EventReader.ofJson(in, catalog, DecodeLimits.DEFAULT);
        }
    },
    NDJSON {
        @Override
        EventReader reader(InputStream in, EventCatalog catalog) {
            return EventReader.ofNdjson(in, catalog, DecodeLimits.DEFAULT);
        }
    };

    private static final List<String> TAKEN =
            List.of("application/json", "application/x-ndjson", "application/ndjson", "application/jsonl");

    abstract EventReader reader(InputStream in, EventCatalog catalog);

    /**
     * The format of that {@code Content-Type}, which may be null.
     *
     * @throws io.tripline.console.http.ProblemException when it is not taken
     */
    static BodyFormat of(String contentType) {
        MediaType type;
        try {
            type = contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException e) {
            throw unsupported("the media type cannot be read").asException();
        }
        if (type == null) {
            throw unsupported("the request has no Content-Type").asException();
        }
        String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        String charset = type.getParameter("charset");
        if (!TAKEN.contains(name)
                || charset != null && !charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw unsupported("events are not taken as " + type).asException();
        }
        return name.equals(TAKEN.get(0)) ? JSON : NDJSON;
    }

    static Problem unsupported(String detail) {
        return Problem.of(
                        415,
                        "unsupported-media-type",
                        "Events are not taken in this form",
                        detail + "; send one event or an array as application/json, or one event a line as"
                                + " application/x-ndjson, in UTF-8, plain or with Content-Encoding: gzip")
                .with("mediaTypes", TAKEN)
                .with("encodings", List.of("identity", "gzip"))
                .withHeader("Accept-Encoding", "gzip");
    }
}
