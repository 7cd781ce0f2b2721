package io.tripline.alerting.store;

import io.tripline.alerting.model.AlertState;

/** What has to be known of a stored alert to change it. */
record AlertHead(long firstNumber, long lastNumber, int revision, AlertState state) {}
