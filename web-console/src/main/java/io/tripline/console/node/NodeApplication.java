package io.tripline.console.node;

import io.tripline.console.ConsoleVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Finds the controllers of all features. */
@SpringBootApplication(scanBasePackageClasses = ConsoleVersion.class)
class NodeApplication {}
