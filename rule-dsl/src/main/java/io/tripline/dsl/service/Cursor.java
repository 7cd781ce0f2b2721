package io.tripline.dsl.service;

import io.tripline.dsl.service.Frame.Kind;
import io.tripline.dsl.syntax.SourceToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a person is writing, as far as the words before tell: made from words alone, so that it is there while a rule is
 * half written.
 *
 * @param words all words of the file without comments
 * @param at index of the word that the next one to be written stands before, or replaces
 * @param prefix where the word begins that is being written, as an offset
 * @param quiet inside a comment or a text, where nothing is completed
 * @param declaration index of the word that begins the declaration; -1 outside of all
 * @param clause index of the word that begins the clause; -1 outside of all
 * @param open the brackets that are open, the outermost first
 * @param steps the event type of each step named in the declaration so far, or later, where that can be used
 * @param keys the parts of the key
 * @param present words that begin clauses of the declaration, also behind the cursor
 */
record Cursor(
        List<SourceToken> words,
        int at,
        int prefix,
        boolean quiet,
        int declaration,
        int clause,
        List<Frame> open,
        Map<String, String> steps,
        Set<String> keys,
        Set<String> present) {

    /** The word before the one being written; none at the beginning of the file. */
    Optional<SourceToken> previous() {
        return word(at - 1);
    }

    Optional<SourceToken> word(int index) {
        return index >= 0 && index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    boolean previousIs(String... texts) {
        return isOneOf(at - 1, texts);
    }

    boolean isOneOf(int index, String... texts) {
        return word(index).filter(word -> List.of(texts).contains(word.text())).isPresent();
    }

    String declarationWord() {
        return word(declaration).map(SourceToken::text).orElse("");
    }

    String clauseWord() {
        return word(clause).map(SourceToken::text).orElse("");
    }

    Optional<Frame> innermost() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    boolean inside(Kind kind) {
        return innermost().filter(frame -> frame.kind() == kind).isPresent();
    }

    /** The innermost bracket of that kind. */
    Optional<Frame> inner(Kind kind) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).kind() == kind) {
                return Optional.of(open.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the body of the declaration is open. */
    boolean inBody() {
        return !open.isEmpty() && open.get(0).kind() == Kind.BODY;
    }

    /** Whether something has to follow the word before, as a value follows an operator. */
    boolean operandExpected() {
        return previous().map(word -> !endsOperand(word)).orElse(true);
    }

    static boolean endsOperand(SourceToken word) {
        return switch (word.kind()) {
            case NAME, NUMBER, DURATION, CLOCK, TEXT, MESSAGE -> true;
            case KEYWORD -> Set.of("missing", "true", "false", "this", "ago").contains(word.text());
            case SIGN -> Set.of(")", "]", "}").contains(word.text());
            case COMMENT -> false;
        };
    }

    boolean endsOperandAt(int index) {
        return word(index).filter(Cursor::endsOperand).isPresent();
    }

    /** The last of these words in the declaration, as far as it is written; empty when none of them is there. */
    String last(String... texts) {
        Set<String> wanted = Set.of(texts);
        for (int i = at - 1; i > declaration && i >= 0; i--) {
            if (wanted.contains(words.get(i).text())) {
                return words.get(i).text();
            }
        }
        return "";
    }

    /** The digits that are being written, where a number is. */
    Optional<String> begunNumber() {
        return word(at).filter(word -> word.startOffset() == prefix && !word.isWord())
                .map(word -> word.text().replaceAll("[^0-9].*", ""))
                .filter(digits -> !digits.isEmpty());
    }

    /** What the word behind the first such word of the declaration names. */
    Optional<Shape> shapeBehind(String keyword, Workspace workspace) {
        for (int i = declaration + 1; i < words.size() - 1; i++) {
            if (words.get(i).is(keyword)) {
                int name = isOneOf(i + 2, ":") ? i + 3 : i + 1;
                int behind = words.get(i + 1).is("late") && isOneOf(i + 3, ":") ? i + 4 : name;
                int late = behind == i + 1 && words.get(i + 1).is("late") ? i + 2 : behind;
                return word(late).flatMap(word -> workspace.shape(word.text()));
            }
        }
        return Optional.empty();
    }

    /** The index of the bracket that the one at the index closes; -1 when there is none. */
    int opening(int closing) {
        int depth = 0;
        for (int i = closing; i > declaration && i >= 0; i--) {
            switch (words.get(i).text()) {
                case ")", "]", "}" -> depth++;
                case "(", "[", "{" -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
