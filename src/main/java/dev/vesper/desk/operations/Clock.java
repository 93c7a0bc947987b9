package dev.vesper.desk.operations;

import dev.vesper.desk.practice.ClockFace;

/** The clock that everything here goes by: the machine's, or a simulated one in a house that practises. */
public interface Clock {
    /** What it shows, and what is due next by a simulated one. */
    ClockFace show();

    /**
     * Puts a simulated clock forward; it stops at what is due on the way. A named person does it.
     *
     * @param to {@code next}, a duration such as {@code PT30M}, or a local time such as {@code 2018-04-11T21:00}
     * @throws dev.vesper.basics.Problem of kind INPUT where it is none of these or not after now, REFUSED for a caller without
     *     a name and where the clock is the machine's
     */
    ClockFace forward(String to);
}
