/**
 * Drives the engine from tests: rules as text, events as maps or as letters, outcomes as short lines. Published in the
 * module's test jar.
 */
package io.tripline.engine.driver;
