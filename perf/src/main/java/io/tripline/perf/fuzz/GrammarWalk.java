package io.tripline.perf.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.tripline.dsl.syntax.grammar.TriplineLexer;
import io.tripline.dsl.syntax.grammar.TriplineParser;
import java.util.List;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * A walk through the parser's own automaton that writes a token for each step, where the fuzzer's bytes choose the way.
 * So it knows every form of the language without being told, and ends where the bytes do, in the middle if need be.
 */
final class GrammarWalk {

    private static final ATN GRAMMAR = TriplineParser._ATN;
    private static final int DEEPEST = 60;
    private static final int MOST_TOKENS = 2_000;

    private final FuzzedDataProvider data;
    private final List<String> words;
    private final StringBuilder text = new StringBuilder();
    private int tokens;

    GrammarWalk(FuzzedDataProvider data, List<String> words) {
        this.data = data;
        this.words = words;
    }

    /** One declaration. */
    String declaration() {
        return sentence(TriplineParser.RULE_declaration);
    }

    /** A sentence of any rule of the grammar. */
    String anything() {
        return sentence(data.consumeInt(0, GRAMMAR.ruleToStartState.length - 1));
    }

    private String sentence(int rule) {
        walk(rule, 0);
        return text.toString();
    }

    private void walk(int rule, int depth) {
        ATNState state = GRAMMAR.ruleToStartState[rule];
        while (state.getStateType() != ATNState.RULE_STOP && !isOver()) {
            Transition way = state.transition(choose(state.getNumberOfTransitions()));
            if (way instanceof RuleTransition inner) {
                if (depth < DEEPEST) {
                    walk(inner.target.ruleIndex, depth + 1);
                }
                state = inner.followState;
            } else {
                if (way.label() != null) {
                    write(way.label());
                }
                state = way.target;
            }
        }
    }

    private boolean isOver() {
        return data.remainingBytes() == 0 || tokens > MOST_TOKENS;
    }

    private int choose(int count) {
        return count == 1 ? 0 : data.consumeInt(0, count - 1);
    }

    private void write(IntervalSet label) {
        int token = label.get(choose(label.size()));
        if (token > 0) {
            tokens++;
            text.append(spelling(token));
            // Now and then a line end, and where it matters nothing at all.
            text.append(token == TriplineLexer.AT ? "" : tokens % 12 == 0 ? "\n" : " ");
        }
    }

    private String spelling(int token) {
        String literal = TriplineLexer.VOCABULARY.getLiteralName(token);
        if (literal != null) {
            return literal.substring(1, literal.length() - 1)
                    .replace("\\'", "'")
                    .replace("\\\\", "\\");
        }
        return switch (TriplineLexer.VOCABULARY.getSymbolicName(token)) {
            case "IDENTIFIER" -> data.pickValue(words);
            case "INTEGER" ->
                data.pickValue(List.of("0", "1", "3", "10001", "9223372036854775807", "99999999999999999999"));
            case "DECIMAL" -> data.pickValue(List.of("0.5", "2.00", "1.00000000000000000001"));
            case "DURATION" -> data.pickValue(List.of("5m", "30d", "1h30m", "0s", "99999d", "3h5d"));
            case "STRING" ->
                data.pickValue(List.of("\"DE\"", "\"\"", "\"10.0.0.0/8\"", "\"2026-03-01\"", "\"a%_\\\\\""));
            case "TEMPLATE_START", "TEMPLATE_END" -> "\"";
            case "VALUE_START" -> "{";
            case "VALUE_END" -> "}";
            default -> data.pickValue(words);
        };
    }
}
