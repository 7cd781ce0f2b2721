package io.tripline.console.delivery;

import io.tripline.console.http.LimitedBody;
import io.tripline.console.http.Problem;
import io.tripline.console.http.ProblemException;
import io.tripline.dsl.diagnostic.DidYouMean;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client says of an endpoint. */
record EndpointBody(Optional<String> name, Optional<String> url, Optional<String> state) {

    private static final int MAX_BYTES = 64 << 10;
    private static final List<String> MEMBERS = List.of("name", "url", "state");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws ProblemException when the body is not an object with these members */
    static EndpointBody of(HttpServletRequest request) throws IOException {
        JsonNode body;
        try {
            body = JSON.readTree(LimitedBody.text(request, MAX_BYTES));
        } catch (JacksonException e) {
            throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage())
                    .asException();
        }
        if (!body.isObject()) {
            throw Problem.badRequest("the body is not a JSON object").asException();
        }
        for (String member : body.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                String hint = DidYouMean.hint(member, MEMBERS).orElse("there are name, url and state");
                throw Problem.badRequest("an endpoint has no `" + member + "`; " + hint)
                        .asException();
            }
        }
        return new EndpointBody(text(body, "name"), text(body, "url"), text(body, "state"));
    }

    String required(Optional<String> member, String name) {
        return member.orElseThrow(
                () -> Problem.badRequest("the endpoint needs a `" + name + "`").asException());
    }

    private static Optional<String> text(JsonNode body, String member) {
        JsonNode value = body.get(member);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw Problem.badRequest("`" + member + "` is not a text").asException();
        }
        return Optional.of(value.asString());
    }
}
