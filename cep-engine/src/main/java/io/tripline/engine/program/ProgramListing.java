package io.tripline.engine.program;

import io.tripline.dsl.plan.PatternPlan;
import java.util.List;

/**
 * A program as text, for people who look for the reason of a match.
 *
 * <pre>
 *   start -> probe: enter #0
 *   probe -> probe: next round of #0 below 5
 *   probe -> hit: leave #0 from 3
 *   hit -> end
 * </pre>
 */
public final class ProgramListing {

    private ProgramListing() {}

    public static String of(Program program) {
        StringBuilder text = new StringBuilder();
        append(text, "start", List.of(program.starts()), program);
        for (Step step : program.steps()) {
            append(text, step.name(), List.of(program.ways(step.number())), program);
            append(text, step.name(), List.of(program.ends(step.number())), program);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String from, List<Way> ways, Program program) {
        for (Way way : ways) {
            String to = way.step() == Way.END ? "end" : program.steps()[way.step()].name();
            text.append(from).append(" -> ").append(to);
            String separator = ": ";
            for (Move move : way.moves()) {
                text.append(separator).append(describe(move));
                separator = ", ";
            }
            text.append('\n');
        }
    }

    private static String describe(Move move) {
        Loop loop = move.loop();
        if (move instanceof Move.Enter) {
            return "enter #" + loop.number();
        } else if (move instanceof Move.NextRound) {
            return "next round of #" + loop.number()
                    + (loop.max() == PatternPlan.UNBOUNDED ? "" : " below " + loop.max());
        } else if (move instanceof Move.Leave) {
            return "leave #" + loop.number() + " from " + loop.min();
        } else if (move instanceof Move.GiveUp) {
            return "give up the round of #" + loop.number() + " from " + loop.min();
        }
        return "skip #" + loop.number();
    }
}
