package io.tripline.engine.backtest;

import io.tripline.dsl.SourceFile;
import java.util.List;

/** Where the rules of a backtest come from. */
public sealed interface RuleSource {

    /** These files, a complete rule set. */
    record Files(List<SourceFile> files) implements RuleSource {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** The rule set in force with these files in it, each in the place of the one of its name. */
    record Changed(List<SourceFile> files) implements RuleSource {
        public Changed {
            files = List.copyOf(files);
        }
    }

    /** The rule set of a revision that the journal holds. */
    record Revision(long number) implements RuleSource {}

    /** The rule set in force at the end of the journal. */
    record InForce() implements RuleSource {}

    /** The journal's rules, each as long as it was in force: what the node has said itself. */
    record AsItWas() implements RuleSource {}
}
