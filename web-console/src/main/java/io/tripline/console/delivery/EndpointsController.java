package io.tripline.console.delivery;

import io.tripline.alerting.Alerting;
import io.tripline.alerting.model.CreatedEndpoint;
import io.tripline.alerting.model.DeliveryFilter;
import io.tripline.alerting.model.DeliveryPage;
import io.tripline.alerting.model.DeliveryState;
import io.tripline.alerting.model.Endpoint;
import io.tripline.alerting.model.EndpointChange;
import io.tripline.alerting.model.EndpointState;
import io.tripline.alerting.model.TestResult;
import io.tripline.console.http.Problem;
import io.tripline.console.http.ProblemException;
import io.tripline.console.http.Queries;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EndpointsController {

    private final Alerting alerting;

    EndpointsController(Alerting alerting) {
        this.alerting = alerting;
    }

    @GetMapping("/v1/endpoints")
    Map<String, List<Endpoint>> list() {
        return Map.of("endpoints", alerting.endpoints().list());
    }

    @PostMapping("/v1/endpoints")
    ResponseEntity<NewEndpoint> create(HttpServletRequest request) throws IOException {
        EndpointBody body = EndpointBody.of(request);
        String name = body.required(body.name(), "name");
        String url = body.required(body.url(), "url");
        CreatedEndpoint created = Queries.checked(() -> alerting.endpoints().create(name, url));
        return ResponseEntity.created(
                        URI.create("/v1/endpoints/" + created.endpoint().id()))
                .body(NewEndpoint.of(created));
    }

    @GetMapping("/v1/endpoints/{id}")
    Endpoint one(@PathVariable String id) {
        return alerting.endpoints().find(id).orElseThrow(EndpointsController::noEndpoint);
    }

    @PatchMapping("/v1/endpoints/{id}")
    Endpoint change(@PathVariable String id, HttpServletRequest request) throws IOException {
        EndpointBody body = EndpointBody.of(request);
        return Queries.checked(() -> alerting.endpoints()
                        .change(
                                id,
                                new EndpointChange(
                                        body.name(), body.url(), body.state().map(EndpointState::fromWireName))))
                .orElseThrow(EndpointsController::noEndpoint);
    }

    @DeleteMapping("/v1/endpoints/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!alerting.endpoints().delete(id)) {
            throw noEndpoint();
        }
    }

    @PostMapping("/v1/endpoints/{id}/test")
    TestResult test(@PathVariable String id) {
        return alerting.delivery().test(id).orElseThrow(EndpointsController::noEndpoint);
    }

    @GetMapping("/v1/endpoints/{id}/deliveries")
    DeliveryPage deliveries(
            @PathVariable String id,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String cursor) {
        one(id);
        DeliveryFilter filter = new DeliveryFilter(
                Queries.parsed(state, DeliveryState::fromWireName),
                Queries.limit(limit, DeliveryFilter.DEFAULT_LIMIT, DeliveryFilter.MAX_LIMIT),
                Queries.text(cursor));
        return Queries.checked(() -> alerting.deliveries().list(id, filter));
    }

    @PostMapping("/v1/deliveries/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(@PathVariable String id) {
        if (!alerting.deliveries().resend(id)) {
            throw Problem.notFound("there is no delivery of that id").asException();
        }
    }

    private static ProblemException noEndpoint() {
        return Problem.notFound("there is no endpoint of that id").asException();
    }
}
