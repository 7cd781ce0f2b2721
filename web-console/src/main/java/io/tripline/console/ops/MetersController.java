package io.tripline.console.ops;

import io.tripline.engine.core.RuleMeter;
import io.tripline.engine.event.Nanos;
import io.tripline.engine.host.Node;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class MetersController {

    private final Node node;

    MetersController(Node node) {
        this.node = node;
    }

    /** The body of an answer. */
    record Meters(List<MeterView> rules) {}

    /**
     * How a rule or decision is doing since its version began.
     *
     * @param lastMatchAt event time; null before the first match
     * @param shareOfTime of the time that all rules have taken, 0 to 1, by a sample of the events
     */
    record MeterView(
            String rule,
            String version,
            long events,
            long conditionsMet,
            long matches,
            Instant lastMatchAt,
            long keys,
            long partialMatches,
            long droppedPartialMatches,
            long stateBytes,
            long refusedEffects,
            double shareOfTime) {}

    @GetMapping("/v1/meters")
    Meters meters() {
        List<RuleMeter> meters = node.meters();
        long all =
                Math.max(1, meters.stream().mapToLong(RuleMeter::estimatedNanos).sum());
        return new Meters(meters.stream().map(meter -> view(meter, all)).toList());
    }

    private static MeterView view(RuleMeter meter, long allNanos) {
        return new MeterView(
                meter.rule(),
                meter.version(),
                meter.events(),
                meter.conditionsMet(),
                meter.matches(),
                meter.lastMatchNanos().isEmpty()
                        ? null
                        : Nanos.toInstant(meter.lastMatchNanos().getAsLong()),
                meter.keys(),
                meter.partialMatches(),
                meter.droppedPartialMatches(),
                meter.stateBytes(),
                meter.refusedEffects(),
                Math.round(1000.0 * meter.estimatedNanos() / allNanos) / 1000.0);
    }
}
