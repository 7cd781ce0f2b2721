package io.tripline.engine.oracle;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some types, some rules, and a stream to run them on; all made from one seed. */
record RandomCase(List<TypeDraft> types, List<RuleDraft> rules, List<EventDraft> events) {

    RandomCase {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
        events = List.copyOf(events);
    }

    static RandomCase of(long seed) {
        Choice choice = new Choice(new SplittableRandom(seed));
        List<TypeDraft> types = RandomTypes.types(choice);
        List<RuleDraft> rules = new RandomRules(choice, types).rules();
        return new RandomCase(types, rules, new RandomStreams(choice, types).events());
    }

    String rulesText() {
        return Stream.concat(types.stream().map(TypeDraft::text), rules.stream().map(RuleDraft::text))
                .collect(Collectors.joining("\n"));
    }

    String eventsText() {
        return EventDraft.lines(events);
    }
}
