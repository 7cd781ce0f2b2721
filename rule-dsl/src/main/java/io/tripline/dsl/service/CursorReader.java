package io.tripline.dsl.service;

import io.tripline.dsl.service.Frame.Kind;
import io.tripline.dsl.syntax.SourceToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the words of a file up to a cursor, and on to the end of the declaration it is in. */
final class CursorReader {

    private static final Set<String> DECLARATIONS =
            Set.of("event", "rule", "view", "table", "list", "let", "decision", "test");
    /** What clauses begin with, by the word their declaration begins with. */
    private static final Map<String, Set<String>> CLAUSES = Map.of(
            "rule",
            Set.of(
                    "severity",
                    "tags",
                    "by",
                    "on",
                    "when",
                    "match",
                    "without",
                    "within",
                    "overlapping",
                    "skip",
                    "final",
                    "alert",
                    "emit",
                    "add",
                    "remove",
                    "score",
                    "once"),
            "view",
            Set.of("from", "window", "select", "having"),
            "test",
            Set.of("expect", "add"));

    private final OpenFile file;
    private final List<SourceToken> words;
    private final List<Frame> open = new ArrayList<>();
    private final Map<String, String> steps = new TreeMap<>();
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> present = new TreeSet<>();
    private int declaration = -1;
    private int clause = -1;
    private int messageDepth;

    private CursorReader(OpenFile file) {
        this.file = file;
        this.words = file.words().stream()
                .filter(word -> word.kind() != SourceToken.Kind.COMMENT)
                .toList();
    }

    static Cursor at(OpenFile file, int offset) {
        return new CursorReader(file).read(offset);
    }

    private Cursor read(int offset) {
        int at = 0;
        while (at < words.size() && words.get(at).endOffset() < offset) {
            at++;
        }
        // A word that ends at the cursor is the one being written; a sign there has been written.
        if (at < words.size() && words.get(at).endOffset() == offset && !isBegun(words.get(at))) {
            at++;
        }
        boolean begun =
                at < words.size() && isBegun(words.get(at)) && words.get(at).startOffset() < offset;
        for (int i = 0; i < at; i++) {
            take(i);
        }
        int inDeclaration = declaration;
        int inClause = clause;
        List<Frame> openHere = List.copyOf(open);
        Map<String, String> stepsHere = new TreeMap<>(steps);
        int next = begun ? at + 1 : at;
        for (int i = next; i < words.size() && !startsDeclaration(i) && declaration >= 0; i++) {
            take(i);
        }
        boolean pattern = inClause >= 0
                && Set.of("match", "on").contains(words.get(inClause).text());
        return new Cursor(
                words,
                at,
                begun ? words.get(at).startOffset() : offset,
                isQuiet(offset),
                inDeclaration,
                inClause,
                openHere,
                pattern ? stepsHere : steps,
                keys,
                present);
    }

    private static boolean isBegun(SourceToken word) {
        return word.isWord() || word.kind() == SourceToken.Kind.NUMBER || word.kind() == SourceToken.Kind.DURATION;
    }

    private void take(int index) {
        SourceToken word = words.get(index);
        if (startsDeclaration(index)) {
            open.clear();
            steps.clear();
            keys.clear();
            present.clear();
            declaration = index;
            clause = -1;
            return;
        }
        if (word.kind() == SourceToken.Kind.MESSAGE) {
            message(word, index);
        } else if (word.kind() == SourceToken.Kind.SIGN) {
            sign(word, index);
        } else if (startsClause(index)) {
            clause = index;
            present.add(word.text());
        } else if (word.isWord()
                && open.size() == 1
                && clause >= 0
                && words.get(clause).is("by")) {
            keys.add(word.text());
        }
    }

    private void message(SourceToken word, int index) {
        boolean starts = index > 0 && words.get(index - 1).is("alert");
        if (starts) {
            messageDepth = open.size();
        } else if (word.text().contains("\n") || word.text().contains("\r")) {
            // The line ended before the message did, and with it whatever was open in it.
            open.subList(Math.min(messageDepth, open.size()), open.size()).clear();
        }
    }

    private void sign(SourceToken word, int index) {
        switch (word.text()) {
            case "(", "[", "{" -> open.add(Frame.of(words, index, open.size()));
            case ")", "]" -> close(word.is(")") ? Set.of(Kind.CALL, Kind.GROUP) : Set.of(Kind.FILTER, Kind.LIST));
            case "}" -> {
                close(Set.of(Kind.BODY, Kind.RECORD, Kind.COUNT, Kind.VALUE));
                if (open.isEmpty()) {
                    clause = -1;
                }
            }
            case ":" -> {
                boolean inRecord = open.stream().anyMatch(frame -> frame.kind() == Kind.RECORD);
                if (!inRecord
                        && index > 0
                        && index + 1 < words.size()
                        && words.get(index + 1).isWord()) {
                    steps.put(words.get(index - 1).text(), words.get(index + 1).text());
                }
            }
            default -> {}
        }
    }

    /** Closes the innermost bracket of these kinds, and with it what was left open inside; the body only by a brace. */
    private void close(Set<Kind> kinds) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (kinds.contains(open.get(i).kind())) {
                open.subList(i, open.size()).clear();
                return;
            }
        }
    }

    private boolean startsDeclaration(int index) {
        SourceToken word = words.get(index);
        if (word.kind() != SourceToken.Kind.KEYWORD || !DECLARATIONS.contains(word.text())) {
            return false;
        }
        Position place = file.lines().position(word.startOffset());
        return place.character() == 0 || open.isEmpty() && firstOnLine(index) || open.isEmpty() && afterBody(index);
    }

    private boolean afterBody(int index) {
        return index == 0 || words.get(index - 1).is("}");
    }

    private boolean startsClause(int index) {
        SourceToken word = words.get(index);
        boolean inBody = open.size() == 1 && open.get(0).kind() == Kind.BODY;
        if (!inBody || word.kind() != SourceToken.Kind.KEYWORD || !clauses().contains(word.text())) {
            return false;
        }
        boolean linked = index > 0 && words.get(index - 1).is("then") && word.is("within");
        return !linked
                && (firstOnLine(index)
                        || Cursor.endsOperand(words.get(index - 1))
                        || words.get(index - 1).is("{"));
    }

    private Set<String> clauses() {
        return declaration < 0
                ? Set.of()
                : CLAUSES.getOrDefault(words.get(declaration).text(), Set.of());
    }

    private boolean firstOnLine(int index) {
        return index == 0
                || file.lines().line(words.get(index - 1).endOffset())
                        < file.lines().line(words.get(index).startOffset());
    }

    /** Whether the offset is inside a comment or a text. */
    private boolean isQuiet(int offset) {
        int index = file.wordEndingBehind(offset);
        if (index < file.words().size()) {
            SourceToken word = file.words().get(index);
            boolean text = word.kind() == SourceToken.Kind.COMMENT
                    || word.kind() == SourceToken.Kind.TEXT
                    || word.kind() == SourceToken.Kind.MESSAGE;
            if (text && word.startOffset() < offset) {
                return true;
            }
        }
        return index > 0 && endsOpen(index - 1, offset);
    }

    /** Whether the word that ends at the offset is a text that goes on there. */
    private boolean endsOpen(int index, int offset) {
        SourceToken word = file.words().get(index);
        if (word.endOffset() != offset) {
            return false;
        }
        return switch (word.kind()) {
            case COMMENT -> word.text().startsWith("//") || !word.text().endsWith("*/");
            case TEXT -> word.text().length() < 2 || !word.text().endsWith("\"");
            case MESSAGE ->
                !word.is("\"") || index > 0 && file.words().get(index - 1).is("alert");
            default -> false;
        };
    }
}
