package dev.vesper.desk.event;

import java.util.List;

/**
 * Events to be stored at the end of a stream, with what else follows from them, in one transaction.
 *
 * @param expected how many events the stream held when these were decided; where it holds more by now, nothing is stored
 * @param events may be empty: then nothing is appended
 */
public record Append<E>(StreamId<E> stream, int expected, List<E> events) {
    public Append {
        events = List.copyOf(events);
    }
}
