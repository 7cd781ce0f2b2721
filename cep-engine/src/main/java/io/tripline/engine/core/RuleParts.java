package io.tripline.engine.core;

import io.tripline.engine.program.Program;
import io.tripline.engine.window.RuleFeatures;
import java.util.List;

/** What the states of a rule's keys refer to, and what writing and reading them takes. */
record RuleParts(Program program, RuleFeatures features, List<TypeUse> uses, OwnKeys ownKeys, FiringWriter firings) {}
