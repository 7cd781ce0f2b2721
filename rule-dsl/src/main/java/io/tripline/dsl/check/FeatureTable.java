package io.tripline.dsl.check;

import io.tripline.dsl.plan.FeaturePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The windows of one rule, each equal one once. */
final class FeatureTable {

    private final Map<FeaturePlan, Integer> indexes = new LinkedHashMap<>();

    /** The place of the feature, which is added if there is no equal one yet. */
    int indexOf(FeaturePlan feature) {
        return indexes.computeIfAbsent(feature, added -> indexes.size());
    }

    List<FeaturePlan> features() {
        return List.copyOf(indexes.keySet());
    }
}
