package io.tripline.console.decode;

import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventWriter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body event by event. What is wrong with one costs that one only, except that after broken JSON in an array
 * nothing can be told apart any more. Not safe for use by several threads.
 */
public final class EventReader implements EventInput {

    private static final String REST_IS_LOST = "; nothing after it in the array was read";

    private final EventTexts texts;
    private final DecodeLimits limits;
    private EventDecoder decoder;
    private EventError error;
    private boolean ended;

    private EventReader(EventTexts texts, EventCatalog catalog, DecodeLimits limits) {
        this.texts = texts;
        this.limits = limits;
        this.decoder = new EventDecoder(catalog, limits);
    }

    /** Reads one event a line. */
    public static EventReader ofNdjson(InputStream in, EventCatalog catalog, DecodeLimits limits) {
        return new EventReader(new NdjsonTexts(in, limits), catalog, limits);
    }

    /** Reads one event, or an array of events. */
    public static EventReader ofJson(InputStream in, EventCatalog catalog, DecodeLimits limits) {
        return new EventReader(new JsonTexts(in, limits), catalog, limits);
    }

    /** What comes next is read by this catalogue. */
    public void use(EventCatalog catalog) {
        if (decoder.catalog() != catalog) {
            decoder = new EventDecoder(catalog, limits);
        }
    }

    @Override
    public long line() {
        return texts.line();
    }

    @Override
    public EventError error() {
        return error;
    }

    @Override
    public Step next(EventWriter out) throws IOException {
        return ended
                ? Step.END
                : switch (texts.next()) {
                    case EVENT -> decode(out);
                    case TOO_LONG ->
                        reject(new EventError(
                                texts.line(),
                                "",
                                ErrorCode.TOO_LONG,
                                "the event is longer than " + limits.eventBytes() + " bytes"));
                    case BROKEN -> reject(new EventError(texts.line(), "", ErrorCode.BROKEN_JSON, texts.breakage()));
                    case END -> {
                        ended = true;
                        yield Step.END;
                    }
                };
    }

    private Step decode(EventWriter out) {
        try {
            decoder.decode(texts.array(), texts.start(), texts.end(), out);
            return Step.DECODED;
        } catch (InvalidEventException e) {
            EventError found = e.atLine(texts.line());
            if (!texts.survivesBrokenEvents() && !decoder.isJson(texts.array(), texts.start(), texts.end())) {
                ended = true;
                found = new EventError(found.line(), found.pointer(), found.code(), found.detail() + REST_IS_LOST);
            }
            return reject(found);
        }
    }

    private Step reject(EventError found) {
        error = found;
        return Step.REJECTED;
    }
}
