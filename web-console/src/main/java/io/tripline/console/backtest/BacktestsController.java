package io.tripline.console.backtest;

import io.tripline.console.http.LimitedBody;
import io.tripline.console.http.Problem;
import io.tripline.console.http.ProblemException;
import io.tripline.console.http.Queries;
import io.tripline.console.rules.DiagnosticView;
import io.tripline.engine.backtest.BacktestException;
import io.tripline.engine.host.RulesRejectedException;
import io.tripline.engine.port.JournalRemovedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class BacktestsController {

    private static final int MAX_BODY_BYTES = 8 << 20;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final BacktestService service;

    BacktestsController(BacktestService service) {
        this.service = service;
    }

    /** The body of an answer to a list. */
    record BacktestList(List<BacktestView> backtests) {}

    @PostMapping("/v1/backtests")
    ResponseEntity<BacktestView> submit(HttpServletRequest request) throws IOException {
        String text = LimitedBody.text(request, MAX_BODY_BYTES);
        BacktestBody body = Queries.checked(() -> BacktestBody.of(text));
        BacktestView view = begun(body).orElseThrow(() -> Problem.of(
                        429, "too-many-backtests", "Too many backtests wait", "wait until one is done, or cancel one")
                .withHeader("Retry-After", "30")
                .asException());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/backtests/" + view.id()))
                .body(view);
    }

    private Optional<BacktestView> begun(BacktestBody body) {
        try {
            return Queries.checked(() -> service.submit(body));
        } catch (RulesRejectedException e) {
            throw Problem.of(422, "invalid-rules", "The rules to be tested have errors", e.getMessage())
                    .with(
                            "diagnostics",
                            e.diagnostics().stream().map(DiagnosticView::of).toList())
                    .asException();
        } catch (BacktestException | JournalRemovedException e) {
            throw Problem.of(422, "invalid-backtest", "The backtest cannot be run", e.getMessage())
                    .asException();
        }
    }

    @GetMapping("/v1/backtests")
    BacktestList list() {
        return new BacktestList(service.list());
    }

    @GetMapping("/v1/backtests/{id}")
    BacktestView one(@PathVariable String id) {
        return service.find(id).orElseThrow(BacktestsController::unknown);
    }

    @GetMapping(path = "/v1/backtests/{id}/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    String alerts(
            @PathVariable String id,
            @RequestParam(required = false) String whose,
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) String key,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String cursor) {
        BacktestView view = service.find(id).orElseThrow(BacktestsController::unknown);
        AlertLines.Filter filter = new AlertLines.Filter(
                Queries.parsed(whose, BacktestsController::whose), Queries.text(rule), Queries.text(key));
        long from = Queries.parsed(cursor, BacktestsController::place).orElse(0L);
        return service.alerts(view.id(), filter, from, Queries.limit(limit, DEFAULT_LIMIT, MAX_LIMIT))
                .json();
    }

    @DeleteMapping("/v1/backtests/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!service.delete(id)) {
            throw unknown();
        }
    }

    private static String whose(String text) {
        if (List.of("both", "candidate", "compared").contains(text)) {
            return text;
        }
        throw new IllegalArgumentException("`whose` is both, candidate or compared");
    }

    private static Long place(String cursor) {
        try {
            return Math.max(0, Long.parseLong(cursor));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the cursor is none that an answer has given", e);
        }
    }

    private static ProblemException unknown() {
        return Problem.notFound("there is no backtest of that id; only the newest are kept")
                .asException();
    }
}
