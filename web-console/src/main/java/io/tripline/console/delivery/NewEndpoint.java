package io.tripline.console.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tripline.alerting.model.CreatedEndpoint;
import io.tripline.alerting.model.Endpoint;

/** An endpoint as it is answered once, with its secret among its members. */
record NewEndpoint(@JsonUnwrapped Endpoint endpoint, String secret) {

    static NewEndpoint of(CreatedEndpoint created) {
        return new NewEndpoint(created.endpoint(), created.secret());
    }

    /** Without the secret, so that no log can hold it. */
    @Override
    public String toString() {
        return "NewEndpoint[endpoint=" + endpoint + ", secret=whsec_…]";
    }
}
