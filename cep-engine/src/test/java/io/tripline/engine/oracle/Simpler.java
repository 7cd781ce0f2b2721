package io.tripline.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ways to make compound things simpler. */
final class Simpler {

    private Simpler() {}

    /** Lists with one element left out, then lists with one element simplified. */
    static <T> Stream<List<T>> list(List<T> list, Function<T, Stream<T>> simplerElements) {
        Stream<List<T>> shorter = IntStream.range(0, list.size()).mapToObj(i -> without(list, i, i + 1));
        Stream<List<T>> simplified = IntStream.range(0, list.size())
                .boxed()
                .flatMap(i -> simplerElements.apply(list.get(i)).map(element -> {
                    List<T> changed = new ArrayList<>(list);
                    changed.set(i, element);
                    return changed;
                }));
        return Stream.concat(shorter, simplified);
    }

    /** Nothing, then something simpler. */
    static <T> Stream<Optional<T>> optional(Optional<T> value, Function<T, Stream<T>> simplerValues) {
        return value.stream()
                .flatMap(v -> Stream.concat(
                        Stream.of(Optional.<T>empty()), simplerValues.apply(v).map(Optional::of)));
    }

    static <T> List<T> without(List<T> list, int from, int to) {
        List<T> fewer = new ArrayList<>(list.subList(0, from));
        fewer.addAll(list.subList(to, list.size()));
        return fewer;
    }
}
