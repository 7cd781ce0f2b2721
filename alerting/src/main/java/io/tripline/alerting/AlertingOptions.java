package io.tripline.alerting;

import io.tripline.alerting.delivery.DeliveryOptions;
import io.tripline.alerting.webhook.TargetPolicy;
import java.time.InstantSource;

/**
 * How alerts are kept and delivered.
 *
 * @param targets where webhooks may be sent
 * @param clock tells when things are recorded, tried and tried again
 */
public record AlertingOptions(TargetPolicy targets, InstantSource clock, DeliveryOptions delivery) {

    /** Webhooks to public addresses only. */
    public static final AlertingOptions DEFAULT =
            new AlertingOptions(TargetPolicy.PUBLIC_ONLY, InstantSource.system(), DeliveryOptions.DEFAULT);

    public AlertingOptions withTargets(TargetPolicy newTargets) {
        return new AlertingOptions(newTargets, clock, delivery);
    }

    public AlertingOptions withClock(InstantSource newClock) {
        return new AlertingOptions(targets, newClock, delivery);
    }

    public AlertingOptions withDelivery(DeliveryOptions newDelivery) {
        return new AlertingOptions(targets, clock, newDelivery);
    }
}
