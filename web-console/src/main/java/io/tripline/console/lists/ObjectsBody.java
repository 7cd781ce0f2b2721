package io.tripline.console.lists;

import io.tripline.console.decode.EventError;
import io.tripline.console.decode.InvalidEventException;
import io.tripline.console.decode.RowDecoder;
import io.tripline.console.http.LimitedBody;
import io.tripline.console.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body that is one JSON object or an array of them, all of one kind. All are taken, or none. */
final class ObjectsBody {

    static final int MAX_BYTES = 4 << 20;
    static final int MAX_OBJECTS = 10_000;
    private static final int MAX_ERRORS = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ObjectsBody() {}

    /**
     * The values of each object by field, null where one is missing.
     *
     * @throws io.tripline.console.http.ProblemException when something is wrong, with all that is
     */
    static List<List<Object>> read(HttpServletRequest request, RowDecoder decoder) throws IOException {
        List<List<Object>> objects = new ArrayList<>();
        List<EventError> errors = new ArrayList<>();
        List<JsonNode> nodes = nodes(LimitedBody.text(request, MAX_BYTES));
        for (int i = 0; i < nodes.size() && errors.size() < MAX_ERRORS; i++) {
            try {
                objects.add(decoder.decode(nodes.get(i).toString()));
            } catch (InvalidEventException e) {
                errors.add((nodes.size() == 1 ? e : e.inside(String.valueOf(i))).atLine(1));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                            422,
                            "invalid-objects",
                            "The body has errors",
                            errors.size() + " of " + nodes.size() + " objects are wrong, the first: "
                                    + errors.get(0).detail() + "; nothing was changed")
                    .with("errors", errors)
                    .asException();
        }
        return objects;
    }

    private static List<JsonNode> nodes(String text) {
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JacksonException e) {
            throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage())
                    .asException();
        }
        List<JsonNode> nodes = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(nodes::add);
        } else {
            nodes.add(body);
        }
        if (nodes.isEmpty() || nodes.size() > MAX_OBJECTS || !nodes.stream().allMatch(JsonNode::isObject)) {
            throw Problem.badRequest("the body is an object, or an array of 1 to " + MAX_OBJECTS + " objects")
                    .asException();
        }
        return nodes;
    }
}
