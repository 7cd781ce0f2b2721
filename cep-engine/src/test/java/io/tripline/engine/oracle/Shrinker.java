package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a case smaller as long as it still shows a difference, by trying what is simpler in every way it knows. */
final class Shrinker {

    private static final int MOST_TRIALS = 5_000;

    private final Predicate<RandomCase> differs;
    private int trials;

    Shrinker(Predicate<RandomCase> differs) {
        this.differs = differs;
    }

    RandomCase shrink(RandomCase found) {
        RandomCase smallest = found;
        Optional<RandomCase> smaller = Optional.of(found);
        while (smaller.isPresent() && trials < MOST_TRIALS) {
            smallest = smaller.get();
            smaller = simpler(smallest)
                    .filter(candidate -> ++trials <= MOST_TRIALS && differs.test(candidate))
                    .findFirst();
        }
        return smallest;
    }

    private static Stream<RandomCase> simpler(RandomCase it) {
        return Stream.of(fewerEvents(it), simplerRules(it), simplerTypes(it), simplerEvents(it))
                .flatMap(candidates -> candidates);
    }

    /** Halves, quarters and so on left out, down to single events. */
    private static Stream<RandomCase> fewerEvents(RandomCase it) {
        List<Integer> sizes = new ArrayList<>();
        for (int size = it.events().size() / 2; size >= 1; size /= 2) {
            sizes.add(size);
        }
        return sizes.stream().flatMap(size -> IntStream.iterate(
                        0, from -> from + size <= it.events().size(), from -> from + size)
                .mapToObj(from ->
                        new RandomCase(it.types(), it.rules(), Simpler.without(it.events(), from, from + size))));
    }

    private static Stream<RandomCase> simplerRules(RandomCase it) {
        return Simpler.list(it.rules(), RuleDraft::simpler)
                .map(rules -> new RandomCase(it.types(), rules, it.events()));
    }

    private static Stream<RandomCase> simplerTypes(RandomCase it) {
        return Simpler.list(it.types(), TypeDraft::simpler).map(types -> {
            List<EventDraft> events = new ArrayList<>();
            for (EventDraft event : it.events()) {
                if (!event.isEvent()) {
                    events.add(event);
                }
                types.stream()
                        .filter(type -> type.name().equals(event.type()))
                        .findFirst()
                        .ifPresent(type -> events.add(withFieldsOf(event, type)));
            }
            return new RandomCase(types, it.rules(), events);
        });
    }

    private static EventDraft withFieldsOf(EventDraft event, TypeDraft type) {
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        fields.keySet().removeIf(name -> type.field(name).isEmpty());
        return new EventDraft(event.type(), fields, event.seconds(), event.source());
    }

    private static Stream<RandomCase> simplerEvents(RandomCase it) {
        return Simpler.list(it.events(), Shrinker::simplerEvents)
                .filter(events -> events.size() == it.events().size())
                .map(events -> new RandomCase(it.types(), it.rules(), events));
    }

    private static Stream<EventDraft> simplerEvents(EventDraft event) {
        List<EventDraft> simpler = new ArrayList<>();
        if (event.source() != 0) {
            simpler.add(new EventDraft(event.type(), event.fields(), event.seconds(), 0));
        }
        // Leaving out a field that the type requires makes no event; the trial then says so and is not counted.
        for (String name : event.fields().keySet()) {
            Map<String, String> fewer = new LinkedHashMap<>(event.fields());
            fewer.remove(name);
            simpler.add(new EventDraft(event.type(), fewer, event.seconds(), event.source()));
        }
        return simpler.stream();
    }
}
