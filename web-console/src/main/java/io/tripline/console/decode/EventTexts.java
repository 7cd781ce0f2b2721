package io.tripline.console.decode;

import java.io.IOException;

/** Cuts a body into the texts of single events, one at a time. */
public interface EventTexts {

    /** What {@link #next} found. */
    enum Piece {
        /** The text of an event, or what stands in its place. */
        EVENT,
        /** An event longer than the limit; it was passed over. */
        TOO_LONG,
        /** What follows cannot be told apart; {@link #breakage} says why. The next piece is {@link #END}. */
        BROKEN,
        END
    }

    /** Moves to the next event. */
    Piece next() throws IOException;

    /** Holds the text from {@link #start} to {@link #end}, until the next move. */
    byte[] array();

    int start();

    int end();

    /** The line, or the place in the array, counted from 1. */
    long line();

    /** What is wrong after {@link Piece#BROKEN}. */
    String breakage();

    /** Whether the next event begins at a place that does not depend on this one: so for lines, not for an array. */
    boolean survivesBrokenEvents();
}
