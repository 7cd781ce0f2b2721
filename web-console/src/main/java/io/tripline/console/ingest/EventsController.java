package io.tripline.console.ingest;

import io.tripline.console.decode.ErrorCode;
import io.tripline.console.decode.EventError;
import io.tripline.console.decode.EventReader;
import io.tripline.console.http.Problem;
import io.tripline.console.settings.NodeSettings;
import io.tripline.engine.host.Node;
import io.tripline.engine.host.SubmitResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EventsController {

    private static final int GZIP_BUFFER_BYTES = 16 << 10;

    private final Node node;
    private final IntakeCounters counters;
    private final IntakeLimits limits;
    private final ReadingBudget budget;
    private final QuotaHeaders quotas;
    private final long maxBodyBytes;
    private final long maxDecodedBytes;

    EventsController(Node node, IntakeCounters counters, NodeSettings settings) {
        this.node = node;
        this.counters = counters;
        this.limits = IntakeLimits.waiting(settings.busyWaitMillis());
        this.budget = new ReadingBudget(settings.maxReadingBytes());
        this.quotas = new QuotaHeaders(node, budget, settings.ringBytes());
        this.maxBodyBytes = settings.maxBodyBytes();
        this.maxDecodedBytes = settings.maxDecodedBytes();
    }

    @PostMapping("/v1/events")
    IntakeAnswer post(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        String source = SourceName.of(request);
        try {
            return take(request, source);
        } finally {
            quotas.write(response, source);
        }
    }

    private IntakeAnswer take(HttpServletRequest request, String source) throws IOException, InterruptedException {
        BodyFormat format = BodyFormat.of(request.getContentType());
        boolean gzip = isGzip(request.getHeader("Content-Encoding"));
        if (request.getContentLengthLong() > maxBodyBytes) {
            throw tooLarge("the body has " + request.getContentLengthLong() + " bytes", maxBodyBytes, nothing())
                    .asException();
        }
        if (!budget.tryReserve(source)) {
            throw busy("too many bodies are being read", 1).asException();
        }
        try {
            return take(request, source, format, gzip);
        } finally {
            budget.release(source);
        }
    }

    private IntakeAnswer take(HttpServletRequest request, String source, BodyFormat format, boolean gzip)
            throws IOException, InterruptedException {
        Intake intake = new Intake(node, source, limits);
        long line = 0;
        try {
            EventReader reader = format.reader(body(request, gzip), intake.catalog());
            try {
                intake.take(reader);
            } finally {
                line = reader.line();
            }
        } catch (BoundedInput.TooLargeException e) {
            counters.add(intake.result());
            throw tooLarge(e.getMessage(), e.maxBytes(), intake.result()).asException();
        } catch (ZipException | EOFException e) {
            intake.result()
                    .reject(new EventError(
                            line + 1,
                            "",
                            ErrorCode.BROKEN_GZIP,
                            "the compressed body is broken or cut off here (" + e.getMessage()
                                    + "); nothing after it was read"));
        }
        counters.add(intake.result());
        return answer(intake);
    }

    private InputStream body(HttpServletRequest request, boolean gzip) throws IOException {
        InputStream sent = new BoundedInput(request.getInputStream(), maxBodyBytes, "as sent");
        return gzip
                ? new BoundedInput(new GZIPInputStream(sent, GZIP_BUFFER_BYTES), maxDecodedBytes, "after decompression")
                : sent;
    }

    private static boolean isGzip(String encoding) {
        String name = Optional.ofNullable(encoding).orElse("identity").strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw BodyFormat.unsupported("the encoding is not taken").asException();
        };
    }

    private static IntakeAnswer answer(Intake intake) {
        IntakeResult result = intake.result();
        if (!result.isTaken()) {
            if (intake.refusal().isPresent()) {
                throw refused(intake.refusal().get(), result).asException();
            }
            if (intake.turnedAway().isPresent()) {
                long seconds =
                        Math.max(1, intake.turnedAway().get().plusMillis(999).toSeconds());
                throw busy("the node is busy", seconds).asException();
            }
            if (result.rejected() > 0) {
                throw invalid(result).asException();
            }
        }
        return IntakeAnswer.of(result);
    }

    private IntakeResult nothing() {
        return new IntakeResult(limits.listedErrors());
    }

    private static Problem invalid(IntakeResult result) {
        long count = result.rejected();
        String detail = count == 1
                ? "the event is invalid: " + result.errors().get(0).detail()
                : "all " + count + " events are invalid";
        return Problem.of(400, "invalid-events", "No event was accepted", detail)
                .with("rejected", count)
                .with("errors", IntakeAnswer.lines(result));
    }

    private static Problem tooLarge(String what, long limitBytes, IntakeResult result) {
        return Problem.of(
                        413,
                        "body-too-large",
                        "The body is too large",
                        what + ", the limit is " + limitBytes + "; send the events in several requests. Of those before"
                                + " the limit " + result.accepted() + " were accepted")
                .with("limitBytes", limitBytes)
                .with("accepted", result.accepted())
                .with("duplicates", result.duplicates())
                .with("rejected", result.rejected())
                .with("errors", IntakeAnswer.lines(result));
    }

    private static Problem busy(String why, long retrySeconds) {
        return Problem.of(429, "busy", "The node is busy", why + "; nothing was taken, so send the request again later")
                .withHeader("Retry-After", String.valueOf(retrySeconds));
    }

    private static Problem refused(SubmitResult.Refused refusal, IntakeResult result) {
        Problem problem = Problem.of(503, "refusing", "The node takes no events now", refusal.reason())
                .with("rejected", result.rejected());
        return refusal.mayPass() ? problem.withHeader("Retry-After", "5") : problem;
    }
}
