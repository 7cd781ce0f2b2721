package io.tripline.console.rules;

import io.tripline.dsl.service.Completion;
import io.tripline.dsl.service.Location;
import io.tripline.dsl.service.QuickFix;
import io.tripline.dsl.service.Range;
import io.tripline.dsl.service.Workspace;
import java.util.List;
import java.util.Locale;

/** Bodies of answers about a text: places are offsets, counted from 0 in UTF-16 code units, ends are exclusive. */
final class LanguageAnswer {

    private LanguageAnswer() {}

    /** @param from where the word begins that has been begun at the cursor, and that what is chosen replaces */
    record Completions(int from, int to, List<Item> items) {}

    record Item(String label, String kind, String detail, String documentation) {
        static Item of(Completion completion) {
            return new Item(
                    completion.label(),
                    completion.kind().name().toLowerCase(Locale.ROOT),
                    completion.detail(),
                    completion.documentation());
        }
    }

    record Hover(int from, int to, String markdown) {}

    record Place(String file, int from, int to) {
        static Place of(Workspace workspace, Location location) {
            return new Place(
                    location.file(),
                    offset(workspace, location.file(), location.range().start()),
                    offset(workspace, location.file(), location.range().end()));
        }
    }

    record Edit(int from, int to, String text) {}

    /** @param diagnostic what it is about, by its place among the diagnostics of the answer */
    record Fix(int diagnostic, String title, List<Edit> edits) {
        static Fix of(Workspace workspace, QuickFix fix, int diagnostic) {
            List<Edit> edits = fix.edits().stream()
                    .map(edit -> edit(workspace, fix.file(), edit.range(), edit.newText()))
                    .toList();
            return new Fix(diagnostic, fix.title(), edits);
        }
    }

    static Edit edit(Workspace workspace, String file, Range range, String text) {
        return new Edit(offset(workspace, file, range.start()), offset(workspace, file, range.end()), text);
    }

    static int offset(Workspace workspace, String file, io.tripline.dsl.service.Position position) {
        return workspace.offset(file, position).orElseThrow();
    }
}
