/** What the engine's host asks of its surroundings. */
package io.tripline.engine.port;
