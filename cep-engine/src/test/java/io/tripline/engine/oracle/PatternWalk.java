package io.tripline.engine.oracle;

import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.plan.TriggerPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody walking along a key's events with a pattern in hand, as point 9 of the language's meaning tells it: for a
 * sequence of steps, each with a count.
 */
final class PatternWalk {

    /** A step and how often it is taken. */
    record Element(PatternPlan.Step step, int min, int max) {}

    /**
     * A partial match.
     *
     * @param start place of its first event
     * @param taken by element, the places of the events it has taken
     */
    private record Partial(int start, List<List<Integer>> taken) {

        int rounds(int element) {
            return taken.get(element).size();
        }

        /** The element that took the latest event. */
        int latest() {
            int latest = taken.size() - 1;
            while (rounds(latest) == 0) {
                latest--;
            }
            return latest;
        }

        Partial with(int element, int place) {
            List<List<Integer>> more = new ArrayList<>(taken);
            List<Integer> ofElement = new ArrayList<>(more.get(element));
            ofElement.add(place);
            more.set(element, ofElement);
            return new Partial(start, more);
        }
    }

    private final RuleWalk walk;
    private final TriggerPlan.Match match;
    private final List<Element> elements;

    PatternWalk(RuleWalk walk, TriggerPlan.Match match) {
        this.walk = walk;
        this.match = match;
        this.elements = elements(match.pattern());
    }

    static List<Element> elements(PatternPlan pattern) {
        List<Element> elements = new ArrayList<>();
        if (pattern instanceof PatternPlan.Sequence sequence) {
            sequence.parts().forEach(part -> elements.addAll(elements(part.body())));
        } else if (pattern instanceof PatternPlan.Repeat repeat && repeat.body() instanceof PatternPlan.Step step) {
            elements.add(new Element(step, repeat.min(), repeat.max()));
        } else if (pattern instanceof PatternPlan.Step step) {
            elements.add(new Element(step, 1, 1));
        } else {
            throw new IllegalStateException("the oracle does not know " + pattern);
        }
        return elements;
    }

    List<RuleWalk.Found> matches() {
        List<RuleWalk.Found> found = new ArrayList<>();
        List<Partial> partials = new ArrayList<>();
        for (int place = 0; place < walk.events().size(); place++) {
            List<Partial> after = new ArrayList<>();
            for (Partial partial : partials) {
                if (fitsWithin(partial.start(), place)) {
                    after.addAll(step(partial, place));
                }
            }
            after.addAll(startedBy(place));
            int here = place;
            List<Partial> complete = after.stream()
                    .filter(partial -> lastTaken(partial) == here && isComplete(partial))
                    .toList();
            if (complete.isEmpty()) {
                partials = after;
            } else {
                found.add(new RuleWalk.Found(place, taken(preferred(complete))));
                // Everything that started at or before the last matched event is dropped, and that is everything.
                partials = List.of();
            }
        }
        return found;
    }

    /** What one partial match becomes: taken by each open step that the event fits, or passed over. */
    private List<Partial> step(Partial partial, int place) {
        List<Partial> taking = new ArrayList<>();
        for (int element : open(partial)) {
            if (fits(element, partial, place)) {
                taking.add(partial.with(element, place));
            }
        }
        return taking.isEmpty() ? List.of(partial) : taking;
    }

    private List<Partial> startedBy(int place) {
        List<List<Integer>> nothing =
                elements.stream().map(element -> List.<Integer>of()).toList();
        List<Partial> started = new ArrayList<>();
        for (int element : reachableFrom(0)) {
            Partial empty = new Partial(place, nothing);
            if (fits(element, empty, place)) {
                started.add(empty.with(element, place));
            }
        }
        return started;
    }

    private List<Integer> open(Partial partial) {
        int latest = partial.latest();
        List<Integer> open = new ArrayList<>();
        if (partial.rounds(latest) < elements.get(latest).max()) {
            open.add(latest);
        }
        if (partial.rounds(latest) >= elements.get(latest).min()) {
            open.addAll(reachableFrom(latest + 1));
        }
        return open;
    }

    /** That element, and those behind it as long as all before them may be empty. */
    private List<Integer> reachableFrom(int first) {
        List<Integer> reachable = new ArrayList<>();
        for (int element = first; element < elements.size(); element++) {
            reachable.add(element);
            if (elements.get(element).min() > 0) {
                break;
            }
        }
        return reachable;
    }

    private boolean fits(int element, Partial partial, int place) {
        PatternPlan.Step step = elements.get(element).step();
        return walk.events().get(place).type().equals(step.event())
                && step.condition()
                        .map(condition -> walk.moment(place, taken(partial)).isTrue(condition))
                        .orElse(true);
    }

    private boolean fitsWithin(int start, int place) {
        return match.withinNanos().isEmpty()
                || walk.events().get(place).timeNanos()
                                - walk.events().get(start).timeNanos()
                        <= match.withinNanos().getAsLong();
    }

    /** Nothing more must be taken. */
    private boolean isComplete(Partial partial) {
        for (int element = partial.latest(); element < elements.size(); element++) {
            if (partial.rounds(element) < elements.get(element).min()) {
                return false;
            }
        }
        return true;
    }

    /** The earliest start; of one start, more rounds in the first step that differs. */
    private static Partial preferred(List<Partial> complete) {
        Comparator<Partial> order = Comparator.comparingInt(Partial::start);
        for (int element = 0; element < complete.get(0).taken().size(); element++) {
            int compared = element;
            order = order.thenComparing(partial -> -partial.rounds(compared));
        }
        return complete.stream().min(order).orElseThrow();
    }

    private static int lastTaken(Partial partial) {
        List<Integer> events = partial.taken().get(partial.latest());
        return events.get(events.size() - 1);
    }

    private Map<Integer, List<SeenEvent>> taken(Partial partial) {
        Map<Integer, List<SeenEvent>> taken = new TreeMap<>();
        for (int element = 0; element < elements.size(); element++) {
            taken.put(
                    elements.get(element).step().number(),
                    partial.taken().get(element).stream()
                            .map(walk.events()::get)
                            .toList());
        }
        return taken;
    }
}
