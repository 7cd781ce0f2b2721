package io.tripline.console.decode;

import io.tripline.dsl.schema.FieldSchema;
import io.tripline.engine.event.EventCatalog;
import io.tripline.engine.event.EventLayout;
import io.tripline.engine.event.EventWriter;
import io.tripline.engine.event.MissingFieldException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the text of one event, {@code {"type": "Transaction", "id": "tx-1", …}}, straight into a binary event. Fastest
 * when {@code type} stands first; elsewhere the text is read twice. Not safe for use by several threads.
 */
public final class EventDecoder {

    static final String TYPE = "type";

    private final EventCatalog catalog;
    private final ScalarText texts;
    private final DecodeLimits limits;
    private final JsonFactory json;

    /** The fields of the current event that have been seen, null ones too. */
    private boolean[] seen = new boolean[64];

    public EventDecoder(EventCatalog catalog, DecodeLimits limits) {
        this.catalog = catalog;
        this.limits = limits;
        this.texts = new ScalarText(limits);
        // Lengths are bounded by the event's text and checked per value, so that an error can say which one it is.
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nestingDepth())
                        .maxStringLength(limits.eventBytes())
                        .maxNumberLength(limits.eventBytes())
                        .maxNameLength(limits.eventBytes())
                        .build())
                .build();
    }

    public EventCatalog catalog() {
        return catalog;
    }

    /**
     * Writes the event in {@code text[start, end)}.
     *
     * @throws InvalidEventException when it is not one; nothing was written then
     */
    public void decode(byte[] text, int start, int end, EventWriter out) throws InvalidEventException {
        checkBeginning(text, start, end);
        checkUtf8(text, start, end);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, start, end - start)) {
            parser.nextToken();
            String name = parser.nextName();
            if (TYPE.equals(name)) {
                parser.nextToken();
                EventLayout layout = layout(parser);
                fields(parser, parser.nextName(), true, layout, out);
            } else {
                fields(parser, name, false, layoutAnywhere(text, start, end), out);
            }
        } catch (StreamConstraintsException e) {
            throw tooDeep();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /** Whether the text is JSON at all: what is behind an error has not been read by {@link #decode}. */
    boolean isJson(byte[] text, int start, int end) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, start, end - start)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                token = parser.nextToken();
            }
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void fields(JsonParser parser, String firstName, boolean typeSeen, EventLayout layout, EventWriter out)
            throws InvalidEventException {
        JsonValues values = new JsonValues(parser, texts);
        clearSeen(layout);
        out.begin(layout);
        boolean complete = false;
        try {
            boolean typeRead = typeSeen;
            String name = firstName;
            while (name != null) {
                if (name.equals(TYPE)) {
                    if (typeRead) {
                        throw duplicate(name);
                    }
                    typeRead = true;
                    parser.nextToken();
                } else {
                    field(parser, values, name, layout, out);
                }
                name = parser.nextName();
            }
            checkEnd(parser);
            out.end();
            complete = true;
        } catch (MissingFieldException e) {
            complete = true;
            throw missing(layout, e.field());
        } finally {
            if (!complete) {
                out.abandon();
            }
        }
    }

    private void field(JsonParser parser, JsonValues values, String name, EventLayout layout, EventWriter out)
            throws InvalidEventException {
        FieldSchema field = layout.fieldOrNull(name);
        if (field == null) {
            throw unknownField(name, layout);
        }
        if (seen[field.index()]) {
            throw duplicate(name);
        }
        seen[field.index()] = true;
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
            try {
                values.put(field, out);
            } catch (InvalidEventException e) {
                throw e.inside(name);
            }
        }
    }

    private void clearSeen(EventLayout layout) {
        int fields = layout.schema().fields().size();
        if (fields > seen.length) {
            seen = new boolean[fields];
        } else {
            Arrays.fill(seen, 0, fields, false);
        }
    }

    private EventLayout layoutAnywhere(byte[] text, int start, int end) throws InvalidEventException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, start, end - start)) {
            parser.nextToken();
            String name = parser.nextName();
            while (name != null) {
                parser.nextToken();
                if (name.equals(TYPE)) {
                    return layout(parser);
                }
                parser.skipChildren();
                name = parser.nextName();
            }
        }
        throw new InvalidEventException(
                        ErrorCode.MISSING_TYPE, "the event does not say its type" + example() + typesDeclared())
                .inside(TYPE);
    }

    private EventLayout layout(JsonParser parser) throws InvalidEventException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new InvalidEventException(
                            ErrorCode.MISSING_TYPE, "the type is not a text" + example() + typesDeclared())
                    .inside(TYPE);
        }
        String name = parser.getString();
        EventLayout layout = catalog.layoutOrNull(name);
        if (layout == null) {
            String question = Shown.question(name, typeNames());
            throw new InvalidEventException(
                            ErrorCode.UNKNOWN_TYPE,
                            Shown.quoted(name) + " is not a declared event type"
                                    + (question.isEmpty() ? typesDeclared() : question))
                    .inside(TYPE);
        }
        return layout;
    }

    private String example() {
        return typeNames().isEmpty() ? "" : "; write \"type\": \"" + typeNames().get(0) + "\"";
    }

    private String typesDeclared() {
        List<String> names = typeNames();
        if (names.isEmpty()) {
            return "; no rule file declares any yet, so put one first";
        }
        String more = names.size() > 8 ? ", …" : "";
        return "; declared are " + String.join(", ", names.subList(0, Math.min(8, names.size()))) + more;
    }

    private List<String> typeNames() {
        return catalog.layouts().stream().map(EventLayout::name).toList();
    }

    private static InvalidEventException unknownField(String name, EventLayout layout) {
        List<String> names =
                layout.schema().fields().stream().map(FieldSchema::name).toList();
        return new InvalidEventException(
                        ErrorCode.UNKNOWN_FIELD,
                        Shown.quoted(name) + " is not a field of " + layout.name() + Shown.question(name, names))
                .inside(name);
    }

    private static InvalidEventException duplicate(String name) {
        return new InvalidEventException(ErrorCode.DUPLICATE_FIELD, Shown.quoted(name) + " stands in the event twice")
                .inside(name);
    }

    /** As if the field had been looked for: also for readers of other formats. */
    public static InvalidEventException missing(EventLayout layout, String field) {
        Optional<FieldSchema> schema = layout.schema().field(field);
        String noun = schema.map(f -> Shown.noun(f.type())).orElse("a value");
        return new InvalidEventException(
                        ErrorCode.MISSING_FIELD,
                        "`" + field + "` is missing; a " + layout.name() + " needs it, " + noun)
                .inside(field);
    }

    private InvalidEventException tooDeep() {
        return new InvalidEventException(
                ErrorCode.TOO_DEEP, "objects and arrays stand more than " + limits.nestingDepth() + " deep in it");
    }

    /** The parser would also take UTF-16 and UTF-32, told apart by the first bytes; an event is UTF-8. */
    private static void checkBeginning(byte[] text, int start, int end) throws InvalidEventException {
        int position = start;
        while (position < end
                && (text[position] == ' '
                        || text[position] == '\t'
                        || text[position] == '\r'
                        || text[position] == '\n')) {
            position++;
        }
        if (position == end || text[position] == '{' && position + 1 < end && text[position + 1] == 0) {
            throw new InvalidEventException(ErrorCode.BROKEN_JSON, "this is not JSON in UTF-8");
        }
        if (text[position] != '{') {
            String seen = new String(text, position, Math.min(end - position, 48), StandardCharsets.UTF_8);
            throw new InvalidEventException(
                    ErrorCode.NOT_AN_OBJECT,
                    Shown.quoted(seen) + " is not an object; an event begins with { and has \"type\"");
        }
    }

    private static void checkUtf8(byte[] text, int start, int end) throws InvalidEventException {
        int position = start;
        while (position < end && text[position] >= 0) {
            position++;
        }
        if (position == end) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(text, position, end - position);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new InvalidEventException(
                    ErrorCode.BROKEN_JSON,
                    "the bytes from column " + (bytes.position() - start + 1) + " on are not UTF-8");
        }
    }

    private static void checkEnd(JsonParser parser) throws InvalidEventException {
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new InvalidEventException(
                    ErrorCode.BROKEN_JSON,
                    "something follows the event at column "
                            + parser.currentTokenLocation().getColumnNr() + "; write one event on each line");
        }
    }

    private static InvalidEventException broken(JacksonException e) {
        String message = e.getOriginalMessage();
        int where = message.indexOf('[');
        int aside = where < 0 ? -1 : message.lastIndexOf(" (", where);
        String shown = aside > 0 ? message.substring(0, aside) : message.substring(0, Math.min(160, message.length()));
        return new InvalidEventException(
                ErrorCode.BROKEN_JSON, "not JSON at column " + e.getLocation().getColumnNr() + ": " + shown);
    }
}
