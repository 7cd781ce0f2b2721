package io.tripline.console.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Small bodies, read whole. */
public final class LimitedBody {

    private LimitedBody() {}

    /**
     * Reads the body as a text.
     *
     * @throws ProblemException when it is longer than {@code maxBytes} or not UTF-8
     */
    public static String text(HttpServletRequest request, int maxBytes) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw Problem.of(
                            413,
                            "body-too-large",
                            "The body is too large",
                            "the body is larger than " + maxBytes + " bytes")
                    .with("limitBytes", maxBytes)
                    .asException();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("the body is not a text in UTF-8").asException();
        }
    }
}
