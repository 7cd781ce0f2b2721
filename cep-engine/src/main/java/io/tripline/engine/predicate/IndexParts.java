package io.tripline.engine.predicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a {@link PredicateIndex} is made of. Predicates and conjunctions are numbered in the order of the interests, so
 * that equal interests give equal indexes.
 *
 * @param foundBy by predicate, the conjunctions found by it
 * @param always the conjunctions that nothing finds
 * @param rest by conjunction, the predicates it has beside the one it is found by
 * @param subscriberOf by conjunction
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
record IndexParts(
        List<Predicate> predicates,
        List<EqualityTable> tables,
        List<RangeTree> trees,
        int[][] foundBy,
        int[] always,
        int[][] rest,
        int[] subscriberOf) {

    static IndexParts of(List<Interest> interests) {
        Map<Predicate, Integer> numbers = new LinkedHashMap<>();
        List<int[]> conjunctions = new ArrayList<>();
        List<Integer> subscribers = new ArrayList<>();
        for (Interest interest : interests) {
            for (List<Predicate> conjunction : new ConjunctReader(interest).read()) {
                conjunctions.add(conjunction.stream()
                        .mapToInt(predicate -> number(predicate, numbers))
                        .toArray());
                subscribers.add(interest.subscriber());
            }
        }
        List<Predicate> predicates = List.copyOf(numbers.keySet());
        AccessChoice choice = new AccessChoice(predicates, uses(predicates.size(), conjunctions));
        List<List<Integer>> foundBy = new ArrayList<>();
        predicates.forEach(predicate -> foundBy.add(new ArrayList<>()));
        List<Integer> always = new ArrayList<>();
        int[][] rest = new int[conjunctions.size()][];
        for (int i = 0; i < rest.length; i++) {
            OptionalInt access = choice.choose(conjunctions.get(i));
            rest[i] = without(conjunctions.get(i), access);
            (access.isPresent() ? foundBy.get(access.getAsInt()) : always).add(i);
        }
        return new IndexParts(
                predicates,
                tables(predicates, foundBy),
                trees(predicates, foundBy),
                foundBy.stream().map(IndexParts::array).toArray(int[][]::new),
                array(always),
                rest,
                array(subscribers));
    }

    private static int number(Predicate predicate, Map<Predicate, Integer> numbers) {
        Integer known = numbers.putIfAbsent(predicate, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private static int[] uses(int predicates, List<int[]> conjunctions) {
        int[] uses = new int[predicates];
        for (int[] conjunction : conjunctions) {
            for (int predicate : conjunction) {
                uses[predicate]++;
            }
        }
        return uses;
    }

    private static int[] without(int[] conjunction, OptionalInt access) {
        return java.util.Arrays.stream(conjunction)
                .filter(predicate -> access.isEmpty() || predicate != access.getAsInt())
                .toArray();
    }

    private static List<EqualityTable> tables(List<Predicate> predicates, List<List<Integer>> foundBy) {
        Map<Integer, Map<Long, List<Integer>>> byField = new TreeMap<>();
        Map<Integer, Boolean> isText = new TreeMap<>();
        for (int i = 0; i < predicates.size(); i++) {
            if (predicates.get(i) instanceof Predicate.OneOf oneOf
                    && !foundBy.get(i).isEmpty()) {
                for (FieldValue value : oneOf.values()) {
                    isText.put(oneOf.field(), value.text().isPresent());
                    byField.computeIfAbsent(oneOf.field(), field -> new TreeMap<>())
                            .computeIfAbsent(value.lookup(), lookup -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        List<EqualityTable> tables = new ArrayList<>();
        byField.forEach((field, values) -> tables.add(new EqualityTable(field, isText.get(field), values)));
        return tables;
    }

    private static List<RangeTree> trees(List<Predicate> predicates, List<List<Integer>> foundBy) {
        Map<Integer, List<RangeTree.Entry>> byField = new TreeMap<>();
        for (int i = 0; i < predicates.size(); i++) {
            if (predicates.get(i) instanceof Predicate.InRange in
                    && !foundBy.get(i).isEmpty()) {
                byField.computeIfAbsent(in.field(), field -> new ArrayList<>()).add(new RangeTree.Entry(in.range(), i));
            }
        }
        List<RangeTree> trees = new ArrayList<>();
        byField.forEach((field, entries) -> trees.add(new RangeTree(field, entries)));
        return trees;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
