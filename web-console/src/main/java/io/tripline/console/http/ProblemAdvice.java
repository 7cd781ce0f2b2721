package io.tripline.console.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever goes wrong in a request into a problem. Nothing of the program's inside gets out. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void problem(ProblemException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(e.problem(), request.getRequestURI(), response);
    }

    @ExceptionHandler
    void nothingThere(NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problem.notFound("there is nothing at " + Clipped.of(request.getRequestURI()));
        ProblemWriter.write(problem, request.getRequestURI(), response);
    }

    @ExceptionHandler
    void wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String allowed = String.join(
                ", ",
                Optional.ofNullable(e.getSupportedHttpMethods()).orElseThrow().stream()
                        .map(HttpMethod::name)
                        .sorted()
                        .toList());
        Problem problem = Problem.of(
                        405,
                        "method-not-allowed",
                        "The method is not allowed here",
                        Clipped.of(e.getMethod()) + " is not allowed here; use " + allowed)
                .withHeader("Allow", allowed);
        ProblemWriter.write(problem, request.getRequestURI(), response);
    }

    @ExceptionHandler
    void wrongParameter(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problem.badRequest(
                "`" + e.getName() + "` cannot be '" + Clipped.of(String.valueOf(e.getValue())) + "'");
        ProblemWriter.write(problem, request.getRequestURI(), response);
    }

    /** A client that went away needs no answer; what Spring refuses by itself keeps its status; the rest is our fault. */
    @ExceptionHandler
    void other(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String detail = Optional.ofNullable(known.getBody().getDetail()).orElse(status.getReasonPhrase());
            Problem problem = Problem.of(status.value(), "bad-request", "The request cannot be answered", detail);
            ProblemWriter.write(problem, request.getRequestURI(), response);
        } else if (e instanceof IOException) {
            LOG.debug(
                    "{} {} was not answered to its end: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    e.toString());
        } else {
            String reference = UUID.randomUUID().toString();
            LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
            Problem problem = Problem.of(
                            500,
                            "internal-error",
                            "Tripline failed",
                            "this is a fault of Tripline; its log says more under the reference")
                    .with("reference", reference);
            ProblemWriter.write(problem, request.getRequestURI(), response);
        }
    }
}
