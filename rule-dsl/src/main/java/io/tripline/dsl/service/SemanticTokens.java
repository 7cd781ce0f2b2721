package io.tripline.dsl.service;

import io.tripline.dsl.service.SemanticToken.Kind;
import io.tripline.dsl.syntax.SourceToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of each word what kind of thing it is: what its name means where that is known, else what it looks like. */
final class SemanticTokens {

    private SemanticTokens() {}

    static List<SemanticToken> of(Workspace workspace, OpenFile file) {
        Map<Integer, Occurrence> meanings = new HashMap<>();
        DeclarationNames.in(workspace, file)
                .forEach(name -> meanings.merge(
                        name.span().startOffset(), name, (first, second) -> second.declares() ? second : first));
        List<SemanticToken> tokens = new ArrayList<>();
        for (SourceToken word : file.words()) {
            Optional<Occurrence> meaning =
                    word.isWord() ? Optional.ofNullable(meanings.get(word.startOffset())) : Optional.empty();
            Optional<Kind> kind = meaning.map(name -> kind(name.symbol())).or(() -> looks(word));
            kind.ifPresent(known ->
                    add(file, word, known, meaning.filter(Occurrence::declares).isPresent(), tokens));
        }
        return tokens;
    }

    private static Kind kind(Symbol symbol) {
        return switch (symbol.kind()) {
            case EVENT, TABLE, VIEW -> Kind.EVENT;
            case FIELD, KEY -> Kind.FIELD;
            case STEP -> Kind.STEP;
            case LIST, LET, RULE, DECISION -> Kind.NAMED;
            case FUNCTION -> Kind.FUNCTION;
            case TYPE -> Kind.TYPE;
            case ENUM_NAME, SEVERITY -> Kind.ENUM_NAME;
        };
    }

    private static Optional<Kind> looks(SourceToken word) {
        return switch (word.kind()) {
            case KEYWORD -> Optional.of(Kind.KEYWORD);
            case NUMBER, DURATION, CLOCK -> Optional.of(Kind.NUMBER);
            case TEXT, MESSAGE -> Optional.of(Kind.TEXT);
            case COMMENT -> Optional.of(Kind.COMMENT);
            case SIGN ->
                "+-*/%=!<>?".contains(word.text().substring(0, 1)) ? Optional.of(Kind.OPERATOR) : Optional.empty();
            case NAME -> Optional.empty();
        };
    }

    /** A comment over several lines gives a token for each. */
    private static void add(OpenFile file, SourceToken word, Kind kind, boolean declares, List<SemanticToken> tokens) {
        int start = word.startOffset();
        while (start < word.endOffset()) {
            Position place = file.lines().position(start);
            int end = start;
            while (end < word.endOffset() && "\r\n".indexOf(file.text().charAt(end)) < 0) {
                end++;
            }
            if (end > start) {
                tokens.add(new SemanticToken(place, end - start, kind, declares));
            }
            start = end + 1;
        }
    }
}
