package io.tripline.dsl.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What conditions leave of one value. Each method narrows it, and answers whether anything is left. */
final class ValueRange {

    private Optional<Comparable<?>> low = Optional.empty();
    private Optional<Comparable<?>> high = Optional.empty();
    private boolean lowIncluded = true;
    private boolean highIncluded = true;
    private Optional<Set<Comparable<?>>> allowed = Optional.empty();
    private final Set<Comparable<?>> excluded = new HashSet<>();

    boolean oneOf(List<? extends Comparable<?>> values) {
        Set<Comparable<?>> both = new LinkedHashSet<>(values);
        allowed.ifPresent(both::retainAll);
        allowed = Optional.of(both);
        return isLeft();
    }

    boolean not(Comparable<?> value) {
        excluded.add(value);
        return isLeft();
    }

    boolean above(Comparable<?> value, boolean included) {
        int order = low.map(known -> compare(value, known)).orElse(1);
        if (order > 0 || order == 0 && !included) {
            low = Optional.of(value);
            lowIncluded = included;
        }
        return isLeft();
    }

    boolean below(Comparable<?> value, boolean included) {
        int order = high.map(known -> compare(value, known)).orElse(-1);
        if (order < 0 || order == 0 && !included) {
            high = Optional.of(value);
            highIncluded = included;
        }
        return isLeft();
    }

    private boolean isLeft() {
        if (allowed.isPresent()) {
            return allowed.get().stream().anyMatch(this::isInside);
        }
        if (low.isEmpty() || high.isEmpty()) {
            return true;
        }
        int order = compare(low.get(), high.get());
        return order < 0 || order == 0 && lowIncluded && highIncluded && !excluded.contains(low.get());
    }

    private boolean isInside(Comparable<?> value) {
        int fromLow = low.map(known -> compare(value, known)).orElse(1);
        int fromHigh = high.map(known -> compare(value, known)).orElse(-1);
        return (fromLow > 0 || fromLow == 0 && lowIncluded)
                && (fromHigh < 0 || fromHigh == 0 && highIncluded)
                && !excluded.contains(value);
    }

    /** Constants that are compared with one value have one type. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> left, Comparable<?> right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
