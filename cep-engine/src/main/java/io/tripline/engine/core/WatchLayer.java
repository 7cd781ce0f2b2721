package io.tripline.engine.core;

import io.tripline.engine.expression.Scope;
import io.tripline.engine.predicate.Interest;
import io.tripline.engine.predicate.PredicateIndex;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Some of those that watch one type, with the index that finds them; it stays as it is when some of them go. */
final class WatchLayer {

    static final WatchLayer NOBODY = new WatchLayer(List.of());

    private static final int GONE = -1;

    private final List<Watch> watches;
    private final PredicateIndex index;
    /** By place here, the place among all that watch the type, or {@link #GONE}. Rises, those that are gone aside. */
    private final int[] places;

    /** A layer of all of these, whose places are to be set. */
    WatchLayer(List<Watch> watches) {
        this.watches = List.copyOf(watches);
        List<Interest> interests = new ArrayList<>();
        for (int i = 0; i < watches.size(); i++) {
            interests.addAll(watches.get(i).use().interests(i));
        }
        this.index = PredicateIndex.of(interests);
        this.places = new int[watches.size()];
    }

    /** Whose it is, by what a rule does with the type: that stays the same as long as the rule's version. */
    void addUses(IdentityHashMap<TypeUse, Boolean> uses) {
        watches.forEach(watch -> uses.put(watch.use(), true));
    }

    /** Gives its watches their places; gives how many of them have one. */
    int place(IdentityHashMap<TypeUse, Integer> placesByUse) {
        int left = 0;
        for (int i = 0; i < places.length; i++) {
            Integer place = placesByUse.get(watches.get(i).use());
            places[i] = place == null ? GONE : place;
            left += place == null ? 0 : 1;
        }
        return left;
    }

    int size() {
        return places.length;
    }

    /**
     * Finds who may be concerned with the event under test.
     *
     * @param into gets their places from {@code from} on, ascending
     * @return how many there are then
     */
    int find(Scope scope, int[] into, int from) {
        int found = index.find(scope);
        int count = from;
        for (int i = 0; i < found; i++) {
            int place = places[index.found()[i]];
            if (place != GONE) {
                into[count] = place;
                count++;
            }
        }
        return count;
    }
}
