package dev.vesper.orders.slice;

/** Where the orders of a run stand. */
public sealed interface SliceState {
    /** Link of the newest event, 64 zeros before the first. */
    String link();

    /** Every slice before {@code next} is booked. */
    record Ready(int next, String link) implements SliceState {}

    /** A slice is with the venues. */
    record Sent(int slice, RowSum children, String link) implements SliceState {}

    /** First slice that is not decided. */
    default int undecided() {
        return switch (this) {
            case Ready ready -> ready.next();
            case Sent sent -> sent.slice() + 1;
        };
    }

    /** Whether a slice was decided. */
    default boolean sent(int slice) {
        return switch (this) {
            case Ready ready -> slice < ready.next();
            case Sent sent -> slice <= sent.slice();
        };
    }

    /** Whether nothing of a slice is left to do. */
    default boolean booked(int slice) {
        return switch (this) {
            case Ready ready -> slice < ready.next();
            case Sent sent -> slice < sent.slice();
        };
    }
}
