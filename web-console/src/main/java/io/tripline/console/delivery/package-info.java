/** Webhook endpoints and their deliveries over HTTP. */
package io.tripline.console.delivery;
