package io.tripline.engine.match;

import java.util.Comparator;
import java.util.List;

/**
 * Which of two complete matches with one start is reported. Their choices are compared in the order of writing, outer
 * before inner: more rounds of a repetition (fewer, if it is reluctant), the left alternative, in an any-order group the
 * earlier event for the member written first. Two that are alike in all choices differ in what they passed over; then the
 * one that took the earlier event is reported.
 */
final class Preference implements Comparator<PartialMatch> {

    @Override
    public int compare(PartialMatch one, PartialMatch other) {
        if (one == other) {
            return 0;
        }
        int byChoices = Choices.of(one).compareTo(Choices.of(other));
        return byChoices != 0 ? byChoices : compareTaken(one.captures(), other.captures());
    }

    private static int compareTaken(List<Capture> ones, List<Capture> others) {
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            int order = Order.compare(ones.get(i).event(), others.get(i).event());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.size(), others.size());
    }
}
