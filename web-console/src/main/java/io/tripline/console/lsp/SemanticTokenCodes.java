package io.tripline.console.lsp;

import io.tripline.dsl.service.SemanticToken;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** Semantic tokens as the protocol packs them: five numbers each, places relative to the token before. */
final class SemanticTokenCodes {

    private static final List<SemanticToken.Kind> KINDS = List.of(SemanticToken.Kind.values());

    /** A kind is called by its place in this. */
    static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(
            KINDS.stream().map(SemanticTokenCodes::type).toList(), List.of(SemanticTokenModifiers.Declaration));

    private SemanticTokenCodes() {}

    private static String type(SemanticToken.Kind kind) {
        return switch (kind) {
            case KEYWORD -> SemanticTokenTypes.Keyword;
            case TYPE -> SemanticTokenTypes.Type;
            case EVENT -> SemanticTokenTypes.Class;
            case FIELD -> SemanticTokenTypes.Property;
            case STEP -> SemanticTokenTypes.Variable;
            case NAMED -> SemanticTokenTypes.Namespace;
            case FUNCTION -> SemanticTokenTypes.Function;
            case ENUM_NAME -> SemanticTokenTypes.EnumMember;
            case NUMBER -> SemanticTokenTypes.Number;
            case TEXT -> SemanticTokenTypes.String;
            case OPERATOR -> SemanticTokenTypes.Operator;
            case COMMENT -> SemanticTokenTypes.Comment;
        };
    }

    static List<Integer> encode(List<SemanticToken> tokens) {
        List<Integer> codes = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (SemanticToken token : tokens) {
            int lines = token.start().line() - line;
            codes.add(lines);
            codes.add(
                    lines == 0
                            ? token.start().character() - character
                            : token.start().character());
            codes.add(token.length());
            codes.add(KINDS.indexOf(token.kind()));
            codes.add(token.declares() ? 1 : 0);
            line = token.start().line();
            character = token.start().character();
        }
        return codes;
    }
}
