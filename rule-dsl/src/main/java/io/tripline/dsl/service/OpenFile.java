package io.tripline.dsl.service;

import io.tripline.dsl.CompilerLimits;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.syntax.Declaration;
import io.tripline.dsl.syntax.ParsedFile;
import io.tripline.dsl.syntax.RuleParser;
import io.tripline.dsl.syntax.SourceToken;
import io.tripline.dsl.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file of a workspace, read once. Immutable. */
final class OpenFile {

    private final ParsedFile parsed;
    private final List<SourceToken> words;
    private final LineMap lines;
    private final List<Shape> shapes;

    private OpenFile(ParsedFile parsed, List<SourceToken> words, LineMap lines) {
        this.parsed = parsed;
        this.words = words;
        this.lines = lines;
        List<Shape> declared = new ArrayList<>();
        for (Declaration declaration : parsed.declarations()) {
            Shape.of(declaration, this).ifPresent(declared::add);
        }
        this.shapes = List.copyOf(declared);
    }

    static OpenFile read(SourceFile file) {
        SyntaxTree tree = RuleParser.tree(file, CompilerLimits.DEFAULT);
        return new OpenFile(tree.parsed(), tree.words(), new LineMap(file.text()));
    }

    String name() {
        return parsed.file().name();
    }

    String text() {
        return parsed.file().text();
    }

    ParsedFile parsed() {
        return parsed;
    }

    /** Its words, comments included. */
    List<SourceToken> words() {
        return words;
    }

    LineMap lines() {
        return lines;
    }

    /** What in it has fields. */
    List<Shape> shapes() {
        return shapes;
    }

    /** The index of the first word that ends behind this offset; the number of words when there is none. */
    int wordEndingBehind(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).endOffset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The word that is there, or ends there. */
    Optional<SourceToken> wordAt(int offset) {
        int index = wordEndingBehind(offset);
        if (index < words.size() && words.get(index).startOffset() <= offset) {
            boolean sign = words.get(index).startOffset() == offset
                    && !words.get(index).isWord();
            if (!sign) {
                return Optional.of(words.get(index));
            }
        }
        return Optional.of(index - 1)
                .filter(before -> before >= 0 && words.get(before).endOffset() == offset)
                .map(words::get);
    }

    /** What its author says about something: the comment behind it on its line, or those on the lines before it. */
    Optional<String> commentOn(int startOffset) {
        int index = wordEndingBehind(startOffset);
        int line = lines.line(startOffset);
        for (int i = index; i < words.size() && lines.line(words.get(i).startOffset()) == line; i++) {
            if (words.get(i).kind() == SourceToken.Kind.COMMENT) {
                return Optional.of(plain(words.get(i).text()));
            }
        }
        List<String> above = new ArrayList<>();
        int wanted = line - 1;
        for (int i = index - 1; i >= 0 && words.get(i).kind() == SourceToken.Kind.COMMENT; i--) {
            int start = words.get(i).startOffset();
            boolean alone = i == 0 || lines.line(words.get(i - 1).endOffset()) < lines.line(start);
            if (!alone || lines.line(words.get(i).endOffset()) != wanted) {
                break;
            }
            above.add(0, plain(words.get(i).text()));
            wanted = lines.line(start) - 1;
        }
        return above.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", above));
    }

    private static String plain(String comment) {
        String inside = comment.startsWith("//") ? comment.substring(2) : comment.substring(2, comment.length() - 2);
        return inside.strip();
    }
}
