package io.tripline.engine.oracle;

import io.tripline.engine.oracle.PatternDraft.FilterDraft;
import io.tripline.engine.oracle.PatternDraft.NotDraft;
import io.tripline.engine.oracle.PatternDraft.PartDraft;
import io.tripline.engine.oracle.PatternDraft.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a random rule matches.
 *
 * @param deadline what must not come after the last step, and for how long
 * @param afterMatch the clause, or nothing
 */
record MatchDraft(
        List<PartDraft> parts,
        List<WithoutDraft> withouts,
        Optional<NotDraft> deadline,
        OptionalLong withinMillis,
        String afterMatch,
        boolean waits) {

    record WithoutDraft(FilterDraft forbidden, String from, String to) {}

    MatchDraft {
        parts = List.copyOf(parts);
        withouts = List.copyOf(withouts);
    }

    Stream<StepDraft> steps() {
        return parts.stream().flatMap(part -> part.body().steps());
    }

    String text() {
        StringBuilder text = new StringBuilder("  match ").append(PatternDraft.text(parts));
        deadline.ifPresent(not -> text.append(" then ")
                .append(not.text())
                .append(" within ")
                .append(not.forMillis().orElseThrow())
                .append("ms"));
        text.append('\n');
        withouts.forEach(without -> text.append("  without ")
                .append(without.forbidden().text())
                .append(" between ")
                .append(without.from())
                .append(" and ")
                .append(without.to())
                .append('\n'));
        withinMillis.ifPresent(millis -> text.append("  within ").append(millis).append("ms\n"));
        text.append(afterMatch.isEmpty() ? "" : "  " + afterMatch + "\n");
        return text.append(waits ? "  final\n" : "").toString();
    }

    Stream<MatchDraft> simpler() {
        List<MatchDraft> simpler = new ArrayList<>();
        if (waits) {
            simpler.add(new MatchDraft(parts, withouts, deadline, withinMillis, afterMatch, false));
        }
        if (!afterMatch.isEmpty()) {
            simpler.add(new MatchDraft(parts, withouts, deadline, withinMillis, "", waits));
        }
        if (withinMillis.isPresent()) {
            simpler.add(new MatchDraft(parts, withouts, deadline, OptionalLong.empty(), afterMatch, waits));
        }
        Simpler.optional(deadline, NotDraft::simpler)
                .filter(not -> not.isEmpty() || not.get().forMillis().isPresent())
                .forEach(not -> simpler.add(new MatchDraft(parts, withouts, not, withinMillis, afterMatch, waits)));
        Simpler.list(withouts, without -> without.forbidden()
                        .simpler()
                        .map(filter -> new WithoutDraft(filter, without.from(), without.to())))
                .forEach(list -> simpler.add(new MatchDraft(parts, list, deadline, withinMillis, afterMatch, waits)));
        PatternDraft.simpler(parts)
                .forEach(
                        list -> simpler.add(new MatchDraft(list, withouts, deadline, withinMillis, afterMatch, waits)));
        return simpler.stream();
    }
}
