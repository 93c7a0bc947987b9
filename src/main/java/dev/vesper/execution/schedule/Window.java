package dev.vesper.execution.schedule;

/**
 * The time in which an order is worked, cut into equal slices. A moment belongs to the slice that begins at or before it, so
 * that a trade at the very end belongs to none.
 *
 * @param startMillis milliseconds since midnight at the venue
 * @param endMillis the same, after the start
 * @param slices 1 or more, and none shorter than a millisecond
 */
public record Window(long startMillis, long endMillis, int slices) {
    public Window {
        if (startMillis < 0 || endMillis <= startMillis || slices < 1 || endMillis - startMillis < slices) {
            throw new IllegalArgumentException("Expected a window that ends after it starts, in slices of a millisecond"
                    + " or more, but got " + startMillis + " to " + endMillis + " ms in " + slices + " slices");
        }
    }

    /** When a slice begins, milliseconds since midnight; the one after the last begins at the end. */
    public long startMillis(int slice) {
        return startMillis + (endMillis - startMillis) * slice / slices;
    }

    /** When a slice ends. */
    public long endMillis(int slice) {
        return startMillis(slice + 1);
    }

    /** The slice of a moment, -1 before the window and from its end on. */
    public int slice(long millis) {
        if (millis < startMillis || millis >= endMillis) {
            return -1;
        }
        int guess = (int) ((millis - startMillis) * slices / (endMillis - startMillis));
        return endMillis(guess) <= millis ? guess + 1 : guess;
    }
}
