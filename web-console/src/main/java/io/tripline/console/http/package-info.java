/**
 * What all of the HTTP API has in common: errors as problems (RFC 9457), who may call, headers, limits on bodies, and
 * the console's files.
 */
package io.tripline.console.http;
