package io.tripline.alerting.model;

import java.util.Optional;

/** What to change of an endpoint; what is empty stays as it is. */
public record EndpointChange(Optional<String> name, Optional<String> url, Optional<EndpointState> state) {}
