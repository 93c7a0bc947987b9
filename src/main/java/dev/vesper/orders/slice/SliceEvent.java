package dev.vesper.orders.slice;

/** What happened to the orders of a run. One event a slice and step, never one a child: a large day has 100,000 of them. */
public sealed interface SliceEvent {
    /** Slice of the day, counted from 0. */
    int slice();

    /** SHA-256 over the link of the event before and what this one says; 64 hex digits. */
    String link();

    /**
     * What was due was decided, to be sent to the venues.
     *
     * @param children none where nothing was due: then nothing is left to book
     */
    record SliceSent(int slice, RowSum children, String link) implements SliceEvent {}

    /** All children of a slice ended, and what the venues filled was booked. */
    record SliceBooked(int slice, RowSum outcomes, RowSum fills, String link) implements SliceEvent {}
}
