package io.tripline.engine.backtest;

import java.util.function.LongConsumer;

/** How often each of many numbers is there: open addressing, 12 bytes a place. The numbers are hashes. */
final class LongCounts {

    private static final int INITIAL_CAPACITY = 64;

    private long[] numbers = new long[INITIAL_CAPACITY];
    /** 0 where the place is free; a number that has gone keeps its place, as -1. */
    private int[] counts = new int[INITIAL_CAPACITY];

    private int places;
    private int size;

    /** How many different numbers are there. */
    int size() {
        return size;
    }

    /** How often the number is there. */
    int count(long number) {
        int place = place(number);
        return Math.max(0, counts[place]);
    }

    boolean has(long number) {
        return count(number) > 0;
    }

    /** Adds the number; gives how often it is there now. */
    int add(long number) {
        if (4 * (places + 1) > 3 * numbers.length) {
            grow();
        }
        int place = place(number);
        if (counts[place] == 0) {
            numbers[place] = number;
            places++;
        }
        counts[place] = Math.max(0, counts[place]) + 1;
        size += counts[place] == 1 ? 1 : 0;
        return counts[place];
    }

    /** Takes the number away once; false when it is not there. */
    boolean remove(long number) {
        int place = place(number);
        if (counts[place] <= 0) {
            return false;
        }
        counts[place] = counts[place] == 1 ? -1 : counts[place] - 1;
        size -= counts[place] < 0 ? 1 : 0;
        return true;
    }

    /** Each number once, in no order. */
    void forEach(LongConsumer action) {
        for (int place = 0; place < numbers.length; place++) {
            if (counts[place] > 0) {
                action.accept(numbers[place]);
            }
        }
    }

    private int place(long number) {
        int mask = numbers.length - 1;
        int place = (int) number & mask;
        while (counts[place] != 0 && numbers[place] != number) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldCounts = counts;
        numbers = new long[2 * oldNumbers.length];
        counts = new int[2 * oldCounts.length];
        places = 0;
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldCounts[i] > 0) {
                int place = place(oldNumbers[i]);
                numbers[place] = oldNumbers[i];
                counts[place] = oldCounts[i];
                places++;
            }
        }
    }
}
