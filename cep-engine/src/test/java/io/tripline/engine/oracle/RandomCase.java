package io.tripline.engine.oracle;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some types, some rules, and a stream to run them on; all made from one seed. Neighbours have the same rules. */
record RandomCase(List<TypeDraft> types, List<RuleDraft> rules, List<EventDraft> events) {

    RandomCase {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
        events = List.copyOf(events);
    }

    /** So many streams are made for the same rules: compiling takes longer than running. */
    private static final int STREAMS = 3;

    static RandomCase of(long seed) {
        Choice choice = new Choice(new SplittableRandom(Math.floorDiv(seed, STREAMS)));
        List<TypeDraft> types = RandomTypes.types(choice);
        List<RuleDraft> rules = new RandomRules(choice, types).rules();
        Choice choiceOfEvents = new Choice(new SplittableRandom(~seed));
        return new RandomCase(
                types,
                rules,
                new RandomStreams(
                                choiceOfEvents,
                                types,
                                rules.stream().map(RuleDraft::name).toList())
                        .events());
    }

    String rulesText() {
        return Stream.concat(types.stream().map(TypeDraft::text), rules.stream().map(RuleDraft::text))
                .collect(Collectors.joining("\n"));
    }

    /** What happens in the stream, as {@link Coverage} counts it. */
    Set<String> happenings() {
        Set<String> happenings = new TreeSet<>();
        for (EventDraft event : events) {
            happenings.add("stream: " + (event.isEvent() ? "events" : event.type()));
        }
        long sources = events.stream()
                .filter(EventDraft::isEvent)
                .map(EventDraft::source)
                .distinct()
                .count();
        happenings.add("stream: " + (sources > 1 ? "several sources" : "one source"));
        return happenings;
    }

    String eventsText() {
        return EventDraft.lines(events);
    }
}
