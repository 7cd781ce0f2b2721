package io.tripline.engine.program;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.engine.value.ValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
            for (Loop loop : program.loops()) {
                if (program.mayStandUnfinished(step.number(), loop)) {
                    text.append(step.name() + " -> out of #" + loop.number() + " from " + loop.min()
                            + ", giving up the round\n");
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String from, List<Way> ways, Program program) {
        for (Way way : ways) {
            String to = way.step() == Way.END ? "end" : program.steps()[way.step()].name();
            text.append(from).append(" -> ").append(to);
            List<String> remarks = new ArrayList<>();
            way.moves().forEach(move -> remarks.add(describe(move)));
            if (way.contiguity() != Contiguity.NEXT) {
                remarks.add(way.contiguity() == Contiguity.ANY ? "any" : "immediately");
            }
            if (way.gapNanos() != Program.UNBOUNDED) {
                remarks.add("within " + ValueText.of(Duration.ofNanos(way.gapNanos())));
            }
            way.bans().forEach(ban -> remarks.add(describe(ban)));
            if (way.step() == Way.END) {
                program.terms().deadline().ifPresent(ban -> remarks.add(describe(ban)));
            }
            text.append(remarks.isEmpty() ? "" : ": " + String.join(", ", remarks))
                    .append('\n');
        }
    }

    private static String describe(Ban ban) {
        String events = ban.forbidden().stream().map(Filter::event).collect(Collectors.joining(" or "));
        return "not " + events
                + (ban.forNanos() == Program.UNBOUNDED ? "" : " for " + ValueText.of(Duration.ofNanos(ban.forNanos())));
    }

    private static String describe(Move move) {
        if (move instanceof Move.Enter enter) {
            return "enter #" + enter.loop().number();
        } else if (move instanceof Move.NextRound next) {
            Loop loop = next.loop();
            return "next round of #" + loop.number()
                    + (loop.max() == PatternPlan.UNBOUNDED ? "" : " below " + loop.max());
        } else if (move instanceof Move.Leave leave) {
            return "leave #" + leave.loop().number() + " from " + leave.loop().min();
        } else if (move instanceof Move.Skip skip) {
            return "skip #" + skip.loop().number();
        } else if (move instanceof Move.Bypass bypass) {
            return "bypass #" + bypass.loop().number();
        } else if (move instanceof Move.Choose choose) {
            return "alternative " + (choose.option() + 1);
        } else if (move instanceof Move.Begin begin) {
            return "begin group " + begin.group().number() + " with member " + (begin.member() + 1);
        } else if (move instanceof Move.Join join) {
            return "member " + (join.member() + 1) + " of group " + join.group().number();
        } else if (move instanceof Move.Finish finish) {
            return "finish group " + finish.group().number();
        }
        return "omit group " + ((Move.Omit) move).group().number();
    }
}
