package io.tripline.alerting;

import io.tripline.alerting.delivery.DeliveryOptions;
import io.tripline.alerting.model.Endpoint;
import io.tripline.alerting.webhook.TargetPolicy;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * How alerts are kept and delivered.
 *
 * @param targets where webhooks may be sent
 * @param clock tells when things are recorded, tried and tried again
 * @param endpointDisabled is told when an endpoint is given up, to say so on another channel; called by a sending thread
 */
public record AlertingOptions(
        TargetPolicy targets, InstantSource clock, DeliveryOptions delivery, Consumer<Endpoint> endpointDisabled) {

    /** Webhooks to public addresses only. */
    public static final AlertingOptions DEFAULT = new AlertingOptions(
            TargetPolicy.PUBLIC_ONLY, InstantSource.system(), DeliveryOptions.DEFAULT, endpoint -> {});

    public AlertingOptions withTargets(TargetPolicy newTargets) {
        return new AlertingOptions(newTargets, clock, delivery, endpointDisabled);
    }

    public AlertingOptions withClock(InstantSource newClock) {
        return new AlertingOptions(targets, newClock, delivery, endpointDisabled);
    }

    public AlertingOptions withDelivery(DeliveryOptions newDelivery) {
        return new AlertingOptions(targets, clock, newDelivery, endpointDisabled);
    }

    public AlertingOptions withEndpointDisabled(Consumer<Endpoint> newEndpointDisabled) {
        return new AlertingOptions(targets, clock, delivery, newEndpointDisabled);
    }
}
