package io.tripline.perf.language;

import io.tripline.dsl.SourceFile;
import java.util.List;

/**
 * What an editor has just after a key was pressed.
 *
 * @param files the rule set, the edited file last
 * @param offset where the cursor stands in the edited file
 */
record Keystroke(List<SourceFile> files, int offset) {

    SourceFile edited() {
        return files.get(files.size() - 1);
    }
}
