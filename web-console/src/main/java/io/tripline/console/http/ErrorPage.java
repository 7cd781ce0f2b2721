package io.tripline.console.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the servlet container sends what failed outside of any controller. */
@RestController
final class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int code = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(404);
        String instance = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse(request.getRequestURI());
        ProblemWriter.write(ofStatus(code), instance, response);
    }

    static Problem ofStatus(int code) {
        if (code == 404) {
            return Problem.notFound("there is nothing here");
        }
        String reason = Optional.ofNullable(HttpStatus.resolve(code))
                .map(HttpStatus::getReasonPhrase)
                .orElse("Error");
        return code >= 500
                ? Problem.of(code, "internal-error", "Tripline failed", reason)
                : Problem.of(code, "bad-request", "The request cannot be answered", reason);
    }
}
