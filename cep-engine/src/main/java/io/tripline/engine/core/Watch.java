package io.tripline.engine.core;

/** That a rule looks at events of one type. */
record Watch(ActiveRule rule, TypeUse use) {}
