package io.tripline.engine.predicate;

import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import java.util.Arrays;
import java.util.List;

/**
 * Finds who is interested in an event of one type. The price of an event is that of the predicates looked up that hold for
 * it, not of all there are; a predicate is asked at most once for an event, however many use it; nothing is allocated.
 *
 * <p>Who is found may turn out not to be concerned, because of what an {@link Interest} leaves aside; who is not found is
 * not. Used by one thread.
 */
public final class PredicateIndex {

    private final Predicate[] predicates;
    private final EqualityTable[] tables;
    private final RangeTree[] trees;
    /** By predicate: the conjunctions that are found by it. */
    private final int[][] foundBy;
    /** Those that are found by nothing, and so for every event. */
    private final int[] always;
    /** By conjunction: the predicates to be asked when it is found. */
    private final int[][] rest;

    private final int[] subscriberOf;

    /** By predicate: twice the number of the event it was last asked for, and one more if it held. */
    private final long[] answers;

    private final long[] lastFound;
    private final int[] inRange;
    private final int[] found;
    private int foundCount;
    private long round;

    PredicateIndex(IndexParts parts) {
        this.predicates = parts.predicates().toArray(new Predicate[0]);
        this.tables = parts.tables().toArray(new EqualityTable[0]);
        this.trees = parts.trees().toArray(new RangeTree[0]);
        this.foundBy = parts.foundBy();
        this.always = parts.always();
        this.rest = parts.rest();
        this.subscriberOf = parts.subscriberOf();
        int subscribers = Arrays.stream(subscriberOf).max().orElse(-1) + 1;
        this.answers = new long[predicates.length];
        this.lastFound = new long[subscribers];
        this.inRange =
                new int[parts.trees().stream().mapToInt(RangeTree::size).max().orElse(0)];
        this.found = new int[subscribers];
    }

    /** An index of the interests in events of one type. */
    public static PredicateIndex of(List<Interest> interests) {
        return new PredicateIndex(IndexParts.of(interests));
    }

    /**
     * Looks at the event under test.
     *
     * @return how many are interested; who they are is in {@link #found}
     */
    public int find(Scope scope) {
        Event event = scope.event();
        round++;
        foundCount = 0;
        for (int conjunction : always) {
            ask(conjunction, scope);
        }
        for (EqualityTable table : tables) {
            if (event.has(table.field())) {
                for (int predicate : table.find(FieldValue.lookup(event, table.field(), table.isText()))) {
                    if (holds(predicate, scope)) {
                        askAll(predicate, scope);
                    }
                }
            }
        }
        for (RangeTree tree : trees) {
            if (event.has(tree.field())) {
                int count = tree.find(event.slot(tree.field()), inRange);
                for (int i = 0; i < count; i++) {
                    answers[inRange[i]] = 2 * round + 1;
                    askAll(inRange[i], scope);
                }
            }
        }
        Arrays.sort(found, 0, foundCount);
        return foundCount;
    }

    /** The subscribers found last, ascending, from place 0 on; not to be written. */
    public int[] found() {
        return found;
    }

    /** How many different predicates there are. */
    public int predicateCount() {
        return predicates.length;
    }

    private void askAll(int predicate, Scope scope) {
        for (int conjunction : foundBy[predicate]) {
            ask(conjunction, scope);
        }
    }

    private void ask(int conjunction, Scope scope) {
        int subscriber = subscriberOf[conjunction];
        if (lastFound[subscriber] == round) {
            return;
        }
        for (int predicate : rest[conjunction]) {
            if (!holds(predicate, scope)) {
                return;
            }
        }
        lastFound[subscriber] = round;
        found[foundCount] = subscriber;
        foundCount++;
    }

    private boolean holds(int predicate, Scope scope) {
        long answer = answers[predicate];
        if (answer >> 1 != round) {
            answer = 2 * round + (predicates[predicate].holds(scope) ? 1 : 0);
            answers[predicate] = answer;
        }
        return (answer & 1) != 0;
    }
}
