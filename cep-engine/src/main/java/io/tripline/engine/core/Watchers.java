package io.tripline.engine.core;

import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules that look at the events of one type, and which of them an event may concern.
 *
 * <p>There are two layers, as in a log-structured merge tree: when the rules change, the large one is kept as long as few
 * of its rules are gone, and the small one is made anew of those it does not have. So a change of one rule among many costs
 * little.
 */
final class Watchers {

    /** Besides, one in so many rules may be in the small layer, or gone from the large one. */
    private static final int ONE_IN = 10;

    private static final int FEW = 100;

    private static final int FEW_NEEDING = 16;

    /** So many rules lack their key when one of the fields is missing. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record OptionalKey(int[] fields, int rules) {

        boolean isMissing(Event event) {
            for (int field : fields) {
                if (!event.has(field)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final String type;
    private final Watch[] watches;
    private final WatchLayer large;
    private final WatchLayer small;
    private final OptionalKey[] optionalKeys;
    private final int[] found;
    private final Watch[] needingStates;

    private Watchers(String type, List<Watch> watches, WatchLayer large, WatchLayer small) {
        this.type = type;
        this.watches = watches.toArray(new Watch[0]);
        this.large = large;
        this.small = small;
        this.optionalKeys = optionalKeys(watches);
        this.found = new int[this.watches.length];
        Watch[] needing = watches.stream()
                .filter(watch -> watch.rule().needsStates(watch.use()))
                .toArray(Watch[]::new);
        this.needingStates = needing.length <= FEW_NEEDING ? needing : new Watch[0];
    }

    /**
     * Those that watch a type from now on. Who does so no more must know that it is {@link Watch#GONE}.
     *
     * @param watches in the order of the rules' names
     * @param before those until now
     */
    static Watchers of(String type, List<Watch> watches, Optional<Watchers> before) {
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).setPlace(i);
        }
        WatchLayer kept = before.map(known -> known.large).orElse(WatchLayer.NOBODY);
        int left = kept.readPlaces();
        if (Math.max(kept.size(), watches.size()) - left > FEW + watches.size() / ONE_IN) {
            kept = new WatchLayer(watches);
            kept.readPlaces();
            return new Watchers(type, watches, kept, WatchLayer.NOBODY);
        }
        WatchLayer added = new WatchLayer(without(kept, watches));
        added.readPlaces();
        return new Watchers(type, watches, kept, added);
    }

    private static List<Watch> without(WatchLayer layer, List<Watch> watches) {
        return watches.stream().filter(watch -> !watch.isIn(layer)).toList();
    }

    private static OptionalKey[] optionalKeys(List<Watch> watches) {
        Map<String, Integer> rulesByFields = new TreeMap<>();
        Map<String, List<Integer>> fields = new TreeMap<>();
        for (Watch watch : watches) {
            List<Integer> optional = watch.use().key().optionalFields();
            if (!optional.isEmpty()) {
                rulesByFields.merge(optional.toString(), 1, Integer::sum);
                fields.put(optional.toString(), optional);
            }
        }
        List<OptionalKey> keys = new ArrayList<>();
        fields.forEach((text, numbers) -> keys.add(
                new OptionalKey(numbers.stream().mapToInt(Integer::intValue).toArray(), rulesByFields.get(text))));
        return keys.toArray(new OptionalKey[0]);
    }

    /** Those, if they are few, that need a state for every event: of them it can be said beforehand which. */
    Watch[] needingStates() {
        return needingStates;
    }

    String type() {
        return type;
    }

    /** Looks at the event under test; gives how many rules it may concern, which are {@link #found} in their order. */
    int find(Scope scope) {
        if (watches.length == 1) {
            // It asks its conditions itself.
            return 1;
        }
        int ofLarge = large.find(scope, found, 0);
        int count = small.find(scope, found, ofLarge);
        if (ofLarge > 0 && count > ofLarge) {
            Arrays.sort(found, 0, count);
        }
        return count;
    }

    Watch found(int number) {
        return watches[found[number]];
    }

    /** How many rules do not see the event because it lacks their key. */
    int missingKeys(Event event) {
        int missing = 0;
        for (OptionalKey key : optionalKeys) {
            missing += key.isMissing(event) ? key.rules() : 0;
        }
        return missing;
    }
}
