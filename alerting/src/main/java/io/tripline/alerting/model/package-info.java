/** What people and receivers see of alerts, endpoints and deliveries. Immutable data; knows no database and no network. */
package io.tripline.alerting.model;
