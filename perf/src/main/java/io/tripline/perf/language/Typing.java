package io.tripline.perf.language;

import io.tripline.dsl.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Somebody at work in a file: takes a line out, types it anew letter by letter, and goes on at another line. So most
 * texts are half written, as they are in an editor.
 */
final class Typing {

    private final List<SourceFile> others;
    private final SourceFile file;
    private final SplittableRandom random;
    private int lineStart;
    private int lineEnd;
    private int typed;

    Typing(List<SourceFile> others, SourceFile file, long seed) {
        this.others = others;
        this.file = file;
        this.random = new SplittableRandom(seed);
    }

    Keystroke next() {
        if (typed == lineEnd - lineStart) {
            goToAnotherLine();
        }
        typed++;
        String text = file.text();
        List<SourceFile> files = new ArrayList<>(others);
        files.add(new SourceFile(file.name(), text.substring(0, lineStart + typed) + text.substring(lineEnd)));
        return new Keystroke(files, lineStart + typed);
    }

    private void goToAnotherLine() {
        String text = file.text();
        do {
            lineStart = text.lastIndexOf('\n', random.nextInt(text.length())) + 1;
            int end = text.indexOf('\n', lineStart);
            lineEnd = end < 0 ? text.length() : end;
        } while (lineStart == lineEnd);
        typed = 0;
    }
}
