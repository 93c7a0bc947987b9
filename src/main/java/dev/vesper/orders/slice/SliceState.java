package dev.vesper.orders.slice;

/** Where the orders of a run stand. */
public sealed interface SliceState {
    /** Link of the newest event, 64 zeros before the first. */
    String link();

    /** What venues said of fills after their slice was booked. */
    AmendedFills amended();

    /** Every slice before {@code next} is booked. */
    record Ready(int next, String link, AmendedFills amended) implements SliceState {
        /** Nothing was amended. */
        public Ready(int next, String link) {
            this(next, link, AmendedFills.NONE);
        }
    }

    /** A slice is with the venues. */
    record Sent(int slice, RowSum children, String link, AmendedFills amended) implements SliceState {}

    /** The same after one more amendment. */
    default SliceState amended(SliceEvent.Amendment by) {
        return switch (this) {
            case Ready(int next, String _, AmendedFills amended) -> new Ready(next, by.link(), amended.with(by));
            case Sent(int slice, RowSum children, String _, AmendedFills amended) ->
                new Sent(slice, children, by.link(), amended.with(by));
        };
    }

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
