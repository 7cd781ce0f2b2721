package io.tripline.engine.core;

import io.tripline.engine.expression.Scope;
import io.tripline.engine.predicate.Interest;
import io.tripline.engine.predicate.PredicateIndex;
import java.util.ArrayList;
import java.util.List;

/** Some of those that watch one type, with the index that finds them; it stays as it is when some of them go. */
final class WatchLayer {

    static final WatchLayer NOBODY = new WatchLayer(List.of());

    private final List<Watch> watches;
    private final PredicateIndex index;
    /** By place here, the place among all that watch the type, or {@link Watch#GONE}. Rises, those that are gone aside. */
    private final int[] places;

    /** A layer of all of these, whose places are to be read. */
    WatchLayer(List<Watch> watches) {
        this.watches = List.copyOf(watches);
        List<Interest> interests = new ArrayList<>();
        for (int i = 0; i < watches.size(); i++) {
            interests.addAll(watches.get(i).use().interests(i));
            watches.get(i).setLayer(this);
        }
        this.index = PredicateIndex.of(interests);
        this.places = new int[watches.size()];
    }

    /** Takes over the places of its watches; gives how many of them have one. */
    int readPlaces() {
        int left = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = watches.get(i).place();
            left += places[i] == Watch.GONE ? 0 : 1;
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
            if (place != Watch.GONE) {
                into[count] = place;
                count++;
            }
        }
        return count;
    }
}
